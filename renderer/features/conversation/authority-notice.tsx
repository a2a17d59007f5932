import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTalk } from './conversation-provider.tsx';
import { targetId } from './missing-target.ts';

/** How much one may settle by oneself; beyond it, the way to a lead. */
export function AuthorityNotice({ view }: { view: ConversationView }) {
  const { t, i18n } = useTranslation();
  const { show } = useTalk();
  const { cause, amountYuan, limitYuan, exceeded } = view.authority;
  const yuan = (amount: number) => new Intl.NumberFormat(i18n.language).format(amount);
  const limit = yuan(limitYuan);
  if (!exceeded) {
    if (amountYuan === null || cause === null) return null;
    return <p className="figures text-small text-ink-2">{t(`ownership.beyondCause.${cause}`, { limit })}</p>;
  }
  const tooMuch = amountYuan !== null && amountYuan > limitYuan;
  return (
    <div id={targetId('authority')}>
      <Banner
        tone="warn"
        title={tooMuch ? t('ownership.beyondAmount', { amount: yuan(amountYuan), limit }) : t('ownership.beyondSaid')}
        action={
          view.handOver === null ? (
            <Button size="small" onClick={() => show('handOver')}>
              {t('ownership.callLead')}
            </Button>
          ) : undefined
        }
      >
        {t('ownership.beyondText')}
      </Banner>
    </div>
  );
}

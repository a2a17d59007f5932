import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';

/** How many times over an overcharge is paid back here, and what that comes to. */
export function OverchargeNote({ view }: { view: ConversationView }) {
  const { t, i18n } = useTranslation();
  const { overcharge } = view.authority;
  if (overcharge === null) return null;
  const { times, chargedYuan, backYuan } = overcharge;
  const yuan = (amount: number) => new Intl.NumberFormat(i18n.language).format(amount);
  return (
    <p className="figures text-note text-ink-2">
      {chargedYuan === null || backYuan === null
        ? t('ownership.overcharge', { times })
        : t('ownership.overchargeSum', { times, charged: yuan(chargedYuan), back: yuan(backYuan) })}
    </p>
  );
}

import { Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LostSteps } from '#contract/conversation/view.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useLost } from './conversation-query.ts';
import { Part } from './part.tsx';
import { useNow } from './use-now.ts';

/** Where a colleague at another desk was first: what was done here meanwhile, so that it can be passed on. */
export function LostList() {
  const { t } = useTranslation();
  const lost = useLost().data ?? [];
  if (lost.length === 0) return null;
  return (
    <Part title={t('ownership.lost')}>
      <ul className="grid gap-1.5">
        {lost.map((one) => (
          <LostRow
            key={one.conversation.id}
            id={one.conversation.id}
            shown={one.conversation.customerShown}
            lost={one.lost}
          />
        ))}
      </ul>
    </Part>
  );
}

function LostRow({ id, shown, lost }: { id: string; shown: string; lost: LostSteps }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const nowMs = useNow();
  const time = sayMoment(lost.atMs, Math.max(nowMs, lost.atMs), i18n.language, t);
  const written = [
    ...lost.fields.map(({ label, value }) => t('ownership.lostField', { label, value })),
    ...[lost.note, lost.summary].filter((text) => text !== ''),
  ];
  const seen = () => {
    core.conversation
      .seeLost({ conversationId: id })
      .catch((error: unknown) => tell(failureNotice(toFailure(error).code, t)));
  };
  return (
    <li className="rounded-base border border-edge-strong bg-panel px-2.5 py-2">
      <p className="flex items-center gap-2">
        <Unplug className="size-4 shrink-0 text-warn" aria-hidden />
        <span className="figures min-w-0 flex-1 truncate text-body font-semibold" lang="zh-CN">
          {shown === '' ? t('conversation.withoutName') : shown}
        </span>
      </p>
      <p className="mt-0.5 text-note text-ink-2">{t('ownership.lostText', { time, name: lost.byName })}</p>
      {written.length === 0 ? (
        <p className="mt-1 text-note text-ink-2">{t('ownership.lostNothing')}</p>
      ) : (
        <>
          <p className="mt-1 text-small font-semibold text-ink-3">{t('ownership.lostMine')}</p>
          <ul className="text-note select-text" lang="zh-CN">
            {written.map((text) => (
              <li key={text} className="whitespace-pre-wrap">
                {text}
              </li>
            ))}
          </ul>
          <p className="mt-1 text-note text-ink-2">{t('ownership.lostAsk', { name: lost.byName })}</p>
        </>
      )}
      <div className="mt-2">
        <Button size="small" onClick={seen}>
          {t('ownership.lostSeen')}
        </Button>
      </div>
    </li>
  );
}

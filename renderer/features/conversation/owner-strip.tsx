import { ArrowRightLeft, UserCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { useNow } from './use-now.ts';
import { useStep } from './use-step.ts';

/** Who was asked first and who owns it now, as soon as that is more than one person; and who was asked to take it over. */
export function OwnerStrip({ view }: { view: ConversationView }) {
  const { t, i18n } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const nowMs = useNow();
  const { owners, handOver } = view;
  const first = owners[0];
  const last = owners.at(-1);
  const passedOn = first !== undefined && last !== undefined && owners.length > 1;
  if (!passedOn && handOver === null) return null;

  const withdraw = async () => {
    if (await step((calls) => calls.withdrawHandOver({ conversationId: view.id }))) {
      tell({ tone: 'done', title: t('ownership.withdrawn') });
    }
  };
  return (
    <div className="flex flex-col gap-1 rounded-base bg-sunken px-3 py-2 text-note text-ink-2">
      {passedOn ? (
        <p className="flex flex-wrap items-center gap-x-2">
          <UserCheck className="size-4 shrink-0 text-ink-3" aria-hidden />
          <span>{t('ownership.firstAsked', { name: first.name })}</span>
          <span>
            {t('ownership.now', {
              name: last.name,
              since: sayMoment(last.sinceMs, Math.max(nowMs, last.sinceMs), i18n.language, t),
            })}
          </span>
        </p>
      ) : null}
      {handOver === null ? null : (
        <p className="flex items-center gap-2">
          <ArrowRightLeft className="size-4 shrink-0 text-warn" aria-hidden />
          <span className="min-w-0 flex-1">
            {t('ownership.offered', { to: handOver.toName ?? t('ownership.anyLead') })}
          </span>
          <button
            type="button"
            onClick={() => void withdraw()}
            className="shrink-0 rounded-small px-1 text-accent underline underline-offset-3"
          >
            {t('ownership.withdraw')}
          </button>
        </p>
      )}
    </div>
  );
}

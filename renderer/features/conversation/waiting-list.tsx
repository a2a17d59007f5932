import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#contract/conversation/view.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useWaiting } from './conversation-query.ts';
import { Part } from './part.tsx';
import { useCourse } from './use-course.ts';
import { useNow } from './use-now.ts';
import { useStep } from './use-step.ts';

type Offered = ConversationSummary & { handOver: NonNullable<ConversationSummary['handOver']> };

const isOffered = (one: ConversationSummary): one is Offered => one.handOver !== null;

/** What colleagues handed over and nobody took yet; for leads everybody's, so that nothing is left lying. */
export function WaitingList() {
  const { t } = useTranslation();
  const offered = (useWaiting().data ?? []).filter(isOffered);
  if (offered.length === 0) return null;
  return (
    <Part title={t('ownership.waiting')}>
      <ul className="grid gap-1.5">
        {offered.map((one) => (
          <WaitingRow key={one.id} one={one} />
        ))}
      </ul>
    </Part>
  );
}

function WaitingRow({ one }: { one: Offered }) {
  const { t, i18n } = useTranslation();
  const { takeOver } = useCourse();
  const nowMs = useNow();
  const [declining, setDeclining] = useState(false);
  const { fromName, toName, why, note, offeredAtMs, mayDecline } = one.handOver;
  const said = {
    from: fromName,
    to: toName ?? t('ownership.anyLead'),
    why: t(`ownership.whyIs.${why}`),
    time: sayMoment(offeredAtMs, Math.max(nowMs, offeredAtMs), i18n.language, t),
  };
  return (
    <li className="rounded-base border border-edge-strong bg-panel px-2.5 py-2">
      <p className="flex items-center gap-2">
        <ArrowRightLeft className="size-4 shrink-0 text-warn" aria-hidden />
        <span className="figures min-w-0 flex-1 truncate text-body font-semibold" lang="zh-CN">
          {one.customerShown === '' ? t('conversation.withoutName') : one.customerShown}
        </span>
        <span className="shrink-0 text-note text-ink-2">{t(`vocabulary.stage.${one.stage}`)}</span>
      </p>
      <p className="figures mt-0.5 text-small text-ink-3">
        {mayDecline ? t('ownership.waitingFrom', said) : t('ownership.waitingFor', said)}
      </p>
      <p className="mt-1 line-clamp-3 text-note text-ink-2" lang="zh-CN">
        {note}
      </p>
      {declining ? (
        <DeclineForm one={one} onDone={() => setDeclining(false)} />
      ) : (
        <div className="mt-2 flex gap-2">
          <Button size="small" onClick={() => void takeOver(one.id)}>
            {t('ownership.accept')}
          </Button>
          {mayDecline ? (
            <Button size="small" look="quiet" onClick={() => setDeclining(true)}>
              {t('ownership.decline')}
            </Button>
          ) : null}
        </div>
      )}
    </li>
  );
}

function DeclineForm({ one, onDone }: { one: Offered; onDone: () => void }) {
  const { t } = useTranslation();
  const step = useStep();
  const tell = useTell();
  const [words, setWords] = useState('');
  const decline = async () => {
    if (words.trim().length < 2) return;
    if (!(await step((calls) => calls.declineHandOver({ conversationId: one.id, words })))) return;
    tell({ tone: 'done', title: t('ownership.declined', { from: one.handOver.fromName }) });
    onDone();
  };
  return (
    <form
      className="mt-2 flex flex-wrap gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void decline();
      }}
    >
      <input
        ref={(box) => box?.focus()}
        aria-label={t('ownership.declineTitle')}
        placeholder={t('ownership.declinePlaceholder')}
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="min-w-0 flex-1 rounded-small border border-edge-field bg-panel px-2 py-1 text-note placeholder:text-ink-3"
      />
      <Button size="small" type="submit" disabled={words.trim().length < 2}>
        {t('ownership.declineKeep')}
      </Button>
      <Button size="small" look="quiet" onClick={onDone}>
        {t('frame.cancel')}
      </Button>
    </form>
  );
}

import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { useConversationView } from '#renderer/features/conversation/conversation-query.ts';
import { OwnerHistory } from '#renderer/features/conversation/owner-history.tsx';
import { Part } from '#renderer/features/conversation/part.tsx';
import { clockWords } from '#renderer/features/conversation/timers.tsx';
import { useCourse } from '#renderer/features/conversation/use-course.ts';
import { useStep } from '#renderer/features/conversation/use-step.ts';
import { WalkPaths } from '#renderer/features/conversation/walk-path.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { CorrectionList } from './correction-list.tsx';
import { NumberLooks } from './number-looks.tsx';
import { WholeNumber } from './whole-number.tsx';

/** One conversation as it went: the record, what was said, how it was judged, and what was amended later. */
export function RecordSheet({ id, ...props }: { id: string; onClose: () => void; returnFocus: () => void }) {
  const { t } = useTranslation();
  const { openSheet } = useTalk();
  const { resume } = useCourse();
  const step = useStep();
  const record = useConversationView(id);
  const { data } = record;
  const own = useCurrentPerson().data?.id === data?.ownerId;
  const correct = async (text: string, reason: string) =>
    (await step((calls) => calls.correct({ conversationId: id, text, reason }))) !== null;
  return (
    <Dialog title={data && data.customer.address !== '' ? data.customer.address : t('records.title')} wide {...props}>
      {record.error ? (
        <p className="text-note text-warn">{explainFailure(toFailure(record.error).code, t).what}</p>
      ) : null}
      {record.isPending ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {data ? (
        <div className="flex flex-col gap-4">
          <Facts view={data} />
          {data.customer.number === null ? null : <WholeNumber recordId={id} />}
          <Part title={t('records.record')}>
            <p className="measure rounded-base bg-sunken px-4 py-3 text-body whitespace-pre-wrap" lang="zh-CN">
              {data.summary === '' ? t('records.noSummary') : data.summary}
            </p>
          </Part>
          <OwnerHistory view={data} />
          <WalkPaths walks={data.walks} />
          <Said view={data} />
          {data.note === '' ? null : (
            <Part title={t('records.note')}>
              <p className="measure text-body whitespace-pre-wrap" lang="zh-CN">
                {data.note}
              </p>
            </Part>
          )}
          <CorrectionList corrections={data.corrections} />
          {data.state === 'finished' ? <CorrectionForm keep={correct} /> : null}
          <NumberLooks recordId={id} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => openSheet({ kind: 'records' })}>{t('records.back')}</Button>
            {own ? <Button onClick={() => openSheet({ kind: 'slip', id })}>{t('records.slip')}</Button> : null}
            {data.state === 'parked' ? (
              <Button look="primary" onClick={() => void resume(data.id)}>
                {t('conversation.resume')}
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}

function Facts({ view }: { view: ConversationView }) {
  const { t, i18n } = useTranslation();
  const { startedAtMs, finishedAtMs, parkedMs } = view.timers;
  const facts = [
    view.customer.number ?? '',
    t(`vocabulary.tier.${view.customer.tier}`),
    t(`vocabulary.channel.${view.channel}`),
    view.flow.title,
    sayDue(startedAtMs, i18n.language),
    finishedAtMs === null ? '' : t('conversation.total', { time: clockWords(finishedAtMs - startedAtMs - parkedMs) }),
    view.ownerName,
  ];
  const outcome = view.outcomes.find((one) => one.chosen);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={view.state === 'finished' && view.brokenOff === null ? 'accent' : 'plain'}>
          {view.brokenOff === null
            ? t(`records.state.${view.state}`)
            : `${t('records.brokenOff')} · ${t(`conversation.breakOffReason.${view.brokenOff}`)}`}
        </Chip>
        {outcome ? <Chip>{outcome.label}</Chip> : null}
        {view.workOrder ? <Chip>{t('records.order', { number: view.workOrder.number })}</Chip> : null}
        {view.promise ? <Chip>{t('records.promise', { text: view.promise.text })}</Chip> : null}
      </div>
      <p className="figures text-note text-ink-2">{facts.filter((fact) => fact !== '').join(' · ')}</p>
    </div>
  );
}

function Said({ view }: { view: ConversationView }) {
  const { t, i18n } = useTranslation();
  return (
    <Part title={t('records.said')}>
      {view.said.length === 0 ? <p className="text-note text-ink-2">{t('records.saidNone')}</p> : null}
      <ol className="flex flex-col">
        {view.said.map((line) => (
          <li key={`${line.atMs}-${line.entryId}`} className="flex flex-wrap items-baseline gap-x-2 py-0.5 text-body">
            <span className="figures text-small text-ink-3">
              {new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
                line.atMs,
              )}
            </span>
            <span lang="zh-CN">{line.title}</span>
            <span className="text-small text-ink-3">
              {t(`vocabulary.stage.${line.stage}`)} · {t('records.version', { version: line.version })}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

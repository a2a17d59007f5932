import { useTranslation } from 'react-i18next';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { Part } from '#renderer/features/conversation/part.tsx';
import { shortTitle } from '#renderer/features/special-calls/call-picker.tsx';
import { useCallStep, useCallView } from '#renderer/features/special-calls/special-call-query.ts';
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

/** A special call as it went: the record, the steps, what was taken down, and what was amended later. */
export function CallSheet({ id, ...props }: { id: string; onClose: () => void; returnFocus: () => void }) {
  const { t } = useTranslation();
  const { openSheet } = useTalk();
  const step = useCallStep();
  const call = useCallView(id);
  const { data } = call;
  const correct = async (text: string, reason: string) =>
    (await step((calls) => calls.correct({ specialCallId: id, text, reason }))) !== null;
  return (
    <Dialog title={data ? shortTitle(data.title) : t('records.title')} wide {...props}>
      {call.error ? <p className="text-note text-warn">{explainFailure(toFailure(call.error).code, t).what}</p> : null}
      {call.isPending ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {data ? (
        <div className="flex flex-col gap-4">
          <CallFacts view={data} />
          {data.fields.some(({ type, value }) => type === 'phone' && value !== '') ? (
            <WholeNumber recordId={id} />
          ) : null}
          <Part title={t('records.record')}>
            <p className="measure rounded-base bg-sunken px-4 py-3 text-body whitespace-pre-wrap" lang="zh-CN">
              {data.summary === '' ? t('records.noSummary') : data.summary}
            </p>
          </Part>
          <CallSteps view={data} />
          <CorrectionList corrections={data.corrections} />
          {data.state === 'ended' ? <CorrectionForm keep={correct} /> : null}
          <NumberLooks recordId={id} />
          <Button className="self-start" onClick={() => openSheet({ kind: 'records' })}>
            {t('records.back')}
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}

function CallFacts({ view }: { view: SpecialCallView }) {
  const { t, i18n } = useTranslation();
  const { openSheet } = useTalk();
  const { conversationId } = view;
  const state = view.state === 'running' ? 'running' : view.brokenOff === null ? 'finished' : 'brokenOff';
  const facts = [
    t(`vocabulary.channel.${view.channel}`),
    sayDue(view.startedAtMs, i18n.language),
    view.ownerName,
    t('records.version', { version: view.version }),
  ];
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={state === 'finished' ? 'accent' : 'plain'}>{t(`records.state.${state}`)}</Chip>
        {view.ending === '' ? null : <Chip>{view.ending}</Chip>}
        {view.workOrder ? <Chip>{t('records.order', { number: view.workOrder.number })}</Chip> : null}
        {conversationId === null ? null : (
          <button
            type="button"
            className="text-note text-accent underline underline-offset-3"
            onClick={() => openSheet({ kind: 'record', id: conversationId })}
          >
            {t('records.within')}
          </button>
        )}
      </div>
      <p className="figures text-note text-ink-2">{facts.join(' · ')}</p>
    </div>
  );
}

function CallSteps({ view }: { view: SpecialCallView }) {
  const { t } = useTranslation();
  return (
    <>
      <Part title={t('records.steps')}>
        <ol className="flex list-decimal flex-col pl-5 text-body" lang="zh-CN">
          {view.path.map(({ stepId, do: done, answer }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step can come twice on one way.
            <li key={`${stepId}-${index}`}>{answer === '' ? done : `${done}：${answer}`}</li>
          ))}
          <li>{view.step.do}</li>
        </ol>
      </Part>
      {view.readOut.length === 0 ? null : (
        <Part title={t('records.taken')}>
          <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 text-body" lang="zh-CN">
            {view.readOut.map(({ id, label, value }) => (
              <div key={id} className="contents">
                <dt className="text-ink-2">{label}</dt>
                <dd className="figures">{value}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { TableView } from '#contract/conversation/view.ts';
import type { PlayStep } from '#contract/workshop/play.ts';
import { Button } from '#renderer/ui/button.tsx';

/** The table where the try stands: the way so far, the question with its answers, or the finding. */
export function PlayTable({ table, onTake }: { table: TableView; onTake: (step: PlayStep) => void }) {
  const { t } = useTranslation();
  const { breadcrumbs, question, finding } = table;
  return (
    <section
      aria-label={table.title}
      className="grid gap-2.5 rounded-large border border-edge px-4 py-3.5"
      onKeyDown={(event) => {
        const answer = /^[1-9]$/.test(event.key) ? question?.answers[Number(event.key) - 1] : undefined;
        if (question && answer) onTake({ type: 'answer', nodeId: question.nodeId, answerId: answer.id });
      }}
    >
      {breadcrumbs.length === 0 ? null : (
        <ol aria-label={t('outline.play.way')} className="grid gap-0.5 text-note text-ink-2" lang="zh-CN">
          {breadcrumbs.map(({ nodeId, ask, answerLabel }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a way can come to one question twice; its steps keep their places.
            <li key={`${nodeId} ${index}`}>
              {ask} <b className="font-semibold text-accent">{answerLabel}</b>
            </li>
          ))}
        </ol>
      )}
      {question ? (
        <>
          <h3 className="text-head font-semibold" lang="zh-CN" aria-live="polite">
            {question.ask}
          </h3>
          {question.hint === '' ? null : <p className="text-note text-ink-2">{question.hint}</p>}
          <div className="flex flex-wrap gap-2">
            {question.answers.map(({ id, label }, index) => (
              <Button
                key={`${question.nodeId} ${id}`}
                autoFocus={index === 0}
                lang="zh-CN"
                onClick={() => onTake({ type: 'answer', nodeId: question.nodeId, answerId: id })}
              >
                <span className="figures text-small text-ink-2">{index + 1}</span>
                {label === '' ? t('workshop.untitled') : label}
              </Button>
            ))}
          </div>
        </>
      ) : null}
      {finding ? (
        <>
          <h3 className="text-head font-semibold" lang="zh-CN" aria-live="polite">
            {finding.title}
          </h3>
          <p className="spoken text-body" lang="zh-CN">
            {finding.line?.excerpt ?? t('outline.gap.noLine')}
          </p>
          <p className="text-note text-ink-2" lang="zh-CN">
            {finding.action.label}
            {finding.action.promiseHours === undefined
              ? ''
              : ` · ${t('library.part.promise', { hours: finding.action.promiseHours })}`}
          </p>
          {finding.accepted ? (
            <p role="status" className="text-note font-semibold text-accent">
              {t('outline.play.accepted')}
            </p>
          ) : (
            <div className="flex flex-wrap gap-2">
              <Button
                autoFocus
                look="primary"
                onClick={() => onTake({ type: 'acceptFinding', nodeId: finding.nodeId })}
              >
                {t('outline.play.accept')}
              </Button>
              {finding.hasOtherWay ? (
                <Button onClick={() => onTake({ type: 'refuseFinding', nodeId: finding.nodeId })}>
                  {t('outline.play.refuse')}
                </Button>
              ) : null}
            </div>
          )}
        </>
      ) : null}
    </section>
  );
}

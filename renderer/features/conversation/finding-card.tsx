import { CircleCheck, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TableView } from '#contract/conversation/view.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { AnswerButton } from './answer-button.tsx';
import { targetId } from './missing-target.ts';

interface FindingCardProps {
  finding: NonNullable<TableView['finding']>;
  onAccept: () => void;
  onRefuse: () => void;
}

/** What the table came to: the line to say, what to do, and whether the customer accepts it. */
export function FindingCard({ finding, onAccept, onRefuse }: FindingCardProps) {
  const { t } = useTranslation();
  const { dispatch, focusSearch } = useDeskActions();
  const { line } = finding;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1" lang="zh-CN">
        <p className="text-field font-semibold" aria-live="polite">
          {finding.title}
        </p>
        <Chip tone="accent">{finding.action.label}</Chip>
      </div>
      {line === null ? null : (
        <button
          type="button"
          title={t('conversation.openLine', { title: line.title })}
          onClick={() => {
            dispatch({ type: 'opened', entryId: line.entryId });
            focusSearch();
          }}
          className="mt-2 flex w-full items-start gap-2 rounded-base border border-edge bg-panel px-2.5 py-2 text-left hover:border-accent"
        >
          <Quote className="mt-0.5 size-4 shrink-0 text-ink-3" aria-hidden />
          <span className="spoken line-clamp-3 text-note" lang="zh-CN">
            {line.excerpt}
          </span>
        </button>
      )}
      {finding.accepted ? (
        <p className="mt-2.5 flex items-center gap-1.5 text-note font-semibold text-ok">
          <CircleCheck className="size-4" aria-hidden />
          <span className="flex-1">{t('conversation.accepted')}</span>
          {finding.hasOtherWay ? (
            <button
              type="button"
              onClick={onRefuse}
              className="rounded-small px-1 text-small font-normal text-ink-3 underline decoration-edge-strong underline-offset-3 hover:text-ink"
            >
              {t('conversation.refuseAfter')}
            </button>
          ) : null}
        </p>
      ) : (
        <div id={targetId('finding')} className="mt-2.5 grid grid-cols-2 gap-2">
          <AnswerButton label={t('conversation.accept')} number={1} onChoose={onAccept} />
          {finding.hasOtherWay ? (
            <AnswerButton label={t('conversation.refuse')} number={2} quiet onChoose={onRefuse} />
          ) : null}
        </div>
      )}
    </>
  );
}

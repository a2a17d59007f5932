import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { chosenVariant } from '#renderer/features/line/line-query.ts';
import { LineText } from '#renderer/features/line/line-text.tsx';
import { UsabilityNote } from '#renderer/features/line/usability-note.tsx';
import type { QuickRow } from './quick-rows.ts';
import type { QuickBarWork } from './use-quick-bar.ts';

const REASON_ID = 'quick-blocked';

/** The chosen line as it would be taken: its gaps marked and asked for in place, or why it cannot be taken. */
export function QuickBody({ row, work, atEdge }: { row: QuickRow; work: QuickBarWork; atEdge: boolean }) {
  const { t } = useTranslation();
  const { line } = work;
  const variant = line === undefined ? undefined : chosenVariant(line, 'standard');
  const place = clsx('pr-3 pl-8', atEdge && 'pl-2');
  if (row.kind === 'notice') return <p className={clsx(place, 'text-note text-ink-2')}>{t('quickBar.readOnDesk')}</p>;
  if (!line || !variant) return <p className={clsx(place, 'spoken text-field text-ink-2')}>{row.excerpt}</p>;
  return (
    <div className={clsx(place, 'flex flex-col gap-1.5')}>
      <p className="spoken text-field whitespace-pre-wrap text-ink [&_input]:text-field" lang="zh-CN">
        <LineText
          segments={variant.segments}
          labels={new Map(line.variables.map(({ name, label }) => [name, label]))}
          values={work.values}
          asking={work.asking}
          onAsk={work.ask}
          onFill={work.fill}
          onNext={work.gapDone}
          onLeave={work.leaveGap}
        />
      </p>
      <UsabilityNote id={REASON_ID} usability={line.usability} onOpen={work.openEntry} />
    </div>
  );
}

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { optionId } from '#renderer/features/search/stops.ts';
import { QuickBody } from './quick-body.tsx';
import { QuickRowHead } from './quick-row-head.tsx';
import type { QuickBarWork } from './use-quick-bar.ts';

export const QUICK_LIST_ID = 'quick-lines';

/**
 * The rows, the chosen one opened. A row's wording can hold fields to fill, which no option of a list may: the list owns the
 * heads only, and the wording stands beside them.
 */
export function QuickList({ work, atEdge }: { work: QuickBarWork; atEdge: boolean }) {
  const { t } = useTranslation();
  const { rows, selected, line } = work;
  const key = selected?.key;
  const words = line?.entryId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording makes the row higher once it is there.
  useEffect(() => {
    if (key !== undefined) document.getElementById(optionId(key))?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [key, words]);
  return (
    <>
      <div
        id={QUICK_LIST_ID}
        role="listbox"
        aria-label={t('search.results')}
        aria-owns={rows.map((row) => optionId(row.key)).join(' ')}
        tabIndex={-1}
        data-quiet-focus=""
      />
      {rows.map((row) => {
        const chosen = row.key === key;
        return (
          <div
            key={row.key}
            className={
              chosen
                ? 'mb-0.5 rounded-base border-l-[3px] border-accent bg-accent-soft py-1.5'
                : 'rounded-base border-l-[3px] border-clear py-0.5 hover:bg-hover'
            }
          >
            <QuickRowHead
              row={row}
              chosen={chosen}
              atEdge={atEdge}
              onPick={() => (chosen ? work.takeRow('copied', row) : work.pick(row))}
            />
            {chosen ? <QuickBody row={row} work={work} atEdge={atEdge} /> : null}
          </div>
        );
      })}
    </>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#contract/errors.ts';
import type { ImportList, ImportSummary } from '#contract/exchange.ts';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PreviewRow } from './preview-row.tsx';
import { sayFileNote } from './say-import.ts';
import { usePreviewPages } from './use-preview-pages.ts';

const lists: readonly ImportList[] = ['new', 'changed', 'alike', 'rejected', 'unchanged'];
const ROW_REM = 5.5;

interface ImportPreviewProps {
  summary: ImportSummary;
  applying: boolean;
  trouble: ErrorCode | null;
  onApply: (leaveOut: readonly number[]) => void;
  onAgain: () => void;
  onGone: () => void;
}

/** What a file would bring, list by list, each item with a tick; nothing has happened yet. */
export function ImportPreview({ summary, applying, trouble, onApply, onAgain, onGone }: ImportPreviewProps) {
  const { t } = useTranslation();
  const { counts, places, unknownColumns, notes } = summary;
  const [list, setList] = useState<ImportList>(() => lists.find((each) => counts[each] > 0) ?? 'new');
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(() => new Set(places.alike));
  const taken = counts.new + counts.changed - leftOut.size;
  const gone = useEffectEvent(onGone);

  const tick = (indexes: readonly number[], take: boolean) =>
    setLeftOut((last) => {
      const next = new Set(last);
      for (const index of indexes)
        if (take) next.delete(index);
        else next.add(index);
      return next;
    });
  const tickable = list === 'rejected' || list === 'unchanged' ? [] : places[list];
  const columns = unknownColumns.map(({ column }) => t('exchange.import.column', { column })).join(t('frame.listJoin'));

  return (
    <div className="flex flex-col gap-3.5">
      <ChoiceChips
        size="base"
        label={t('exchange.import.listsLabel')}
        value={list}
        options={lists.map((each) => ({
          value: each,
          content: (
            <>
              {t(`exchange.import.lists.${each}`)} <span className="figures">{counts[each]}</span>
            </>
          ),
        }))}
        onChange={setList}
      />
      {list === 'alike' ? <p className="text-note text-ink-2">{t('exchange.import.alikeWhy')}</p> : null}
      <Rows
        key={list}
        previewId={summary.previewId}
        list={list}
        count={counts[list]}
        leftOut={leftOut}
        onTick={(index, take) => tick([index], take)}
        onGone={gone}
      />
      {tickable.length > 1 ? (
        <div className="flex flex-wrap gap-1.5">
          <Button size="small" onClick={() => tick(tickable, true)}>
            {t('exchange.import.tickAll')}
          </Button>
          <Button size="small" onClick={() => tick(tickable, false)}>
            {t('exchange.import.tickNone')}
          </Button>
        </div>
      ) : null}
      {columns === '' ? null : (
        <p className="line-clamp-2 text-note text-ink-2">{t('exchange.import.unknownColumns', { columns })}</p>
      )}
      {notes.slice(0, 5).map((note) => (
        <p key={JSON.stringify(note)} className="line-clamp-2 text-note text-ink-2">
          {sayFileNote(note, t)}
        </p>
      ))}
      {trouble === null ? (
        <Banner tone="plain" title={t('exchange.import.nothingYet')}>
          {t('exchange.import.nothingYetText')}
        </Banner>
      ) : (
        <Banner tone="warn" title={explainFailure(trouble, t).what}>
          {explainFailure(trouble, t).next}
        </Banner>
      )}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button look="quiet" onClick={onAgain}>
          {t('exchange.import.again')}
        </Button>
        <Button
          look="primary"
          aria-disabled={taken === 0 || applying}
          onClick={() => taken > 0 && !applying && onApply([...leftOut])}
        >
          {taken === 0 ? t('exchange.import.applyNone') : t('exchange.import.apply', { count: taken })}
        </Button>
      </div>
    </div>
  );
}

interface RowsProps {
  previewId: string;
  list: ImportList;
  count: number;
  leftOut: ReadonlySet<number>;
  onTick: (index: number, take: boolean) => void;
  onGone: () => void;
}

function Rows({ previewId, list, count, leftOut, onTick, onGone }: RowsProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 4,
  });
  const shown = rows.getVirtualItems();
  const itemAt = usePreviewPages(previewId, list, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0, onGone);
  if (count === 0) return <EmptyState title={t(`exchange.import.listEmpty.${list}`)} />;
  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: rows without a tick are reached by scrolling, which takes the arrow keys
      tabIndex={0}
      aria-label={t(`exchange.import.lists.${list}`)}
      className="h-[46vh] min-h-48 overflow-y-auto rounded-base border border-edge bg-sunken px-3"
    >
      <ul className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const found = itemAt(row.index);
          return (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              aria-setsize={count}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0 min-h-12 border-b border-edge py-2.5"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {found ? (
                <PreviewRow
                  item={found.item}
                  taken={!leftOut.has(found.index)}
                  onTick={(take) => onTick(found.index, take)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

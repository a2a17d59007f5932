import { useVirtualizer } from '@tanstack/react-virtual';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { belongsToComposition } from '#renderer/app/composition.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { EntryRow } from './entry-row.tsx';
import type { Browsed } from './use-browse.ts';

const LIST_ID = 'library-list';
const ROW_REM = 5;
/** Rows that PageUp and PageDown go past. */
const LEAP = 8;
const rowId = (index: number) => `library-row-${index}`;

interface EntryListProps {
  ref: Ref<HTMLInputElement>;
  text: string;
  browsed: Browsed | undefined;
  index: number;
  onType: (text: string) => void;
  onMove: (index: number) => void;
  onOpen: () => void;
  /** The rows in sight, so that their pages can be read. */
  onSight: (from: number, to: number) => void;
}

/** A field that narrows the list with every letter, and the list under it; arrows move without leaving the field. */
export function EntryList(props: EntryListProps) {
  const { browsed, index, text, onMove, onSight } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const total = browsed?.total ?? 0;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 6,
  });
  const seen = rows.getVirtualItems();
  const from = seen[0]?.index ?? 0;
  const to = seen.at(-1)?.index ?? 0;
  useEffect(() => onSight(from, to), [from, to, onSight]);
  useEffect(() => {
    if (total > 0) rows.scrollToIndex(index);
  }, [index, total, rows]);

  const moveTo = (next: number) => onMove(Math.min(Math.max(next, 0), Math.max(total - 1, 0)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (belongsToComposition(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const inField = event.target instanceof HTMLInputElement;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: LEAP, PageUp: -LEAP }[event.key];
    if (step !== undefined) moveTo(index + step);
    // In the field these two move the caret.
    else if (event.key === 'Home' && !inField) moveTo(0);
    else if (event.key === 'End' && !inField) moveTo(total - 1);
    else if (event.key === 'Enter') props.onOpen();
    else return;
    event.preventDefault();
  };
  const active = total > 0 && index >= from && index <= to ? { 'aria-activedescendant': rowId(index) } : {};

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field and the list inside.
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <div className="flex items-center gap-2 border-b border-edge px-3 py-2">
        <div className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-base border border-edge-field bg-panel px-2.5 focus-within:border-accent">
          <Search className="size-4 shrink-0 text-ink-2" aria-hidden />
          <input
            ref={props.ref}
            data-quiet-focus=""
            type="text"
            role="combobox"
            aria-label={t('library.filter')}
            aria-expanded
            aria-controls={LIST_ID}
            aria-autocomplete="list"
            {...active}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder={t('library.filterHint')}
            value={text}
            onChange={(event) => props.onType(event.target.value)}
            className="h-full min-w-0 flex-1 bg-clear text-body text-ink outline-none placeholder:text-ink-3"
          />
          {text === '' ? null : (
            <button
              type="button"
              aria-label={t('library.clearFilter')}
              onClick={() => props.onType('')}
              className="rounded-small p-0.5 text-ink-3 hover:bg-hover hover:text-ink"
            >
              <X className="size-4" aria-hidden />
            </button>
          )}
        </div>
        <span role="status" className="figures text-small whitespace-nowrap text-ink-3">
          {browsed ? t('library.found', { count: total }) : ''}
        </span>
        <span className="flex gap-1" aria-hidden="true">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd>
        </span>
      </div>
      <div ref={box} className="min-h-0 flex-1 overflow-y-auto p-2">
        <div
          id={LIST_ID}
          role="listbox"
          aria-label={t('library.lines')}
          tabIndex={total === 0 ? -1 : 0}
          {...active}
          className="relative"
          style={{ height: rows.getTotalSize() }}
        >
          {seen.map((row) => (
            <EntryRow
              key={row.key}
              ref={rows.measureElement}
              id={rowId(row.index)}
              index={row.index}
              total={total}
              top={row.start}
              selected={row.index === index}
              entry={browsed?.at(row.index)}
              onPick={() => onMove(row.index)}
              onOpen={props.onOpen}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

import { SearchX } from 'lucide-react';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineSummary } from '#contract/library.ts';
import type { SearchHit } from '#contract/search.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import type { Jump } from './find-jumps.ts';
import { JumpRows } from './jump-rows.tsx';
import { sayReason } from './match-reason.ts';
import { NothingFound } from './nothing-found.tsx';
import { NOTICES_ID, NoticesOnTop } from './notices-on-top.tsx';
import { OtherEntries } from './other-entries.tsx';
import { ResultRow } from './result-row.tsx';
import type { Results } from './results.ts';
import { LISTBOX_ID, optionId, type Stop } from './stops.ts';

interface ResultListProps {
  results: Results;
  jumps: readonly Jump[];
  /** Key of the row the list points at. */
  selected: string | null;
  onPick: (entryId: string) => void;
  onTake: (entryId: string) => void;
  onOpen: (stop: Stop) => void;
}

/** The list left of the line; the search box drives it, a pointer can too. */
export function ResultList({ results, jumps, selected, onPick, onTake, onOpen }: ResultListProps) {
  const { t } = useTranslation();

  const list = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  const atTop = results.items[0]?.entryId === selected;

  useEffect(() => {
    const scroller = list.current?.parentElement;
    const look = () => {
      scrolled.current = (scroller?.scrollTop ?? 0) > 0;
    };
    scroller?.addEventListener('scroll', look, { passive: true });
    return () => scroller?.removeEventListener('scroll', look);
  }, []);
  useEffect(() => {
    // Every letter selects the first row anew; a list that is at its top need not be laid out to find that out.
    if (selected === null || (atTop && !scrolled.current)) return;
    document.getElementById(optionId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected, atTop]);

  const rowOf = (item: SearchHit | LineSummary, index: number) => {
    const common = {
      key: item.entryId,
      id: optionId(item.entryId),
      entryId: item.entryId,
      number: index + 1,
      selected: item.entryId === selected,
      stage: item.stage,
      onPick,
      onTake,
    };
    if ('near' in item) {
      const { key, ...rest } = common;
      return (
        <Row
          key={key}
          {...rest}
          title={item.title}
          titleMarks={item.titleMarks}
          excerpt={item.excerpt}
          excerptMarks={item.excerptMarks}
          note={sayReason(item.reason, t)}
        />
      );
    }
    const { key, ...rest } = common;
    return (
      <Row
        key={key}
        {...rest}
        title={item.title}
        excerpt={item.excerpt}
        favourite={item.favourite}
        note={item.uses > 0 ? t('search.used', { count: item.uses }) : null}
      />
    );
  };

  const rows = results.items.map(rowOf);
  const notices = results.kind === 'search' ? results.notices : [];
  const firstNear = results.kind === 'search' ? results.items.findIndex((hit) => hit.near) : -1;
  const exactRows = firstNear < 0 ? rows : rows.slice(0, firstNear);
  const nearRows = firstNear < 0 ? [] : rows.slice(firstNear);

  return (
    <div ref={list} className="p-2.5">
      {notices.length > 0 ? <NoticesOnTop notices={notices} selected={selected} onOpen={onOpen} /> : null}
      {results.kind === 'search' && exactRows.length === 0 ? (
        <NothingFound asked={results.asked} near={nearRows.length > 0} />
      ) : null}
      {results.kind === 'atHand' && rows.length === 0 ? (
        <EmptyState icon={<SearchX className="size-7" aria-hidden />} title={t('search.atHandEmpty')}>
          {t('search.atHandEmptyText')}
        </EmptyState>
      ) : null}
      {results.kind === 'search' && results.interpretation !== null ? (
        <p className="px-2 pb-1 text-note text-ink-2">{t('search.interpretation', { text: results.interpretation })}</p>
      ) : null}
      <div
        id={LISTBOX_ID}
        role="listbox"
        aria-label={t('search.results')}
        {...(notices.length > 0 ? { 'aria-owns': NOTICES_ID } : {})}
        tabIndex={-1}
        data-quiet-focus=""
      >
        {exactRows.length > 0 ? (
          <Group heading={results.kind === 'atHand' ? t('search.atHand') : t('search.best')} arrows>
            {exactRows}
          </Group>
        ) : null}
        {nearRows.length > 0 ? <Group heading={t('search.near')}>{nearRows}</Group> : null}
        {results.kind === 'search' ? (
          <OtherEntries entries={results.others} selected={selected} onOpen={onOpen} />
        ) : null}
        <JumpRows jumps={jumps} selected={selected} onOpen={onOpen} />
      </div>
    </div>
  );
}

const Row = memo(ResultRow);

function Group({ heading, arrows = false, children }: { heading: string; arrows?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot group the options of a listbox.
    <div role="group" aria-label={heading}>
      <div
        role="presentation"
        className="flex items-center justify-between px-2 pt-1 pb-2 text-small text-ink-3"
        aria-hidden="true"
      >
        <span>{heading}</span>
        {arrows ? (
          <span className="flex gap-1">
            <Kbd>↑</Kbd>
            <Kbd>↓</Kbd>
          </span>
        ) : null}
      </div>
      {children}
    </div>
  );
}

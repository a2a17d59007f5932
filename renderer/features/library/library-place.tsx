import clsx from 'clsx';
import { BookOpen } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { EntryList } from './entry-list.tsx';
import { EntryPane } from './entry-pane.tsx';
import { FilterColumn } from './filter-column.tsx';
import type { LibraryColumn, LibraryShelf } from './library-view.ts';
import { PersonalForm } from './personal/personal-form.tsx';
import { RemoveSheet } from './personal/remove-sheet.tsx';
import { usePersonalLine } from './personal/use-personal-lines.ts';
import { UsageView } from './usage-view.tsx';
import { useBrowse } from './use-browse.ts';
import { useLibraryView } from './use-library-view.ts';

type Sheet = { kind: 'write'; entryId: string | null } | { kind: 'remove'; entryId: string } | null;

const columns: readonly LibraryColumn[] = ['filters', 'list', 'entry'];

/** The library: what to look at on the left, the list, and the entry that is read. */
export function LibraryPlace() {
  const { t } = useTranslation();
  const { focusSearch } = useDeskActions();
  const [view, act] = useLibraryView();
  const [sight, setSight] = useState({ from: 0, to: 0 });
  const onSight = useCallback((from: number, to: number) => setSight({ from, to }), []);
  const { browsed, error } = useBrowse(view, sight.from, sight.to);
  const [sheet, setSheet] = useState<Sheet>(null);
  const filterColumn = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const pane = useRef<HTMLElement>(null);
  const usage = view.shelf === 'usage';
  const chosen = browsed?.at(Math.min(view.index, Math.max(browsed.total - 1, 0)));
  const entryId = view.opened.at(-1) ?? chosen?.entryId ?? null;

  useEffect(() => field.current?.focus(), []);

  const show = (column: LibraryColumn) => {
    act({ type: 'columnShown', column });
    // Where there is one column, what is shown is on the screen only after this turn.
    requestAnimationFrame(() => {
      if (column === 'filters') filterColumn.current?.focus();
      else if (column === 'list') field.current?.focus();
      else (pane.current?.querySelector<HTMLElement>('[data-first-action]') ?? pane.current)?.focus();
    });
  };
  const step = (by: 1 | -1) => {
    const present = [filterColumn, list, pane].findIndex((column) => hasFocus(column));
    show(columns[(Math.max(present, 0) + by + columns.length) % columns.length] ?? 'list');
  };
  useShortcut('nextColumn', () => step(1));
  useShortcut('previousColumn', () => step(-1));
  useShortcut('filterLibrary', () => show('list'));
  useShortcut('writeOwnLine', () => setSheet({ kind: 'write', entryId: null }));
  useShortcut('clearSearch', () => {
    if (view.opened.length > 0) act({ type: 'wentBack' });
    else if (hasFocus(pane)) show('list');
    else if (view.text !== '') act({ type: 'typed', text: '' });
    else focusSearch();
  });

  const reading =
    entryId === null ? null : (
      <EntryPane
        key={entryId}
        entryId={entryId}
        canGoBack={view.opened.length > 0}
        onBack={() => act({ type: 'wentBack' })}
        onOpen={(next) => act({ type: 'opened', entryId: next })}
        onEdit={() => setSheet({ kind: 'write', entryId })}
        onRemove={() => setSheet({ kind: 'remove', entryId })}
      />
    );
  const only = (column: LibraryColumn) => view.column !== column && 'narrow:hidden';
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="hidden border-b border-edge bg-panel px-3 py-1.5 drawer:block">
        <ChoiceChips
          size="base"
          label={t('library.columnSwitch')}
          value={view.column}
          options={columns.map((value) => ({ value, content: t(`library.columns.${value}`) }))}
          onChange={(column) => act({ type: 'columnShown', column })}
        />
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[14.5rem_minmax(17rem,26rem)_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] drawer:grid-cols-[minmax(16rem,23rem)_minmax(0,1fr)] narrow:grid-cols-1">
        <section
          ref={filterColumn}
          tabIndex={-1}
          aria-labelledby="library-heading"
          className={clsx(
            'min-h-0 overflow-y-auto border-r border-edge bg-sunken focus-visible:-outline-offset-2',
            view.column !== 'filters' && 'drawer:hidden',
          )}
        >
          <FilterColumn view={view} browsed={browsed} onAction={act} />
        </section>
        {usage ? (
          <section
            ref={pane}
            data-entry-pane=""
            tabIndex={-1}
            aria-label={t('library.view.usage')}
            className={clsx(
              'col-span-2 min-h-0 overflow-y-auto focus-visible:-outline-offset-2',
              view.column === 'filters' ? 'drawer:col-span-1 narrow:hidden' : 'drawer:col-span-2 narrow:col-span-1',
            )}
          >
            {view.opened.length === 0 ? <UsageView onOpen={(id) => act({ type: 'opened', entryId: id })} /> : reading}
          </section>
        ) : (
          <>
            <section
              ref={list}
              aria-label={t('library.columns.list')}
              className={clsx(
                'flex min-h-0 flex-col border-r border-edge bg-sunken',
                view.column === 'filters' && 'drawer:hidden',
                only('list'),
              )}
            >
              {error === null ? null : <Failure error={error} />}
              <EntryList
                ref={field}
                text={view.text}
                browsed={browsed}
                index={view.index}
                onType={(text) => act({ type: 'typed', text })}
                onMove={(index) => act({ type: 'movedTo', index })}
                onOpen={() => show('entry')}
                onSight={onSight}
              />
              {browsed === undefined && error === null ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
              {browsed?.total === 0 ? <Nothing shelf={view.shelf} narrowed={view.text !== ''} /> : null}
              {view.shelf === 'personal' ? (
                <div className="border-t border-edge p-3">
                  <Button onClick={() => setSheet({ kind: 'write', entryId: null })}>
                    {t('library.personal.write')}
                    <KeyOf id="writeOwnLine" />
                  </Button>
                </div>
              ) : null}
            </section>
            <section
              ref={pane}
              data-entry-pane=""
              tabIndex={-1}
              aria-label={t('library.columns.entry')}
              className={clsx('min-h-0 overflow-y-auto focus-visible:-outline-offset-2', only('entry'))}
            >
              {reading ?? <EmptyState icon={<BookOpen className="size-8" aria-hidden />} title={t('library.pick')} />}
            </section>
          </>
        )}
      </div>
      {sheet?.kind === 'write' ? (
        <Writing
          entryId={sheet.entryId}
          onClose={() => setSheet(null)}
          onSaved={(saved) => {
            setSheet(null);
            act({ type: 'shelfChosen', shelf: 'personal' });
            act({ type: 'opened', entryId: saved });
          }}
        />
      ) : null}
      {sheet?.kind === 'remove' ? (
        <RemoveSheet
          entryId={sheet.entryId}
          onClose={() => {
            setSheet(null);
            act({ type: 'shelfChosen', shelf: 'personal' });
          }}
        />
      ) : null}
    </div>
  );
}

const hasFocus = (column: RefObject<HTMLElement | null>) => column.current?.contains(document.activeElement) ?? false;

interface WritingProps {
  entryId: string | null;
  onClose: () => void;
  onSaved: (entryId: string) => void;
}

/** A form opens only once the line that it changes is there. */
function Writing({ entryId, onClose, onSaved }: WritingProps) {
  const line = usePersonalLine(entryId);
  if (entryId !== null && line === undefined) return null;
  return <PersonalForm line={line ?? null} onClose={onClose} onSaved={onSaved} />;
}

function Nothing({ shelf, narrowed }: { shelf: LibraryShelf; narrowed: boolean }) {
  const { t } = useTranslation();
  if (shelf === 'favourites' && !narrowed) {
    return <EmptyState title={t('library.emptyFavourites')}>{t('library.emptyFavouritesText')}</EmptyState>;
  }
  if (shelf === 'personal' && !narrowed) {
    return <EmptyState title={t('library.emptyPersonal')}>{t('library.emptyPersonalText')}</EmptyState>;
  }
  return <EmptyState title={t('library.empty')}>{t('library.emptyText')}</EmptyState>;
}

function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { title, detail } = failureNotice(toFailure(error).code, t);
  return (
    <div className="p-2.5">
      <Banner tone="warn" title={title}>
        {detail}
      </Banner>
    </div>
  );
}

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from '#contract/library-browse.ts';
import { ExchangeEntrance } from '#renderer/features/exchange/exchange-entrance.tsx';
import { ReleasesEntrance } from '#renderer/features/releases/releases-entrance.tsx';
import { Button } from '#renderer/ui/button.tsx';
import {
  isNarrowed,
  type LibraryAction,
  type LibraryFilters,
  type LibraryShelf,
  type LibraryView,
} from './library-view.ts';
import type { Browsed } from './use-browse.ts';

interface FilterColumnProps {
  view: LibraryView;
  browsed: Browsed | undefined;
  onAction: (action: LibraryAction) => void;
}

const shelves: readonly LibraryShelf[] = ['team', 'favourites', 'personal', 'usage'];

/** What to look at and by what to narrow it down; every choice says how many entries it would leave. */
export function FilterColumn({ view, browsed, onAction }: FilterColumnProps) {
  const { t } = useTranslation();
  const counts = browsed?.counts;
  const { filters } = view;
  const own = { team: undefined, usage: undefined, ...browsed?.own };
  const group = (
    name: keyof LibraryFilters,
    heading: string,
    options: Facet | undefined,
    say: (value: string) => string,
  ) => (
    <Group
      heading={heading}
      options={options ?? []}
      chosen={filters[name]}
      say={say}
      // The core sent these values, so they are of the filter's own kind.
      onChoose={(value) => onAction({ type: 'filtered', change: { [name]: value } as Partial<LibraryFilters> })}
    />
  );
  const labelIn = (options: Facet | undefined) => (value: string) =>
    options?.find((option) => option.value === value)?.label ?? value;
  return (
    <div className="flex flex-col gap-4 p-3">
      <div>
        <h1 id="library-heading" className="px-2 pb-1.5 text-head font-bold">
          {t('library.heading')}
        </h1>
        <ul aria-label={t('library.views')}>
          {shelves.map((shelf) => (
            <li key={shelf}>
              <Choice
                chosen={view.shelf === shelf}
                count={own[shelf]}
                onChoose={() => onAction({ type: 'shelfChosen', shelf })}
              >
                {t(`library.view.${shelf}`)}
              </Choice>
            </li>
          ))}
        </ul>
      </div>
      <ReleasesEntrance />
      <ExchangeEntrance />
      {view.shelf === 'usage' ? null : (
        <>
          {isNarrowed(view) ? (
            <Button size="small" className="self-start" onClick={() => onAction({ type: 'filtersCleared' })}>
              {t('library.clearAll')}
            </Button>
          ) : null}
          {group('kind', t('library.kinds'), counts?.kinds, (kind) => t(`library.kind.${kind as 'line'}`))}
          {group('packId', t('library.packs'), counts?.packs, labelIn(counts?.packs))}
          {group('scene', t('library.scenes'), counts?.scenes, labelIn(counts?.scenes))}
          {group('stage', t('library.stages'), counts?.stages, (stage) => t(`vocabulary.stage.${stage as 'accept'}`))}
          {group('state', t('library.states'), counts?.states, (state) => t(`library.state.${state as 'inForce'}`))}
        </>
      )}
    </div>
  );
}

interface GroupProps {
  heading: string;
  options: Facet;
  chosen: string | null;
  say: (value: string) => string;
  onChoose: (value: string | null) => void;
}

function Group({ heading, options, chosen, say, onChoose }: GroupProps) {
  const { t } = useTranslation();
  // One value alone does not narrow anything, unless it is the one chosen.
  if (options.length < 2 && chosen === null) return null;
  return (
    <section aria-label={heading}>
      <h2 className="px-2 pb-0.5 text-small text-ink-3">{heading}</h2>
      <ul>
        <li>
          <Choice chosen={chosen === null} onChoose={() => onChoose(null)}>
            {t('library.any')}
          </Choice>
        </li>
        {options.map(({ value, entries }) => (
          <li key={value}>
            <Choice
              chosen={chosen === value}
              count={entries}
              onChoose={() => onChoose(chosen === value ? null : value)}
            >
              {say(value)}
            </Choice>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  chosen: boolean;
  count?: number | undefined;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ chosen, count, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={clsx(
        'flex w-full items-baseline gap-2 rounded-base border-l-[3px] px-2 py-1 text-left text-note',
        chosen ? 'border-accent bg-panel font-semibold text-ink shadow-lift' : 'border-clear text-ink-2 hover:bg-hover',
      )}
    >
      <span className="min-w-0 flex-1">{children}</span>
      {count === undefined ? null : <span className="figures text-small font-normal text-ink-3">{count}</span>}
    </button>
  );
}

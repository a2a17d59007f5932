import type { EntryKind } from '#contract/library/release.ts';
import type { EntryState } from '#contract/library-browse.ts';
import type { Stage } from '#contract/vocabulary.ts';

export type LibraryColumn = 'filters' | 'list' | 'entry';
export type LibraryShelf = 'team' | 'favourites' | 'personal' | 'usage';

export interface LibraryFilters {
  readonly packId: string | null;
  readonly kind: EntryKind | null;
  readonly stage: Stage | null;
  readonly scene: string | null;
  readonly state: EntryState | null;
}

/** Where somebody is in the library; it outlives a look at the desk. */
export interface LibraryView {
  readonly shelf: LibraryShelf;
  readonly filters: LibraryFilters;
  readonly text: string;
  /** Place in the list, from 0. */
  readonly index: number;
  /** Entries opened from one another; the last one is read instead of the chosen row. */
  readonly opened: readonly string[];
  /** The column shown where there is no room for all. */
  readonly column: LibraryColumn;
}

export type LibraryAction =
  | { type: 'shelfChosen'; shelf: LibraryShelf }
  | { type: 'filtered'; change: Partial<LibraryFilters> }
  | { type: 'filtersCleared' }
  | { type: 'typed'; text: string }
  | { type: 'movedTo'; index: number }
  | { type: 'opened'; entryId: string }
  | { type: 'wentBack' }
  | { type: 'columnShown'; column: LibraryColumn };

const noFilters: LibraryFilters = { packId: null, kind: null, stage: null, scene: null, state: null };

export const freshView: LibraryView = {
  shelf: 'team',
  filters: noFilters,
  text: '',
  index: 0,
  opened: [],
  column: 'list',
};

export function libraryReducer(view: LibraryView, action: LibraryAction): LibraryView {
  switch (action.type) {
    case 'shelfChosen':
      return {
        ...view,
        shelf: action.shelf,
        index: 0,
        opened: [],
        column: action.shelf === 'usage' ? 'entry' : 'list',
      };
    case 'filtered': {
      const filters = { ...view.filters, ...action.change };
      // A scene belongs to its pack.
      const scene = action.change.packId === undefined ? filters.scene : null;
      return { ...view, filters: { ...filters, scene }, index: 0, opened: [] };
    }
    case 'filtersCleared':
      return { ...view, filters: noFilters, text: '', index: 0, opened: [] };
    case 'typed':
      return { ...view, text: action.text, index: 0, opened: [] };
    case 'movedTo':
      return { ...view, index: action.index, opened: [] };
    case 'opened':
      return { ...view, opened: [...view.opened, action.entryId], column: 'entry' };
    case 'wentBack':
      return { ...view, opened: view.opened.slice(0, -1) };
    case 'columnShown':
      return { ...view, column: action.column };
  }
}

export const isNarrowed = ({ filters, text }: LibraryView): boolean =>
  text !== '' || Object.values(filters).some((value) => value !== null);

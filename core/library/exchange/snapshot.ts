import type { Variable } from '#contract/library/line.ts';
import type { LibraryView } from '../validate/fault.ts';
import type { CellContext } from './codecs.ts';

/** The library an import is compared with, or an export is made of. */
export interface LibrarySnapshot {
  packs: readonly (LibraryView['packs'][number] & { title: string })[];
  entries: LibraryView['entries'];
  /** Variables that lines share. */
  variables: readonly Variable[];
}

/** What cells of one pack's rows may refer to. */
export function cellContext(library: LibrarySnapshot, packId: string): CellContext {
  return {
    scenes: library.packs.find(({ id }) => id === packId)?.scenes ?? [],
    variables: new Map(library.variables.map((variable) => [variable.name, variable])),
  };
}

import type { CellContext } from '../codecs.ts';
import { isTableEntry, type TableEntry } from '../entry-row.ts';
import { cellContext, type LibrarySnapshot } from '../snapshot.ts';
import type { TableKind } from '../table-kind.ts';

export interface ExportedEntry {
  packId: string;
  entry: TableEntry;
  context: CellContext;
}

/** The entries that fit into rows, of one kind or of all, in the order of the library. */
export function tableEntries(library: LibrarySnapshot, kind?: TableKind): ExportedEntry[] {
  const contexts = new Map(library.packs.map(({ id }) => [id, cellContext(library, id)]));
  return library.entries.flatMap(({ packId, entry }) => {
    if (!isTableEntry(entry) || (kind !== undefined && entry.kind !== kind)) return [];
    return [{ packId, entry, context: contexts.get(packId) ?? cellContext(library, packId) }];
  });
}

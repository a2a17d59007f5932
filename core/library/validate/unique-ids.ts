import type { Fault, LibraryView } from './fault.ts';

/** Every id belongs to one entry, and begins with the pack the entry stands in. */
export function uniqueIds(library: LibraryView): Fault[] {
  const seen = new Set<string>();
  return library.entries.flatMap(({ packId, entry }) => {
    const faults: Fault[] = [];
    if (seen.has(entry.id)) {
      faults.push({
        rule: 'uniqueIds',
        entryId: entry.id,
        path: ['id'],
        reason: `another entry has the id ${entry.id}`,
      });
    }
    seen.add(entry.id);
    if (!entry.id.startsWith(`${packId}/`)) {
      const reason = `the id of an entry in the pack ${packId} begins with ${packId}/`;
      faults.push({ rule: 'uniqueIds', entryId: entry.id, path: ['id'], reason });
    }
    return faults;
  });
}

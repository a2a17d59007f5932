import type { Entry, EntryKind } from '#contract/library/release.ts';
import { authoredEntry, yamlText } from '../authored-yaml.ts';
import type { LibrarySnapshot } from '../snapshot.ts';

/** Entry files of all kinds in one stream, divided by `---`; every entry says all of its own. */
export function exportYaml(library: LibrarySnapshot): Uint8Array {
  const kinds = new Map<EntryKind, Entry[]>();
  for (const { entry } of library.entries) kinds.set(entry.kind, [...(kinds.get(entry.kind) ?? []), entry]);
  const files = [...kinds].map(([kind, entries]) =>
    yamlText({ kind, entries: entries.map((entry) => authoredEntry(entry, {}, [])) }),
  );
  return new TextEncoder().encode(files.join('---\n'));
}

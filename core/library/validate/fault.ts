import type { EntryKind, Release } from '#contract/library/release.ts';

/** Something a rule found wrong: the entry, the keys that lead to the place inside it, and the reason for a person. */
export interface Fault {
  rule: string;
  entryId: string;
  path: readonly (string | number)[];
  reason: string;
}

/** What rules look at: parsed entries, each with the pack it stands in. */
export interface LibraryView {
  packs: readonly Pick<Release['packs'][number], 'id' | 'scenes'>[];
  entries: readonly Pick<Release['entries'][number], 'packId' | 'entry'>[];
}

/** A rule is pure: the same library, the same faults, in the order of the entries. */
export type Rule = (library: LibraryView) => Fault[];

type EntryOf<Kind extends EntryKind> = Extract<Release['entries'][number]['entry'], { kind: Kind }>;

/** The entries of the given kinds, in order. */
export function entriesOf<Kind extends EntryKind>(library: LibraryView, ...kinds: Kind[]): EntryOf<Kind>[] {
  return library.entries.flatMap(({ entry }) =>
    (kinds as readonly string[]).includes(entry.kind) ? [entry as EntryOf<Kind>] : [],
  );
}

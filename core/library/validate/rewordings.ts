import { entriesOf, type Fault, type LibraryView } from './fault.ts';

/** A pair changes something, and no wording is to be replaced in two ways. */
export function rewordings(library: LibraryView): Fault[] {
  const seen = new Map<string, string>();
  return entriesOf(library, 'rewording').flatMap((entry) =>
    entry.pairs.flatMap(({ from, to }, index) => {
      const before = seen.get(from);
      seen.set(from, entry.id);
      const reason =
        from === to
          ? 'the pair changes nothing'
          : before === undefined
            ? undefined
            : `「${from}」 is reworded in ${before} already`;
      return reason === undefined ? [] : [{ rule: 'rewordings', entryId: entry.id, path: ['pairs', index], reason }];
    }),
  );
}

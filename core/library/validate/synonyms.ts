import { entriesOf, type Fault, type LibraryView } from './fault.ts';
import { reachableFrom } from './reachable.ts';

/** Synonyms say everything once: no term twice, no name twice below it, no going round; what is held out stays out. */
export function synonyms(library: LibraryView): Fault[] {
  const faults: Fault[] = [];
  const terms = new Map<string, string>();
  const pairs = new Map<string, string>();
  const next = new Map<string, string[]>();
  const placed = entriesOf(library, 'synonyms').flatMap((entry) =>
    entry.groups.map((group, index) => ({ entry, group, at: ['groups', index] })),
  );
  for (const { entry, group, at } of placed) {
    const add = (path: (string | number)[], reason: string) =>
      faults.push({ rule: 'synonyms', entryId: entry.id, path, reason });
    const scope = entry.heldOut ? 'held out' : 'searched';
    const elsewhere = terms.get(`${scope} ${group.term}`);
    if (elsewhere !== undefined) add(at, `${group.term} is a term of ${elsewhere} already`);
    else terms.set(`${scope} ${group.term}`, entry.id);
    group.colloquial.forEach((name, place) => {
      const pair = `${group.term} ← ${name}`;
      const before = pairs.get(pair);
      if (name === group.term) add([...at, 'colloquial', place], `${name} is its own name`);
      else if (before !== undefined) add([...at, 'colloquial', place], `${pair} stands in ${before} already`);
      else pairs.set(pair, entry.id);
    });
    if (!entry.heldOut) next.set(group.term, [...(next.get(group.term) ?? []), ...group.colloquial]);
  }
  for (const { entry, group, at } of placed) {
    if (entry.heldOut) continue;
    const round = group.colloquial.find((name) => name !== group.term && reachableFrom(name, next).has(group.term));
    if (round === undefined) continue;
    const reason = `${group.term} is a name of ${round}, and ${round} one of ${group.term}: write one group`;
    faults.push({ rule: 'synonyms', entryId: entry.id, path: at, reason });
  }
  return faults;
}

/** Stop-phrases stand once, and none of them is a name of something: search would pass over it. */
export function stopPhrases(library: LibraryView): Fault[] {
  const named = new Map(
    entriesOf(library, 'synonyms').flatMap((entry) =>
      entry.groups.flatMap((group) => [group.term, ...group.colloquial].map((name) => [name, entry.id] as const)),
    ),
  );
  const seen = new Set<string>();
  return entriesOf(library, 'stopPhrases').flatMap((entry) =>
    entry.phrases.flatMap((phrase, index) => {
      const name = named.get(phrase);
      const reason = seen.has(phrase)
        ? `${phrase} stands among the stop-phrases already`
        : name === undefined
          ? undefined
          : `${phrase} is a name in ${name}; search would pass over it`;
      seen.add(phrase);
      return reason === undefined ? [] : [{ rule: 'stopPhrases', entryId: entry.id, path: ['phrases', index], reason }];
    }),
  );
}

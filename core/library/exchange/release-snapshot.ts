import type { Variable } from '#contract/library/line.ts';
import type { Entry, Release } from '#contract/library/release.ts';
import type { LibrarySnapshot } from './snapshot.ts';

/** The release in force as imports and exports see it. */
export function releaseSnapshot({ packs, entries }: Release): LibrarySnapshot {
  const locale = new Map(packs.map((pack) => [pack.id, pack.locale]));
  const chinese = entries.filter(({ packId }) => locale.get(packId) === 'zh-CN');
  const variables = new Map([...declared(entries), ...declared(chinese)]);
  return { packs, entries, variables: [...variables.values()] };
}

/**
 * Variables that entries share, by name. A release has them written out in each entry, and some entries say something of
 * their own; what most of them say is what is shared.
 */
function declared(entries: readonly { entry: Entry }[]): Map<string, Variable> {
  const spellings = new Map<string, Map<string, number>>();
  for (const { entry } of entries) {
    if (!('variables' in entry)) continue;
    for (const variable of entry.variables) {
      const counts = spellings.get(variable.name) ?? new Map<string, number>();
      const spelling = JSON.stringify(variable);
      spellings.set(variable.name, counts.set(spelling, (counts.get(spelling) ?? 0) + 1));
    }
  }
  return new Map(
    [...spellings].map(([name, counts]) => {
      const [spelling] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
      return [name, JSON.parse(spelling) as Variable];
    }),
  );
}

import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { SPOKEN, type Spoken, withoutSyntax, wordings } from './wording.ts';

/** From here on two wordings are the same thought in the same words. */
export const NEAR_DUPLICATE = 0.6;

/**
 * No two entries say nearly the same: trigram Jaccard, after names, numbers and gaps are masked, between the standard
 * variants, the short ones, and whole entries. Only entries that share a trigram are compared.
 */
export function nearDuplicates(library: LibraryView): Fault[] {
  const lines = entriesOf(library, ...SPOKEN);
  const grams = lines.map(gramsOf);
  const closest = lines.map(() => new Map<number, number>());
  for (const place of [0, 1, 2]) {
    const sets = grams.map((each) => each[place] ?? new Set<string>());
    const holders = new Map<string, number[]>();
    sets.forEach((set, index) => {
      for (const [earlier, shared] of sharedCounts(set, holders)) {
        const alike = shared / (set.size + (sets[earlier]?.size ?? 0) - shared);
        const best = closest[index];
        if (alike >= NEAR_DUPLICATE && best) best.set(earlier, Math.max(alike, best.get(earlier) ?? 0));
      }
      for (const gram of set) {
        const known = holders.get(gram);
        if (known) known.push(index);
        else holders.set(gram, [index]);
      }
    });
  }
  return lines.flatMap((line, index) =>
    [...(closest[index] ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([earlier, alike]) => {
        const reason = `nearly the same wording as ${lines[earlier]?.id} (${Math.round(alike * 100)} % alike)`;
        return { rule: 'nearDuplicates', entryId: line.id, path: ['variants'], reason };
      }),
  );
}

/** How many trigrams a set shares with each earlier one. */
function sharedCounts(set: ReadonlySet<string>, holders: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const gram of set) {
    for (const earlier of holders.get(gram) ?? []) counts.set(earlier, (counts.get(earlier) ?? 0) + 1);
  }
  return counts;
}

function gramsOf(line: Spoken): Set<string>[] {
  const all = wordings(line)
    .map(({ text }) => text)
    .join('\n');
  return [trigrams(line.variants.standard), trigrams(line.variants.short), trigrams(all)];
}

/** Trigrams of the wording with gaps, numbers, titles of people, blanks and punctuation taken out or masked. */
export function trigrams(template: string): Set<string> {
  const masked = [
    ...withoutSyntax(template)
      .normalize('NFKC')
      .replace(/\p{Script=Han}(先生|女士|老师|师傅)/gu, '□')
      .replace(/[\d零一二两三四五六七八九十百千万]+/gu, '0')
      .replace(/[\p{P}\p{Z}\s]/gu, ''),
  ];
  return new Set(masked.slice(2).map((_, index) => masked.slice(index, index + 3).join('')));
}

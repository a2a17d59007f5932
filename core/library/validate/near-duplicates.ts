import type { Courtesy, Line } from '#contract/library/line.ts';
import type { Fault, LibraryView } from './fault.ts';
import { entriesOf } from './fault.ts';
import { withoutSyntax, wordings } from './wording.ts';

/** From here on two wordings are the same thought in the same words. */
export const NEAR_DUPLICATE = 0.6;

/**
 * No two entries say nearly the same: trigram Jaccard, after names, numbers and gaps are masked, between the standard
 * variants, the short ones, and whole entries.
 */
export function nearDuplicates(library: LibraryView): Fault[] {
  const lines = entriesOf(library, 'line', 'courtesy').map((line) => ({ line, grams: gramsOf(line) }));
  return lines.flatMap(({ line, grams }, index) =>
    lines.slice(0, index).flatMap((earlier) => {
      const closest = Math.max(...grams.map((set, place) => jaccard(set, earlier.grams[place] ?? new Set())));
      if (closest < NEAR_DUPLICATE) return [];
      const reason = `nearly the same wording as ${earlier.line.id} (${Math.round(closest * 100)} % alike)`;
      return [{ rule: 'nearDuplicates', entryId: line.id, path: ['variants'], reason }];
    }),
  );
}

function gramsOf(line: Line | Courtesy): Set<string>[] {
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

export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let both = 0;
  for (const gram of small) if (large.has(gram)) both += 1;
  return both / (a.size + b.size - both);
}

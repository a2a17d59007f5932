const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES = new Map<string, number>([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, tens) => [word, tens * 10] as const),
  ['a', 1],
  ['an', 1],
  ['couple', 2],
]);
const WORD = `(?:${[...ONES, ...TENS.slice(2), 'a', 'an'].join('|')}|hundred|thousand)`;

/** Source of a pattern for a number as one types or spells it: 500, 1,200.50, 2k, five hundred, twenty-four. */
export const ENGLISH_NUMBER = `(?:\\d[\\d,]{0,11}(?:\\.\\d{1,2})?k?|${WORD}(?:[ -](?:and )?${WORD}){0,5})`;

/** The number that is meant, or null. */
export function readEnglishNumber(text: string): number | null {
  const typed = /^(\d[\d,]*(?:\.\d+)?)(k?)$/.exec(text);
  if (typed) {
    const value = Number((typed[1] ?? '').replaceAll(',', ''));
    return Number.isFinite(value) ? value * (typed[2] === 'k' ? 1_000 : 1) : null;
  }
  let whole = 0;
  let part: number | null = null;
  for (const word of text.split(/[ -]+/)) {
    if (word === 'and') continue;
    if (word === 'hundred') part = (part ?? 1) * 100;
    else if (word === 'thousand') {
      whole += (part ?? 1) * 1_000;
      part = 0;
    } else {
      const value = VALUES.get(word);
      if (value === undefined) return null;
      part = (part ?? 0) + value;
    }
  }
  return part === null ? null : whole + part;
}

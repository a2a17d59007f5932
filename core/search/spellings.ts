import { readingAt, readingCount, syllableName } from './readings.ts';
import { foldedSymbols } from './symbols.ts';

/** A name rarely holds more than two polyphones. */
const WAYS_MAX = 4;

/**
 * How a name is typed in letters: every reading in full and as initials, `重阳` → zhongyang, zy, chongyang, cy; at most four
 * readings, the most usual first. Letters and digits stand for themselves; a name without hanzi has no spelling.
 */
export function spellingsOf(name: string): string[] {
  const symbols = foldedSymbols(name);
  if (!symbols.some((symbol) => readingCount(symbol) > 0)) return [];
  let ways: string[][] = [[]];
  for (const symbol of symbols) {
    const spelt = spelledWays(symbol);
    ways = spelt.flatMap((syllable) => ways.map((way) => [...way, syllable])).slice(0, WAYS_MAX);
  }
  return [...new Set(ways.flatMap((way) => [way.join(''), way.map((syllable) => syllable.charAt(0)).join('')]))];
}

function spelledWays(symbol: number): string[] {
  const count = readingCount(symbol);
  if (count === 0) return [String.fromCharCode(symbol)];
  return Array.from({ length: count }, (_, index) => syllableName(readingAt(symbol, index)));
}

import { initialLetter, readingAt, readingCount } from './readings.ts';
import { isDigit, isLetter } from './symbols.ts';

/** Stands for "nothing before": the first symbol of a phrase has a term of its own. */
export const START = 0;
/** The same for titles alone, as a symbol, as a syllable and as an initial. */
export const TITLE_START = 1;
export const TITLE_START_SOUND = 1_023;
export const TITLE_START_INITIAL = 29;

/** Two neighbouring symbols; (START, s) is a phrase that begins with s, (s, 0) any place of s. */
export function gramKey(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** Two neighbouring syllables by id; (START, s) is a phrase that begins with the sound s. */
export function soundKey(first: number, second: number): number {
  return (first << 10) | second;
}

/** Code of the initial a digit is given: which digit it is, the matcher checks. */
const DIGIT_INITIAL = 27;
/** Initial code of the place before a phrase. */
export const START_INITIAL = 28;

/** Up to three neighbouring initials by code (a = 1); `third` is 0 for a pair. */
export function initialsKey(first: number, second: number, third: number): number {
  return (first << 10) | (second << 5) | third;
}

/** The initial code of a typed letter or digit. */
export function initialOfTyped(symbol: number): number {
  return isDigit(symbol) ? DIGIT_INITIAL : isLetter(symbol) ? symbol - 96 : 0;
}

/** Appends the distinct initial codes a symbol of a text can be typed by. */
export function initialsOf(symbol: number, into: number[]): number[] {
  into.length = 0;
  const typed = initialOfTyped(symbol);
  if (typed > 0) into.push(typed);
  for (let i = readingCount(symbol) - 1; i >= 0; i--) {
    const code = initialLetter(readingAt(symbol, i)) - 96;
    if (!into.includes(code)) into.push(code);
  }
  return into;
}

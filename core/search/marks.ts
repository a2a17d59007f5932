import type { TextRange } from '#contract/search.ts';
import type { PairSet } from './pair-set.ts';
import { foldText } from './symbols.ts';
import { matchAt, mayBegin, type WordPattern } from './word-pattern.ts';

// One text at a time: symbols, and where in the original each begins and ends. Most texts fit from the start.
let symbols = new Uint16Array(1_024);
let starts = new Uint32Array(1_024);
let ends = new Uint32Array(1_024);
let count = 0;

function foldWithOffsets(text: string): void {
  // A character can fold to several symbols, at most 18 of them.
  if (text.length * 18 > symbols.length) reserve(text.length * 18);
  count = 0;
  foldText(text, take);
}

function reserve(size: number): void {
  symbols = new Uint16Array(size);
  starts = new Uint32Array(size);
  ends = new Uint32Array(size);
}

function take(symbol: number, start: number, end: number): void {
  symbols[count] = symbol;
  starts[count] = start;
  ends[count] = end;
  count++;
}

/** Stretches of `text` where one of the words stands, in whichever way it was typed; merged and in order. */
export function markWords(text: string, words: readonly WordPattern[]): TextRange[] {
  foldWithOffsets(text);
  const ranges: TextRange[] = [];
  for (const word of words) {
    for (let i = 0; i < count; i++) {
      if (!mayBegin(word, symbols[i] as number)) continue;
      const match = matchAt(word, symbols, i, count);
      if (match === undefined) continue;
      ranges.push([starts[i] as number, ends[match.end - 1] as number]);
      i = match.end - 1;
    }
  }
  return merged(ranges);
}

/**
 * Stretches of `text` where one of the words stands letter for letter. Folding a long text takes its time: only with
 * `thorough` are other spellings of the same letters looked for.
 */
export function markLiterally(text: string, words: readonly WordPattern[], thorough: boolean): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { text: word } of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      ranges.push([at, at + word.length]);
  }
  if (ranges.length > 0 || !thorough) return merged(ranges);
  return markWords(
    text,
    words.map((word) => ({ ...word, syllablesAt: undefined })),
  );
}

/** Stretches of `text` made of neighbours that stand in `pairs`. */
export function markPairs(text: string, pairs: PairSet): TextRange[] {
  foldWithOffsets(text);
  const ranges: TextRange[] = [];
  for (let i = 0; i + 1 < count; i++) {
    if (pairs.has(symbols[i] as number, symbols[i + 1] as number)) {
      ranges.push([starts[i] as number, ends[i + 1] as number]);
    }
  }
  return merged(ranges);
}

function merged(ranges: TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else result.push([range[0], range[1]]);
  }
  return result;
}

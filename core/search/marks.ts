import type { TextRange } from '#contract/search.ts';
import { foldText } from './symbols.ts';
import { gramKey } from './term-keys.ts';
import { matchAt, mayBegin, type WordPattern } from './word-pattern.ts';

interface FoldedText {
  symbols: number[];
  /** Where in the original each symbol begins and ends. */
  starts: number[];
  ends: number[];
}

function foldWithOffsets(text: string): FoldedText {
  const folded: FoldedText = { symbols: [], starts: [], ends: [] };
  foldText(text, (symbol, start, end) => {
    folded.symbols.push(symbol);
    folded.starts.push(start);
    folded.ends.push(end);
  });
  return folded;
}

/** Stretches of `text` where one of the words stands, in whichever way it was typed; merged and in order. */
export function markWords(text: string, words: readonly WordPattern[]): TextRange[] {
  const folded = foldWithOffsets(text);
  const ranges: TextRange[] = [];
  for (const word of words) {
    for (let i = 0; i < folded.symbols.length; i++) {
      if (!mayBegin(word, folded.symbols[i] as number)) continue;
      const match = matchAt(word, folded.symbols, i, folded.symbols.length);
      if (match === undefined) continue;
      ranges.push([folded.starts[i] as number, folded.ends[match.end - 1] as number]);
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
export function markPairs(text: string, pairs: ReadonlySet<number>): TextRange[] {
  const { symbols, starts, ends } = foldWithOffsets(text);
  const ranges: TextRange[] = [];
  for (let i = 0; i + 1 < symbols.length; i++) {
    if (pairs.has(gramKey(symbols[i] as number, symbols[i + 1] as number))) {
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

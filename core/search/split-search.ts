import { type ReadWord, readWord, searchHeads } from './head-search.ts';
import type { HitList } from './hits.ts';
import type { SearchScope } from './search-scope.ts';
import type { SegmentData } from './segment-data.ts';
import { COLLOQUIAL_SEPARATOR } from './symbols.ts';
import { matchAt, type WordPattern, wordPattern } from './word-pattern.ts';

const SPLIT_LENGTH_MAX = 24;
const TOGETHER = 60;

/** Adds documents that hold the word in two parts: two words typed without a space between them. */
export function searchSplit(words: readonly WordPattern[], scope: SearchScope, hits: HitList): void {
  for (let w = 0; w < words.length; w++) {
    const word = words[w] as WordPattern;
    if (word.symbols.length < 3 || word.symbols.length > SPLIT_LENGTH_MAX) continue;
    const others = words.filter((_, i) => i !== w);
    for (let at = 1; at < word.symbols.length; at++) {
      const parts = [word.symbols.slice(0, at), word.symbols.slice(at)].map((part) => readWord(wordPattern(part)));
      if (!parts.every(isWord)) continue;
      searchHeads([...parts, ...others.map(readWord)], scope, hits, {
        score: (plain, data, d) => plain + (standTogether(parts, data, d) ? TOGETHER : 0),
      });
    }
  }
}

/** True if the title has both parts with one symbol between them: it was left out while typing. */
function standTogether(parts: readonly ReadWord[], data: SegmentData, d: number): boolean {
  const [first, second] = parts;
  const { head, headStarts } = data;
  const from = headStarts[d] as number;
  const to = headStarts[d + 1] as number;
  for (let i = from; i < to && (head[i] as number) > COLLOQUIAL_SEPARATOR; i++) {
    const end = first === undefined ? undefined : matchAt(first.pattern, head, i, to)?.end;
    if (end !== undefined && second !== undefined && matchAt(second.pattern, head, end + 1, to)) return true;
  }
  return false;
}

/** Two hanzi, or letters that spell two whole syllables: less is found nearly everywhere. */
function isWord({ pattern, readings }: ReadWord): boolean {
  if (!pattern.hasLetters) return pattern.symbols.length >= 2;
  const plainest = readings[0];
  return plainest !== undefined && plainest.cost === 0 && plainest.atoms.length >= 2;
}

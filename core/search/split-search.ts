import { readWord, searchHeads } from './head-search.ts';
import type { HitList } from './hits.ts';
import type { SearchScope } from './search-scope.ts';
import { type WordPattern, wordPattern } from './word-pattern.ts';

const SPLIT_LENGTH_MAX = 24;

/** Adds documents that hold the word in two parts: two words typed without a space between them. */
export function searchSplit(words: readonly WordPattern[], scope: SearchScope, hits: HitList): void {
  for (let w = 0; w < words.length; w++) {
    const word = words[w] as WordPattern;
    if (word.symbols.length < 3 || word.symbols.length > SPLIT_LENGTH_MAX) continue;
    const others = words.filter((_, i) => i !== w);
    for (let at = 1; at < word.symbols.length; at++) {
      const parts = [word.symbols.slice(0, at), word.symbols.slice(at)];
      if (!parts.every(isWord)) continue;
      searchHeads([...parts.map(wordPattern), ...others].map(readWord), scope, hits, false);
    }
  }
}

/** One letter or one hanzi alone is found nearly everywhere. */
function isWord(symbols: readonly number[]): boolean {
  return symbols.length >= 2;
}

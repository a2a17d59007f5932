import { WAY_SCORES } from './head-place.ts';
import { readWord, searchHeads } from './head-search.ts';
import type { HitList } from './hits.ts';
import type { SearchScope } from './search-scope.ts';
import type { SynonymTable } from './synonyms.ts';
import { type WordPattern, wordPattern } from './word-pattern.ts';

const SYNONYM_SCORE = 1_000;
const NAMES_TRIED_MAX = 6;

/** Adds documents that call one word of the query by another name; where the rest of a word finds nothing, the name alone. */
export function searchSynonyms(
  words: readonly WordPattern[],
  table: SynonymTable,
  scope: SearchScope,
  hits: HitList,
): void {
  for (let w = 0; w < words.length; w++) {
    const word = words[w] as WordPattern;
    for (const use of table.findIn(word.symbols)) {
      const rest = [word.symbols.slice(0, use.from), word.symbols.slice(use.to)].filter((part) => part.length > 0);
      const others = words.filter((_, i) => i !== w);
      const before = hits.size;
      for (const name of use.others.slice(0, NAMES_TRIED_MAX)) {
        searchName(name, [...others, ...rest.map(wordPattern)], use.typed, scope, hits, false);
      }
      if (hits.size > before || rest.length + others.length === 0) continue;
      for (const name of use.others.slice(0, NAMES_TRIED_MAX)) searchName(name, [], use.typed, scope, hits, true);
    }
  }
}

function searchName(
  name: readonly number[],
  rest: readonly WordPattern[],
  typed: readonly number[],
  scope: SearchScope,
  hits: HitList,
  near: boolean,
): void {
  searchHeads([wordPattern(name), ...rest].map(readWord), scope, hits, {
    reason: { how: 'synonym', typed: String.fromCharCode(...typed), matched: String.fromCharCode(...name) },
    near,
    score: (plain) => SYNONYM_SCORE + (plain - WAY_SCORES.exact) * 0.5 - (near ? 60 : 0),
  });
}

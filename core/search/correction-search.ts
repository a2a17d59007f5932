import { type Correction, correctionsOf, likelihood } from './corrections.ts';
import { WAY_SCORES } from './head-place.ts';
import { readWord, searchHeads } from './head-search.ts';
import { HitList } from './hits.ts';
import type { SearchScope } from './search-scope.ts';
import { type WordPattern, wordPattern } from './word-pattern.ts';

const CORRECTED_SCORE = 600;
const STEP = 60;
const CORRECTED_LENGTH_MAX = 12;
/** Enough to fill a list; more corrections would only come after these. */
const HITS_ENOUGH = 40;
/** So many rows of one correction are shown; the likeliest fills the list. */
const ROWS_OF_ONE = 6;
/** Each row of a correction makes the next less likely to be the one looked for, so that other meanings come into sight. */
const NEXT_ROW_LESS = 22;
const NEXT_ROWS_LESS_MAX = 5 * NEXT_ROW_LESS;

/**
 * Adds documents that hold the words once one word is taken for another that sounds or looks nearly the same. With
 * `alwaysNear` none of them is shown as meant: the words as typed were found already.
 */
export function searchCorrected(
  words: readonly WordPattern[],
  scope: SearchScope,
  hits: HitList,
  limit: number,
  alwaysNear: boolean,
): void {
  for (let w = 0; w < words.length; w++) {
    const word = words[w] as WordPattern;
    if (word.hasLetters || word.symbols.length < 2 || word.symbols.length > CORRECTED_LENGTH_MAX) continue;
    const others = words.filter((_, i) => i !== w);
    let rows = limit;
    for (const meant of correctionsOf(word, scope)) {
      if (hits.size >= HITS_ENOUGH) break;
      addMeant(word, meant, others, scope, hits, rows, alwaysNear);
      rows = ROWS_OF_ONE;
    }
  }
}

function addMeant(
  typed: WordPattern,
  meant: Correction,
  others: readonly WordPattern[],
  scope: SearchScope,
  hits: HitList,
  rows: number,
  alwaysNear: boolean,
): void {
  const pattern = wordPattern([...meant.symbols]);
  const own = new HitList(scope.segments);
  const base = CORRECTED_SCORE + STEP * likelihood(meant);
  searchHeads([pattern, ...others].map(readWord), scope, own, {
    reason: { how: 'corrected', typed: typed.text, matched: pattern.text },
    // Two syllables are often shared by chance; three said alike are meant.
    near: alwaysNear || !meant.homophone || typed.symbols.length < 3,
    score: (plain) => base + (plain - WAY_SCORES.exact) * 0.25,
  });
  hits.beginPass();
  hits.takeBest(own, rows, (row) => -Math.min(row * NEXT_ROW_LESS, NEXT_ROWS_LESS_MAX));
}

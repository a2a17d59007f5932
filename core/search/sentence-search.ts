import type { HitList } from './hits.ts';
import { gramsOf, overlapSearch } from './overlap.ts';
import type { SearchDocument } from './search-document.ts';
import type { SearchScope } from './search-scope.ts';
import type { StopPhrases } from './stop-phrases.ts';
import type { SynonymTable } from './synonyms.ts';

const SENTENCE_SCORE = 100;
const SENTENCE_SPAN = 250;
/** With less of the sentence found, a hit is only near. */
const COVERAGE_ENOUGH = 0.35;
const SINGLE_SYMBOL = 0.45;
const SYNONYM_WEIGHT = 0.9;

/** Adds documents that share the most telling words with the text; those sharing little are marked near. */
export function searchSentence(
  symbols: readonly number[],
  synonyms: SynonymTable,
  stop: StopPhrases,
  scope: SearchScope,
  hits: HitList,
  count: number,
  alwaysNear: boolean,
): void {
  const content = stop.without(symbols);
  const weights = new Map<number, number>();
  gramsOf(content, SINGLE_SYMBOL, stop.symbols, weights, 1);
  for (const use of synonyms.findIn(content)) {
    for (const name of use.others) gramsOf(name, SINGLE_SYMBOL, stop.symbols, weights, SYNONYM_WEIGHT);
  }
  const grams = [...weights].map(([key, weight]) => ({ key, weight }));
  const found = overlapSearch(
    scope.segments,
    grams,
    count,
    (segment, d) => scope.accepts(segment, d) && !hits.has(segment, d),
  );
  const best = found[0]?.score ?? 1;
  const pairs = new Set(weights.keys());
  for (const hit of found) {
    const document = hit.segment.documents[hit.d] as SearchDocument;
    hits.add(hit.segment, hit.d, {
      document,
      score: SENTENCE_SCORE + (SENTENCE_SPAN * hit.score) / best + scope.bonus(hit.segment, hit.d) * 0.1,
      reason: { how: 'sentence' },
      near: alwaysNear || hit.coverage < COVERAGE_ENOUGH,
      words: [],
      pairs,
    });
  }
}

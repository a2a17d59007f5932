import { notionsIn } from './everyday-notions.ts';
import type { Finding, HitList } from './hits.ts';
import { overlapSearch } from './overlap.ts';
import type { OverlapTerm } from './overlap-terms.ts';
import { PairSet } from './pair-set.ts';
import type { SearchScope } from './search-scope.ts';
import type { Segment } from './segment.ts';
import type { StopPhrases } from './stop-phrases.ts';
import { isHanzi } from './symbols.ts';
import type { SynonymTable } from './synonyms.ts';
import { gramKey } from './term-keys.ts';

const SENTENCE_SCORE = 100;
const SENTENCE_SPAN = 250;
/** With less of the sentence found, a hit is only near. */
const COVERAGE_ENOUGH = 0.35;
const SINGLE_WEIGHT = 0.65;
const SYNONYM_WEIGHT = 1.5;
const NOTION_WEIGHT = 0.8;

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
  const terms = termsOf(content, symbols, synonyms, stop);
  hits.beginPass();
  const accepts = (s: number, d: number) => scope.accepts(scope.segments[s] as Segment, d) && !hits.has(s, d);
  const found = overlapSearch(scope.segments, terms, scope.scratch, count, accepts);
  const best = found[0]?.score ?? 1;
  const pairs = new PairSet(terms.flatMap((term) => term.names.flat()));
  const finding = (near: boolean): Finding => ({ reason: { how: 'sentence' }, near, words: [], pairs });
  const [plain, near] = [finding(false), finding(true)];
  for (const { s, d, score, coverage } of found) {
    const bonus = scope.bonus(scope.segments[s] as Segment, d) * 0.1;
    const isNear = alwaysNear || coverage < COVERAGE_ENOUGH;
    hits.add(s, d, SENTENCE_SCORE + (SENTENCE_SPAN * score) / best + bonus, isNear ? near : plain);
  }
}

/** Neighbours and single hanzi of the content, and for every word with other names or a known notion those, too. */
function termsOf(
  content: readonly number[],
  symbols: readonly number[],
  synonyms: SynonymTable,
  stop: StopPhrases,
): OverlapTerm[] {
  const weights = new Map<number, number>();
  for (let i = 0; i < content.length; i++) {
    const symbol = content[i] as number;
    if (symbol === 0) continue;
    const next = content[i + 1] ?? 0;
    if (isHanzi(symbol) && !stop.symbols.has(symbol)) weights.set(gramKey(symbol, 0), SINGLE_WEIGHT);
    if (next > 0) weights.set(gramKey(symbol, next), 1);
  }
  const terms: OverlapTerm[] = [...weights].map(([key, weight]) => ({ names: [[key]], weight }));
  for (const use of synonyms.findIn(symbols)) terms.push({ names: use.others.map(gramsOf), weight: SYNONYM_WEIGHT });
  for (const notion of notionsIn(symbols)) terms.push({ names: notion.map(gramsOf), weight: NOTION_WEIGHT });
  return terms;
}

function gramsOf(name: readonly number[]): number[] {
  if (name.length === 1) return [gramKey(name[0] as number, 0)];
  return name.slice(1).map((symbol, i) => gramKey(name[i] as number, symbol));
}

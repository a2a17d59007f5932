import type { MatchHow, MatchReason } from '#contract/search.ts';
import {
  CANDIDATES_MAX,
  literalCandidates,
  literalCost,
  readingCandidates,
  titleInitialCandidates,
} from './head-candidates.ts';
import { bestHeadPlace, howOf } from './head-place.ts';
import type { Finding, HitList } from './hits.ts';
import type { PostingScratch } from './posting-scratch.ts';
import { readingsOfWord, type WordReading } from './readings-of-word.ts';
import type { SearchScope } from './search-scope.ts';
import type { Segment } from './segment.ts';
import type { SegmentData } from './segment-data.ts';
import type { WordPattern } from './word-pattern.ts';

/** A word with the ways it is to be read. */
export interface ReadWord {
  pattern: WordPattern;
  readings: WordReading[];
  everyReading: boolean;
}

/** The word read in the most explicit way. */
export function readWord(pattern: WordPattern): ReadWord {
  return readInSteps(pattern)[0] as ReadWord;
}

/** The word read in its more explicit ways, one more with every step; for where the step before finds nothing. */
export function readInSteps(pattern: WordPattern): ReadWord[] {
  const readings = readingsOfWord(pattern, false);
  const costs = [...new Set(readings.map((reading) => reading.cost))].filter((cost, i) => i === 0 || cost <= 1);
  if (costs.length === 0) costs.push(0);
  return costs.map((cost) => ({ pattern, readings: readings.filter((r) => r.cost <= cost), everyReading: false }));
}

/** The same word read in every way: slower to search, and finds more that was hardly meant. */
export function readEveryWay(pattern: WordPattern): ReadWord {
  return { pattern, readings: readingsOfWord(pattern, true), everyReading: true };
}

/** What a search of heads stands for where the words are not those that were typed. */
interface InsteadOfTyped {
  reason?: MatchReason;
  near?: boolean;
  /** The score a match has in document `d`; a plain exact match has 2,000 and more. */
  score: (plain: number, data: SegmentData, d: number) => number;
}

function hashOf(head: Uint16Array, from: number, to: number, before: number): number {
  let hash = before + 1;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 0x01000193) ^ (head[i] as number)) | 0;
  return hash;
}

/** Pinyin, initials and mixtures of words: how bad the worst of them is decides. */
const WORSE: MatchHow[] = ['exact', 'pinyin', 'mixed', 'initials'];

/** Adds the documents whose head holds every word in one of its readings. */
export function searchHeads(
  words: readonly ReadWord[],
  scope: SearchScope,
  hits: HitList,
  instead?: InsteadOfTyped,
): void {
  hits.beginPass();
  const patterns = words.map((word) => word.pattern);
  const findings = new Map<MatchHow, Finding>();
  for (let s = 0; s < scope.segments.length; s++) {
    const segment = scope.segments[s] as Segment;
    const candidates = headCandidates(words, segment, scope);
    let looked = 0;
    // Not every candidate for several words holds them all.
    let tried = 0;
    for (let i = 0; i < candidates.length; i++) {
      const d = candidates[i] as number;
      if ((looked === scope.rankedMax && scope.acceptsAll(segment)) || tried === scope.triedMax) {
        if (instead === undefined) hits.addUnseen(candidates.length - i);
        break;
      }
      if (!scope.accepts(segment, d) || hits.has(s, d)) continue;
      if (looked === scope.rankedMax) {
        if (instead === undefined) hits.addUnseen(1);
        continue;
      }
      tried++;
      const score = placeAll(patterns, segment, d);
      if (score === 0) continue;
      looked++;
      let finding = findings.get(howAll);
      if (finding === undefined) {
        finding = { reason: instead?.reason ?? { how: howAll }, near: instead?.near ?? false, words: patterns };
        findings.set(howAll, finding);
      }
      hits.add(
        s,
        d,
        (instead === undefined ? score : instead.score(score, segment.data, d)) + scope.bonus(segment, d),
        finding,
        meaningAll,
      );
    }
  }
}

/** How the words of the last `placeAll` were met, taken together. */
let howAll: MatchHow = 'exact';
/** What its letters were read as, as a hash of the symbols; 0 without letters. */
let meaningAll = 0;

/** Words that follow one another in a phrase, as they were typed, gain so much less the symbols between them. */
const CLOSE_BONUS = 24;

/** The score of all words in a head, 0 if one is missing. */
function placeAll(patterns: readonly WordPattern[], segment: Segment, d: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  let sum = 0;
  let close = 0;
  let [lastPhrase, lastEnd] = [-1, 0];
  meaningAll = 0;
  for (let i = 0; i < patterns.length; i++) {
    const place = bestHeadPlace(patterns[i] as WordPattern, segment.data, d);
    if (place === undefined) return 0;
    const here = howOf(place.ways);
    if (here !== 'exact') meaningAll = hashOf(segment.data.head, place.from, place.to, meaningAll);
    if (i === 0) howAll = here;
    else if (howAll !== here && WORSE.indexOf(howAll) + WORSE.indexOf(here) > 0) howAll = 'mixed';
    lowest = Math.min(lowest, place.score);
    sum += place.score;
    if (place.phrase === lastPhrase && place.from >= lastEnd)
      close += Math.max(0, CLOSE_BONUS - (place.from - lastEnd));
    lastPhrase = place.phrase;
    lastEnd = place.to;
  }
  return patterns.length === 0 ? 0 : lowest * 0.7 + (sum / patterns.length) * 0.3 + close / patterns.length;
}

/** With so few candidates for one word, the others are only looked for in these. */
const FEW_CANDIDATES = 150;

function headCandidates(words: readonly ReadWord[], segment: Segment, scope: SearchScope): number[] {
  if (words.length === 1)
    return wordCandidates(words[0] as ReadWord, segment, scope, Math.max(CANDIDATES_MAX, scope.rankedMax));
  // Of several words each may be anywhere: only what is left of all of them can be cut short.
  let list: number[] | undefined;
  for (const word of rarestFirst(words, segment)) {
    const own = wordCandidates(word, segment, scope, Number.POSITIVE_INFINITY);
    list = list === undefined ? own : scope.scratch.both(list, own, []);
    if (list.length <= FEW_CANDIDATES) break;
  }
  return list ?? [];
}

function rarestFirst(words: readonly ReadWord[], { data }: Segment): ReadWord[] {
  const costs = new Map(words.map((word) => [word, literalCost(word.pattern, data)]));
  return words.slice().sort((a, b) => (costs.get(a) as number) - (costs.get(b) as number));
}

function wordCandidates(word: ReadWord, segment: Segment, { scratch }: SearchScope, most: number): number[] {
  const { data } = segment;
  const list = literalCandidates(word.pattern, data, scratch, most);
  addAll(list, titleInitialCandidates(word.pattern, data, scratch), scratch);
  for (const reading of word.readings) {
    addAll(list, readingCandidates(reading, data, scratch, false, most), scratch);
    if (word.everyReading) addAll(list, readingCandidates(reading, data, scratch, true, most), scratch);
  }
  return list;
}

function addAll(list: number[], others: number[], scratch: PostingScratch): void {
  if (others.length > 0) scratch.merge(list, others);
}

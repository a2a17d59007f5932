import { matchWithOneEdit, mayBeNear } from './edit-match.ts';
import { WAY_SCORES } from './head-place.ts';
import { readWord, searchHeads } from './head-search.ts';
import type { HitList } from './hits.ts';
import { addTerms, filterOf, type PostingFilter } from './posting-filter.ts';
import { readingAt, readingCount, soundAlike } from './readings.ts';
import type { SearchScope } from './search-scope.ts';
import type { Segment } from './segment.ts';
import type { SegmentData } from './segment-data.ts';
import { COLLOQUIAL_SEPARATOR } from './symbols.ts';
import { gramKey, soundKey } from './term-keys.ts';
import { type WordPattern, wordPattern } from './word-pattern.ts';

const CORRECTED_SCORE = 600;
const CORRECTED_LENGTH_MAX = 12;

/** Adds documents that hold the words once one word is taken for another that sounds or looks nearly the same. */
export function searchCorrected(words: readonly WordPattern[], scope: SearchScope, hits: HitList): void {
  for (let w = 0; w < words.length; w++) {
    const word = words[w] as WordPattern;
    if (word.hasLetters || word.symbols.length < 2 || word.symbols.length > CORRECTED_LENGTH_MAX) continue;
    const others = words.filter((_, i) => i !== w);
    for (const meant of correctionsOf(word, scope)) {
      if (hits.size >= HITS_ENOUGH) break;
      const pattern = wordPattern([...meant.symbols]);
      searchHeads([pattern, ...others].map(readWord), scope, hits, {
        reason: { how: 'corrected', typed: word.text, matched: pattern.text },
        // Two syllables are often shared by chance; three said alike are meant.
        near: !meant.homophone || word.symbols.length < 3,
        score: (plain) => CORRECTED_SCORE - meant.cost * 60 + (plain - WAY_SCORES.exact) * 0.4,
      });
    }
  }
}

interface Correction {
  symbols: Uint16Array;
  cost: number;
  homophone: boolean;
  /** In how many places it was seen: of two as likely, the more usual is meant. */
  seen: number;
}

/** By a hash of the symbols: two phrases that share one in a search are rarer than what could be meant. */
type Found = Map<number, Correction>;

const CORRECTIONS_MAX = 12;
/** Enough to fill a list; more corrections would only come after these. */
const HITS_ENOUGH = 40;
const LOOKED_AT_MAX = 300;

/** What a word may have been meant to be, among what the heads hold, the likeliest first. */
function correctionsOf(word: WordPattern, scope: SearchScope): Correction[] {
  const found: Found = new Map();
  for (const segment of scope.segments) {
    for (const d of soundCandidates(word, segment, scope)) {
      if (scope.accepts(segment, d)) addHomophones(word.symbols, segment.data, d, found);
    }
    for (const d of editCandidates(word, segment)) {
      if (scope.accepts(segment, d)) addEdited(word.symbols, segment.data, d, found);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.cost - b.cost || b.seen - a.seen || (textOf(a) < textOf(b) ? -1 : 1))
    .slice(0, CORRECTIONS_MAX);
}

function textOf(correction: Correction): string {
  return String.fromCharCode(...correction.symbols);
}

function addHomophones(word: readonly number[], data: SegmentData, d: number, found: Found): void {
  const { head, headStarts } = data;
  const end = (headStarts[d + 1] as number) - word.length;
  for (let from = headStarts[d] as number; from <= end; from++) {
    let i = 0;
    let others = 0;
    for (; i < word.length; i++) {
      const [a, b] = [word[i] as number, head[from + i] as number];
      if (a === b) continue;
      if (!soundAlike(a, b)) break;
      others++;
    }
    if (i === word.length)
      keep(found, head.subarray(from, from + i), HOMOPHONE_COSTS[others] ?? MANY_HOMOPHONES, others * 2 <= i);
  }
}

/** By how many hanzi are others: the more, the less likely they were meant. */
const HOMOPHONE_COSTS = [0, 0, 0.5];
const MANY_HOMOPHONES = 1.2;

function addEdited(word: readonly number[], data: SegmentData, d: number, found: Found): void {
  const { head, headStarts } = data;
  const end = headStarts[d + 1] as number;
  for (let from = headStarts[d] as number; from < end; from++) {
    if (!mayBeNear(word, head, from)) continue;
    let to = from;
    while (to < end && (head[to] as number) > COLLOQUIAL_SEPARATOR) to++;
    const match = matchWithOneEdit(word, head, from, to);
    if (match === undefined) continue;
    // Of two symbols both must be there: with one of them alone anything could be meant.
    if (word.length === 2 && (match.cost !== 1 || match.to - match.from < 2)) continue;
    keep(found, head.subarray(match.from, match.to), match.cost, match.cost === 0);
  }
}

function keep(found: Found, symbols: Uint16Array, cost: number, homophone: boolean): void {
  // The same few phrases come up again and again: their symbols are only read once.
  let hash = symbols.length;
  for (let i = 0; i < symbols.length; i++) hash = (Math.imul(hash, 0x01000193) ^ (symbols[i] as number)) | 0;
  const known = found.get(hash);
  if (known === undefined || known.cost > cost) found.set(hash, { symbols, cost, homophone, seen: 1 });
  else known.seen++;
}

/** Documents whose head sounds like the word, in any reading of each hanzi. */
function soundCandidates(word: WordPattern, segment: Segment, scope: SearchScope): number[] {
  const filters: PostingFilter[] = [];
  for (let i = 0; i + 1 < word.symbols.length; i++) {
    const [a, b] = [word.symbols[i] as number, word.symbols[i + 1] as number];
    if (readingCount(a) === 0 || readingCount(b) === 0) {
      filters.push(filterOf(segment.data.grams, gramKey(a, b)));
      continue;
    }
    const filter: PostingFilter = { table: segment.data.sounds, stretches: [], cost: 0 };
    for (let r = readingCount(a) - 1; r >= 0; r--) {
      for (let q = readingCount(b) - 1; q >= 0; q--) {
        const key = soundKey(readingAt(a, r), readingAt(b, q));
        addTerms(filter, key, key + 1);
      }
    }
    filters.push(filter);
  }
  return scope.scratch.intersect(filters, [], LOOKED_AT_MAX);
}

const counts = new Uint8Array(65_536);

/** Documents that hold all symbols of the word but one. */
function editCandidates(word: WordPattern, segment: Segment): number[] {
  const distinct = [...new Set(word.symbols)];
  const touched: number[] = [];
  const { grams } = segment.data;
  for (const symbol of distinct) {
    const [from, to] = postingRange(grams, gramKey(symbol, 0));
    for (let i = from; i < to; i++) {
      const d = grams.postings[i] as number;
      const count = counts[d] as number;
      if (count === 0) touched.push(d);
      counts[d] = count + 1;
    }
  }
  const needed = word.symbols.length === 2 ? 2 : distinct.length - 1;
  const enough = touched.filter((d) => (counts[d] as number) >= needed);
  for (const d of touched) counts[d] = 0;
  return enough.length > LOOKED_AT_MAX ? enough.slice(0, LOOKED_AT_MAX) : enough;
}

function postingRange(table: Segment['data']['grams'], key: number): [number, number] {
  const filter = filterOf(table, key);
  const term = filter.stretches[0];
  return term === undefined ? [0, 0] : [table.starts[term] as number, table.starts[term + 1] as number];
}

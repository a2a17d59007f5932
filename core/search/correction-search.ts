import { matchWithOneEdit } from './edit-match.ts';
import { CANDIDATES_MAX } from './head-candidates.ts';
import { WAY_SCORES } from './head-place.ts';
import { readWord, searchHeads } from './head-search.ts';
import type { HitList } from './hits.ts';
import { addTerms, filterOf, type PostingFilter } from './posting-filter.ts';
import { readingAt, readingCount, soundAlike } from './readings.ts';
import type { SearchScope } from './search-scope.ts';
import type { Segment } from './segment.ts';
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
      searchHeads([meant.pattern, ...others].map(readWord), scope, hits, {
        reason: { how: 'corrected', typed: word.text, matched: meant.pattern.text },
        // Two syllables are often shared by chance; three said alike are meant.
        near: !meant.homophone || word.symbols.length < 3,
        score: (plain) => CORRECTED_SCORE - meant.cost * 60 + (plain - WAY_SCORES.exact) * 0.4,
      });
    }
  }
}

interface Correction {
  pattern: WordPattern;
  cost: number;
  homophone: boolean;
}

const CORRECTIONS_MAX = 12;

/** What a word may have been meant to be, among what the heads hold, the likeliest first. */
function correctionsOf(word: WordPattern, scope: SearchScope): Correction[] {
  const found = new Map<string, Correction>();
  for (const segment of scope.segments) {
    for (const d of soundCandidates(word, segment, scope)) {
      if (scope.accepts(segment, d))
        eachStart(segment, d, (from, to) => addHomophone(word, segment.data.head, from, to, found));
    }
    for (const d of editCandidates(word, segment)) {
      if (scope.accepts(segment, d))
        eachStart(segment, d, (from, to) => addEdited(word, segment.data.head, from, to, found));
    }
  }
  return [...found.values()]
    .sort((a, b) => a.cost - b.cost || (a.pattern.text < b.pattern.text ? -1 : 1))
    .slice(0, CORRECTIONS_MAX);
}

function addHomophone(
  word: WordPattern,
  head: Uint16Array,
  from: number,
  to: number,
  found: Map<string, Correction>,
): void {
  const { symbols } = word;
  if (from + symbols.length > to) return;
  for (let i = 0; i < symbols.length; i++) {
    const a = symbols[i] as number;
    const b = head[from + i] as number;
    if (a !== b && !soundAlike(a, b)) return;
  }
  keep(found, head.subarray(from, from + symbols.length), 0, true);
}

function addEdited(
  word: WordPattern,
  head: Uint16Array,
  from: number,
  to: number,
  found: Map<string, Correction>,
): void {
  const match = matchWithOneEdit(word.symbols, head, from, to);
  // Of two symbols both must be there: with one of them alone anything could be meant.
  if (match !== undefined && word.symbols.length === 2 && (match.cost !== 1 || match.to - match.from < 2)) return;
  if (match !== undefined) keep(found, head.subarray(match.from, match.to), match.cost, match.cost === 0);
}

function keep(found: Map<string, Correction>, symbols: Uint16Array, cost: number, homophone: boolean): void {
  const text = String.fromCharCode(...symbols);
  const known = found.get(text);
  if (known !== undefined && known.cost <= cost) return;
  found.set(text, { pattern: wordPattern([...symbols]), cost, homophone });
}

function eachStart(segment: Segment, d: number, visit: (from: number, phraseEnd: number) => void): void {
  const { head, headStarts } = segment.data;
  const end = headStarts[d + 1] as number;
  let phraseEnd = headStarts[d] as number;
  for (let i = phraseEnd; i < end; i++) {
    if (phraseEnd <= i) {
      phraseEnd = i;
      while (phraseEnd < end && (head[phraseEnd] as number) > COLLOQUIAL_SEPARATOR) phraseEnd++;
    }
    if ((head[i] as number) > COLLOQUIAL_SEPARATOR) visit(i, phraseEnd);
  }
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
  return scope.scratch.intersect(filters, [], CANDIDATES_MAX);
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
  return enough.length > CANDIDATES_MAX ? enough.slice(0, CANDIDATES_MAX) : enough;
}

function postingRange(table: Segment['data']['grams'], key: number): [number, number] {
  const filter = filterOf(table, key);
  const term = filter.stretches[0];
  return term === undefined ? [0, 0] : [table.starts[term] as number, table.starts[term + 1] as number];
}

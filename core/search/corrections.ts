import { matchWithOneEdit, mayBeNear } from './edit-match.ts';
import { addTerms, filterOf, type PostingFilter } from './posting-filter.ts';
import { readingAt, readingCount, soundAlike } from './readings.ts';
import type { SearchScope } from './search-scope.ts';
import type { Segment } from './segment.ts';
import type { SegmentData } from './segment-data.ts';
import { COLLOQUIAL_SEPARATOR } from './symbols.ts';
import { gramKey, soundKey } from './term-keys.ts';
import type { WordPattern } from './word-pattern.ts';

/** What a word may have been meant to be. */
export interface Correction {
  symbols: Uint16Array;
  /** From 0, the likeliest slip, up. */
  cost: number;
  homophone: boolean;
  /** True if a phrase begins with it, as words do. */
  begins: boolean;
  /** In how many places it was seen: of two as likely, the more usual is meant. */
  seen: number;
}

/** By a hash of the symbols: two phrases that share one in a search are rarer than what could be meant. */
type Found = Map<number, Correction>;

const CORRECTIONS_MAX = 10;
const LOOKED_AT_MAX = 100;
const PIECES_LOOKED_AT_MAX = 40;

/** What a word may have been meant to be, among what the heads hold, the likeliest first. */
export function correctionsOf(word: WordPattern, scope: SearchScope): Correction[] {
  const found: Found = new Map();
  for (const segment of scope.segments) {
    for (const d of soundCandidates(word, segment, scope)) {
      if (scope.accepts(segment, d)) addHomophones(word.symbols, segment.data, d, found);
    }
    for (const d of editCandidates(word.symbols, segment, scope)) {
      if (scope.accepts(segment, d)) addEdited(word.symbols, segment.data, d, found);
    }
  }
  return [...found.values()]
    .sort((a, b) => likelihood(b) - likelihood(a) || (textOf(a) < textOf(b) ? -1 : 1))
    .slice(0, CORRECTIONS_MAX);
}

const BEGINS = 0.7;
const USUAL = 0.08;

/** The higher, the likelier; one more step of `cost` counts 1. */
export function likelihood({ cost, begins, seen }: Correction): number {
  return (begins ? BEGINS : 0) + USUAL * Math.min(6, Math.log2(seen)) - cost;
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
    if (i < word.length) continue;
    const cost = HOMOPHONE_COSTS[others] ?? MANY_HOMOPHONES;
    keep(found, head.subarray(from, from + i), cost, others * 2 <= i, beginsPhrase(data, d, from));
  }
}

/** By how many hanzi are others: the more, the less likely they were meant. */
const HOMOPHONE_COSTS = [0, 0, 0.5];
const MANY_HOMOPHONES = 1.2;
/** By the kind of edit, as `matchWithOneEdit` numbers them. */
const EDIT_COSTS = [0, 0.3, 1.5, 2.5];

function addEdited(word: readonly number[], data: SegmentData, d: number, found: Found): void {
  const { head, headStarts } = data;
  const end = headStarts[d + 1] as number;
  for (let from = headStarts[d] as number; from < end; from++) {
    if (!mayBeNear(word, head, from)) continue;
    let to = from;
    while (to < end && (head[to] as number) > COLLOQUIAL_SEPARATOR) to++;
    const match = matchWithOneEdit(word, head, from, to);
    // What stands there letter for letter was found before.
    if (match === undefined || match.same) continue;
    // Of two symbols both must be there: with one of them alone anything could be meant.
    if (word.length === 2 && (match.cost !== 1 || match.to - match.from < 2)) continue;
    const cost = EDIT_COSTS[match.cost] as number;
    keep(found, head.subarray(match.from, match.to), cost, match.cost === 0, beginsPhrase(data, d, match.from));
  }
}

/** True if a phrase of the head begins here, or with the same two symbols: then a word begins here. */
function beginsPhrase({ head, headStarts }: SegmentData, d: number, from: number): boolean {
  const start = headStarts[d] as number;
  if (from === start) return true;
  const end = (headStarts[d + 1] as number) - 1;
  for (let i = start; i < end; i++) {
    if (i > start && (head[i - 1] as number) > COLLOQUIAL_SEPARATOR) continue;
    if (head[i] === head[from] && head[i + 1] === head[from + 1]) return true;
  }
  return false;
}

function keep(found: Found, symbols: Uint16Array, cost: number, homophone: boolean, begins: boolean): void {
  // The same few phrases come up again and again: their symbols are only read once.
  let hash = symbols.length;
  for (let i = 0; i < symbols.length; i++) hash = (Math.imul(hash, 0x01000193) ^ (symbols[i] as number)) | 0;
  const known = found.get(hash);
  if (known === undefined) {
    found.set(hash, { symbols, cost, homophone, begins, seen: 1 });
    return;
  }
  known.seen++;
  if (begins) known.begins = true;
  if (cost >= known.cost) return;
  known.cost = cost;
  known.homophone = homophone;
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

/** Documents that hold what one slip leaves of the word, before it and after it. */
function editCandidates(word: readonly number[], { data }: Segment, { scratch }: SearchScope): number[] {
  const list: number[] = [];
  const n = word.length;
  const singles = word.map((symbol) => filterOf(data.grams, gramKey(symbol, 0)));
  const pairs = word.slice(1).map((symbol, i) => filterOf(data.grams, gramKey(word[i] as number, symbol)));
  const filters: PostingFilter[] = [];
  const addPiece = (from: number, to: number) => {
    if (to - from === 1) filters.push(singles[from] as PostingFilter);
    for (let i = from; i + 1 < to; i++) filters.push(pairs[i] as PostingFilter);
  };
  const look = () => {
    const there = filters.every((filter) => filter.cost > 0);
    if (there && filters.length > 0) scratch.merge(list, scratch.intersect(filters, [], PIECES_LOOKED_AT_MAX, true));
    filters.length = 0;
  };
  // Something was left out; of two symbols this is all that is asked for, in either order.
  for (let i = 1; i < n; i++) {
    addPiece(0, i);
    addPiece(i, n);
    look();
  }
  // Another symbol, or one too many; two swapped at either end are found so, too.
  for (let i = 0; i < n && n > 2; i++) {
    addPiece(0, i);
    addPiece(i + 1, n);
    look();
  }
  for (let i = 1; i + 2 < n; i++) {
    addPiece(0, i);
    addPiece(i, i + 1);
    addPiece(i + 1, i + 2);
    addPiece(i + 2, n);
    look();
  }
  return list;
}

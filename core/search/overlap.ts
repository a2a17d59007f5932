import { filterOf, type PostingScratch } from './posting-filter.ts';
import type { Segment } from './segment.ts';
import { documentCount, findTerm } from './term-table.ts';

/** Something to look for: a gram, or a notion with the names it goes by. */
export interface OverlapTerm {
  /** Names; of one name all grams must be there. */
  names: readonly (readonly number[])[];
  weight: number;
}

export interface OverlapHit {
  /** Number of the segment, and of the document in it. */
  s: number;
  d: number;
  score: number;
  /** Share of the query's information that head or body hold, 0..1. */
  coverage: number;
}

/** A term in the head counts as so many in the body. */
const HEAD_FACTOR = 2.5;
const LENGTH_SHARE = 0.8;
const SATURATION = 3;
/** A term that more than this share of the texts hold tells nothing. */
const COMMON_SHARE = 0.25;
/** So many postings are added up, those of the rarest terms first: the rest would hardly change the order. */
const POSTINGS_MAX = 60_000;

const scores = new Float32Array(65_536);
const covered = new Float32Array(65_536);
const touchedAt = new Uint32Array(65_536);
let touchedNow = 0;
const inHeadAt = new Uint32Array(65_536);
let termNow = 0;

/**
 * Scores documents by the terms they share with a query, rare ones counting most (BM25 with the head weighing more than
 * the body, each term once). Returns the best `count` that `accepts` lets through.
 */
export function overlapSearch(
  segments: readonly Segment[],
  terms: readonly OverlapTerm[],
  scratch: PostingScratch,
  count: number,
  accepts: (s: number, d: number) => boolean,
): OverlapHit[] {
  const sums = totals(segments);
  if (sums.size === 0) return [];
  const weighed = terms.map((term) => weigh(term, segments, sums.size, scratch));
  const information = weighed.reduce((sum, term) => sum + term.information, 0);
  const used = affordable(weighed);
  const top: OverlapHit[] = [];
  let bar = 0;
  for (const [s, segment] of segments.entries()) {
    const touched = addUp(segment, s, used, sums.length);
    for (const d of touched) {
      const score = scores[d] as number;
      if (score <= bar || !accepts(s, d)) continue;
      top.push({ s, d, score, coverage: Math.min(1, (covered[d] as number) / information) });
      if (top.length >= count * 4) bar = cut(top, count, segments);
    }
  }
  cut(top, count, segments);
  return top;
}

/** Adds the scores of one segment up in `scores` and `covered`; returns the documents that have one. */
function addUp(segment: Segment, s: number, terms: readonly WeighedTerm[], meanLength: number): number[] {
  const { headStarts, bodyLengths } = segment.data;
  const touched: number[] = [];
  touchedNow = nextStamp(touchedAt, touchedNow);
  for (const { information, head, body } of terms) {
    termNow = nextStamp(inHeadAt, termNow);
    const add = (d: number, inHead: boolean) => {
      if (touchedAt[d] !== touchedNow) {
        touchedAt[d] = touchedNow;
        scores[d] = 0;
        covered[d] = 0;
        touched.push(d);
      }
      const length = (headStarts[d + 1] as number) - (headStarts[d] as number) + (bodyLengths[d] as number);
      const norm = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / meanLength);
      const before = inHead || inHeadAt[d] !== termNow ? 0 : HEAD_FACTOR;
      const after = inHead ? HEAD_FACTOR : before + 1;
      if (inHead) inHeadAt[d] = termNow;
      const gain = after / (after + norm) - before / (before + norm);
      scores[d] = (scores[d] as number) + information * gain;
      if (before === 0) covered[d] = (covered[d] as number) + (inHead ? information : information * 0.5);
    };
    eachHolder(segment, s, 'grams', head, (d) => add(d, true));
    eachHolder(segment, s, 'bodyGrams', body, (d) => add(d, false));
  }
  return touched;
}

/** The rarest terms that can be added up within POSTINGS_MAX. */
function affordable(terms: readonly WeighedTerm[]): WeighedTerm[] {
  let left = POSTINGS_MAX;
  return terms
    .slice()
    .sort((a, b) => cost(a) - cost(b))
    .filter((term) => {
      left -= cost(term);
      return left >= 0;
    });
}

function cost(term: WeighedTerm): number {
  return term.head.frequency + term.body.frequency;
}

type Field = 'grams' | 'bodyGrams';

interface TermField {
  /** In how many documents the term stands, 0 where it stands in too many to tell anything. */
  frequency: number;
  /** For a term of one gram its key, else the documents by segment. */
  key: number;
  documents: (readonly number[])[] | undefined;
}

interface WeighedTerm {
  information: number;
  head: TermField;
  body: TermField;
}

function weigh(term: OverlapTerm, segments: readonly Segment[], size: number, scratch: PostingScratch): WeighedTerm {
  const [first] = term.names;
  const single = term.names.length === 1 && first?.length === 1 ? (first[0] as number) : -1;
  const field = (name: Field): TermField => {
    if (single >= 0) return { key: single, documents: undefined, frequency: frequency(segments, name, single) };
    const documents = segments.map((segment) => holders(term.names, segment, name, scratch));
    return { key: -1, documents, frequency: documents.reduce((sum, list) => sum + list.length, 0) };
  };
  const head = field('grams');
  const body = field('bodyGrams');
  // One rarity for both fields: a hanzi that is only rare in titles tells no more there.
  const information = term.weight * rarity(size, Math.max(head.frequency, body.frequency));
  for (const each of [head, body]) if (each.frequency > Math.max(8, size * COMMON_SHARE)) each.frequency = 0;
  return { information, head, body };
}

/** Living documents that hold one of the names. */
function holders(
  names: readonly (readonly number[])[],
  segment: Segment,
  field: Field,
  scratch: PostingScratch,
): number[] {
  const list: number[] = [];
  for (const name of names) {
    const filters = name.map((key) => filterOf(segment.data[field], key));
    if (filters.some((filter) => filter.cost === 0)) continue;
    scratch.merge(list, scratch.intersect(filters, [], Number.POSITIVE_INFINITY));
  }
  return list.filter((d) => segment.alive[d] === 1);
}

function eachHolder(segment: Segment, s: number, field: Field, term: TermField, visit: (d: number) => void): void {
  if (term.frequency === 0) return;
  if (term.documents !== undefined) {
    for (const d of term.documents[s] ?? []) visit(d);
    return;
  }
  const { starts, postings } = segment.data[field];
  const place = findTerm(segment.data[field], term.key);
  if (place < 0) return;
  const end = starts[place + 1] as number;
  for (let i = starts[place] as number; i < end; i++) visit(postings[i] as number);
}

function nextStamp(stamps: Uint32Array, last: number): number {
  if (last < 0xfffffff0) return last + 1;
  stamps.fill(0);
  return 1;
}

function cut(top: OverlapHit[], count: number, segments: readonly Segment[]): number {
  const idOf = ({ s, d }: OverlapHit) => segments[s]?.documents[d]?.id ?? '';
  top.sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
  if (top.length > count) top.length = count;
  return top.length < count ? 0 : (top[count - 1] as OverlapHit).score - 1e-6;
}

function rarity(size: number, frequency: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

function frequency(segments: readonly Segment[], field: Field, key: number): number {
  let count = 0;
  for (const segment of segments) {
    const gone = field === 'grams' ? segment.goneGrams : segment.goneBodyGrams;
    count += documentCount(segment.data[field], key) - (gone.get(key) ?? 0);
  }
  return count;
}

/** How many documents there are, and how many symbols one has on average. */
function totals(segments: readonly Segment[]): { size: number; length: number } {
  let size = 0;
  let length = 0;
  for (const segment of segments) {
    size += segment.aliveCount;
    length += segment.headLength + segment.bodyLength;
  }
  return { size, length: Math.max(1, length / Math.max(1, size)) };
}

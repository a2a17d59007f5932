import { filterOf, type PostingScratch } from './posting-filter.ts';
import type { Segment } from './segment.ts';
import { findTerm } from './term-table.ts';

/** Something to look for: a gram, or a notion with the names it goes by. */
export interface OverlapTerm {
  /** Names; of one name all grams must be there. */
  names: readonly (readonly number[])[];
  weight: number;
}

interface OverlapHit {
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
const POSTINGS_MAX = 16_000;

const scores = new Float32Array(65_536);
const covered = new Float32Array(65_536);
const norms = new Float32Array(65_536);
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
  const touch = (d: number) => {
    const length = (headStarts[d + 1] as number) - (headStarts[d] as number) + (bodyLengths[d] as number);
    touchedAt[d] = touchedNow;
    norms[d] = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / meanLength);
    scores[d] = 0;
    covered[d] = 0;
    touched.push(d);
  };
  for (const { information, head, body } of terms) {
    termNow = nextStamp(inHeadAt, termNow);
    const inHead = head.lists[s] ?? [];
    for (let i = 0; i < inHead.length; i++) {
      const d = inHead[i] as number;
      if (touchedAt[d] !== touchedNow) touch(d);
      inHeadAt[d] = termNow;
      scores[d] = (scores[d] as number) + (information * HEAD_FACTOR) / (HEAD_FACTOR + (norms[d] as number));
      covered[d] = (covered[d] as number) + information;
    }
    const inBody = body.lists[s] ?? [];
    for (let i = 0; i < inBody.length; i++) {
      const d = inBody[i] as number;
      if (touchedAt[d] !== touchedNow) touch(d);
      const before = inHeadAt[d] === termNow ? HEAD_FACTOR : 0;
      const norm = norms[d] as number;
      const gain = (before + 1) / (before + 1 + norm) - before / (before + norm);
      scores[d] = (scores[d] as number) + information * gain;
      if (before === 0) covered[d] = (covered[d] as number) + information * 0.5;
    }
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
  /** In how many documents the term stands. */
  frequency: number;
  /** The documents by segment, some of them perhaps gone; empty where the term stands in too many to tell anything. */
  lists: ArrayLike<number>[];
}

interface WeighedTerm {
  information: number;
  head: TermField;
  body: TermField;
}

function weigh(term: OverlapTerm, segments: readonly Segment[], size: number, scratch: PostingScratch): WeighedTerm {
  const [first] = term.names;
  const most = Math.max(8, size * COMMON_SHARE);
  const field = (name: Field): TermField =>
    term.names.length === 1 && first?.length === 1
      ? gramField(first[0] as number, segments, name)
      : notionField(term.names, segments, name, scratch, most);
  const head = field('grams');
  const body = field('bodyGrams');
  // One rarity for both fields: a hanzi that is only rare in titles tells no more there.
  const information = term.weight * rarity(size, Math.min(size, Math.max(head.frequency, body.frequency)));
  return { information, head: orNothing(head, most), body: orNothing(body, most) };
}

function orNothing(field: TermField, most: number): TermField {
  return field.frequency > most ? { frequency: 0, lists: [] } : field;
}

function gramField(key: number, segments: readonly Segment[], field: Field): TermField {
  let frequency = 0;
  const lists = segments.map((segment) => {
    const { starts, postings } = segment.data[field];
    const place = findTerm(segment.data[field], key);
    if (place < 0) return [];
    const [from, to] = [starts[place] as number, starts[place + 1] as number];
    const gone = field === 'grams' ? segment.goneGrams : segment.goneBodyGrams;
    frequency += to - from - (gone.get(key) ?? 0);
    return postings.subarray(from, to);
  });
  return { frequency, lists };
}

/** Living documents that hold one of the names; of a notion that is very common, none. */
function notionField(
  names: OverlapTerm['names'],
  segments: readonly Segment[],
  field: Field,
  scratch: PostingScratch,
  most: number,
): TermField {
  let frequency = 0;
  const lists = segments.map((segment) => {
    const list: number[] = [];
    for (const name of names) {
      const filters = name.map((key) => filterOf(segment.data[field], key));
      if (filters.every((filter) => filter.cost > most)) frequency = Number.POSITIVE_INFINITY;
      if (frequency > most || filters.some((filter) => filter.cost === 0)) continue;
      scratch.merge(list, scratch.intersect(filters, [], Number.POSITIVE_INFINITY, true));
    }
    const living = list.filter((d) => segment.alive[d] === 1);
    frequency += living.length;
    return living;
  });
  return { frequency, lists };
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

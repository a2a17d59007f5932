import { documentsHolding, type OverlapTerm, type WeighedTerm, weigh, whichHold } from './overlap-terms.ts';
import type { PostingScratch } from './posting-scratch.ts';
import type { Segment } from './segment.ts';

interface OverlapHit {
  /** Number of the segment, and of the document in it. */
  s: number;
  d: number;
  score: number;
  /** How much of the query's information head or body hold; after the search a share, 0..1. */
  coverage: number;
}

/** A term in the head counts as so many in the body. */
const HEAD_FACTOR = 2.5;
const LENGTH_SHARE = 0.8;
const SATURATION = 3;
/** So many postings are added up over all documents; measured: with more, nothing else is found. */
const ADDED_UP_MAX = 3_000;
/** For so many of the best the more usual terms are looked up. */
const WEIGHED_MAX = 64;

const scores = new Float32Array(65_536);
const covered = new Float32Array(65_536);
const norms = new Float32Array(65_536);
const touchedAt = new Uint32Array(65_536);
let touchedNow = 0;
const inHeadAt = new Uint32Array(65_536);
let termNow = 0;

/**
 * Scores documents by the terms they share with a query, rare ones counting most (BM25 with the head weighing more than
 * the body, each term once). The rarest terms are added up over all documents that hold them; the others are only looked
 * up for the best of these. Returns the best `count` that `accepts` lets through.
 */
export function overlapSearch(
  segments: readonly Segment[],
  terms: readonly OverlapTerm[],
  scratch: PostingScratch,
  count: number,
  accepts: (s: number, d: number) => boolean,
): OverlapHit[] {
  const { size, length } = totals(segments);
  if (size === 0) return [];
  const weighed = terms.map((term) => weigh(term, segments, size)).sort((a, b) => cost(a) - cost(b));
  const rare = affordable(weighed);
  const others = weighed.slice(rare.length);
  const wanted = others.length === 0 ? count : Math.max(count, WEIGHED_MAX);
  const top: OverlapHit[] = [];
  let bar = 0;
  for (const [s, segment] of segments.entries()) {
    const touched = addUp(segment, rare, length, scratch);
    for (const d of touched) {
      const score = scores[d] as number;
      if (score <= bar || !accepts(s, d)) continue;
      top.push({ s, d, score, coverage: covered[d] as number });
      if (top.length >= wanted * 4) bar = cut(top, wanted, segments);
    }
  }
  cut(top, wanted, segments);
  if (others.length > 0) {
    for (const [s, segment] of segments.entries()) weighFurther(top, s, segment, others, length);
    cut(top, count, segments);
  }
  const information = weighed.reduce((sum, term) => sum + term.information, 0);
  for (const hit of top) hit.coverage = Math.min(1, hit.coverage / information);
  return top;
}

/** Adds the scores of one segment up in `scores` and `covered`; returns the documents that have one. */
function addUp(
  segment: Segment,
  terms: readonly WeighedTerm[],
  meanLength: number,
  scratch: PostingScratch,
): readonly number[] {
  const touched: number[] = [];
  touchedNow = nextStamp(touchedAt, touchedNow);
  const touch = (d: number) => {
    touchedAt[d] = touchedNow;
    norms[d] = normOf(segment, d, meanLength);
    scores[d] = 0;
    covered[d] = 0;
    touched.push(d);
  };
  for (const { names, information, inHeads, inBodies } of terms) {
    termNow = nextStamp(inHeadAt, termNow);
    const inHead = inHeads === 0 ? [] : documentsHolding(names, segment, 'grams', scratch);
    for (let i = 0; i < inHead.length; i++) {
      const d = inHead[i] as number;
      if (touchedAt[d] !== touchedNow) touch(d);
      inHeadAt[d] = termNow;
      scores[d] = (scores[d] as number) + (information * HEAD_FACTOR) / (HEAD_FACTOR + (norms[d] as number));
      covered[d] = (covered[d] as number) + information;
    }
    const inBody = inBodies === 0 ? [] : documentsHolding(names, segment, 'bodyGrams', scratch);
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

const inHead = new Uint8Array(1_024);
const inBody = new Uint8Array(1_024);

/** Adds what the more usual terms tell to the hits of one segment. */
function weighFurther(
  hits: readonly OverlapHit[],
  s: number,
  segment: Segment,
  terms: readonly WeighedTerm[],
  meanLength: number,
): void {
  const own = hits.filter((hit) => hit.s === s).sort((a, b) => a.d - b.d);
  if (own.length === 0) return;
  const documents = own.map(({ d }) => d);
  const ownNorms = documents.map((d) => normOf(segment, d, meanLength));
  for (const { names, information, inHeads, inBodies } of terms) {
    if (inHeads > 0) whichHold(names, segment, 'grams', documents, inHead);
    if (inBodies > 0) whichHold(names, segment, 'bodyGrams', documents, inBody);
    for (let i = 0; i < own.length; i++) {
      const head = inHeads > 0 && inHead[i] === 1 ? HEAD_FACTOR : 0;
      const frequency = head + (inBodies > 0 && inBody[i] === 1 ? 1 : 0);
      if (frequency === 0) continue;
      const hit = own[i] as OverlapHit;
      hit.score += (information * frequency) / (frequency + (ownNorms[i] as number));
      hit.coverage += head > 0 ? information : information * 0.5;
    }
  }
}

/** A long text holds more by chance. */
function normOf({ data }: Segment, d: number, meanLength: number): number {
  const head = (data.headStarts[d + 1] as number) - (data.headStarts[d] as number);
  const length = head + (data.bodyLengths[d] as number);
  return SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / meanLength);
}

/** The rarest terms that can be added up within ADDED_UP_MAX postings, and one at least that stands anywhere. */
function affordable(terms: readonly WeighedTerm[]): WeighedTerm[] {
  let spent = 0;
  let taken = 0;
  for (const term of terms) {
    if (spent > 0 && spent + cost(term) > ADDED_UP_MAX) break;
    spent += cost(term);
    taken++;
  }
  return terms.slice(0, taken);
}

function cost(term: WeighedTerm): number {
  return term.inHeads + term.inBodies;
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

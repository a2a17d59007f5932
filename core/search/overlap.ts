import type { Segment } from './segment.ts';
import { gramKey } from './term-keys.ts';
import { documentCount, findTerm, type TermTable } from './term-table.ts';

/** A gram to look for, with how much it counts. */
export interface WeightedGram {
  key: number;
  weight: number;
}

export interface OverlapHit {
  segment: Segment;
  d: number;
  score: number;
  /** Share of the query's information found in head or body, 0..1. */
  coverage: number;
}

const HEAD_FACTOR = 1.6;
const LENGTH_SHARE_HEAD = 0.3;
const LENGTH_SHARE_BODY = 0.4;
const SATURATION = 1.2;

const headScores = new Float32Array(65_536);
const bodyScores = new Float32Array(65_536);
const covered = new Float32Array(65_536);
const stamps = new Uint32Array(65_536);
let stamp = 0;

/**
 * Scores documents by the grams they share with a query, rare grams counting most (BM25 over head and body, each gram
 * once). Returns the best `count` that `accepts` lets through.
 */
export function overlapSearch(
  segments: readonly Segment[],
  grams: readonly WeightedGram[],
  count: number,
  accepts: (segment: Segment, d: number) => boolean,
): OverlapHit[] {
  const sums = totals(segments);
  if (sums.size === 0) return [];
  const weighed = grams.map(({ key, weight }) => {
    const inHead = frequency(segments, 'grams', key);
    const inBody = (key & 0xffff) === 0 ? 0 : frequency(segments, 'bodyGrams', key);
    return {
      key,
      head: inHead === 0 ? 0 : weight * rarity(sums.size, inHead),
      body: inBody === 0 ? 0 : weight * rarity(sums.size, inBody),
      information: weight * rarity(sums.size, Math.max(inHead, inBody)),
    };
  });
  const information = weighed.reduce((sum, gram) => sum + gram.information, 0);
  const top: OverlapHit[] = [];
  let bar = 0;
  for (const segment of segments) {
    const touched: number[] = [];
    nextStamp();
    for (const gram of weighed) {
      addScores(segment.data.grams, gram.key, gram.head, gram.information, headScores, touched);
      addScores(segment.data.bodyGrams, gram.key, gram.body, gram.information, bodyScores, touched);
    }
    for (const d of touched) {
      const { headStarts, bodyLengths } = segment.data;
      const headLength = (headStarts[d + 1] as number) - (headStarts[d] as number);
      const headNorm =
        (SATURATION + 1) / (1 + SATURATION * (1 - LENGTH_SHARE_HEAD + (LENGTH_SHARE_HEAD * headLength) / sums.head));
      const bodyNorm =
        (SATURATION + 1) /
        (1 + SATURATION * (1 - LENGTH_SHARE_BODY + (LENGTH_SHARE_BODY * (bodyLengths[d] as number)) / sums.body));
      const score = HEAD_FACTOR * (headScores[d] as number) * headNorm + (bodyScores[d] as number) * bodyNorm;
      if (score <= bar || !accepts(segment, d)) continue;
      top.push({ segment, d, score, coverage: Math.min(1, (covered[d] as number) / information) });
      if (top.length >= count * 4) bar = cut(top, count);
    }
  }
  cut(top, count);
  return top;
}

function addScores(
  table: TermTable,
  key: number,
  score: number,
  information: number,
  scores: Float32Array,
  touched: number[],
): void {
  if (score === 0) return;
  const term = findTerm(table, key);
  if (term < 0) return;
  const { postings } = table;
  const end = table.starts[term + 1] as number;
  const share = scores === headScores ? information : information * 0.5;
  for (let i = table.starts[term] as number; i < end; i++) {
    const d = postings[i] as number;
    if (stamps[d] !== stamp) {
      stamps[d] = stamp;
      headScores[d] = 0;
      bodyScores[d] = 0;
      covered[d] = 0;
      touched.push(d);
    }
    scores[d] = (scores[d] as number) + score;
    covered[d] = (covered[d] as number) + share;
  }
}

function nextStamp(): void {
  if (++stamp < 0xfffffff0) return;
  stamps.fill(0);
  stamp = 1;
}

function cut(top: OverlapHit[], count: number): number {
  top.sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
  if (top.length > count) top.length = count;
  return top.length < count ? 0 : (top[count - 1] as OverlapHit).score - 1e-6;
}

function idOf(hit: OverlapHit): string {
  return hit.segment.documents[hit.d]?.id ?? '';
}

function rarity(size: number, frequency: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

function frequency(segments: readonly Segment[], table: 'grams' | 'bodyGrams', key: number): number {
  let count = 0;
  for (const segment of segments) {
    const gone = table === 'grams' ? segment.goneGrams : segment.goneBodyGrams;
    count += documentCount(segment.data[table], key) - (gone.get(key) ?? 0);
  }
  return count;
}

function totals(segments: readonly Segment[]): { size: number; head: number; body: number } {
  let size = 0;
  let head = 0;
  let body = 0;
  for (const segment of segments) {
    size += segment.aliveCount;
    head += segment.headLength;
    body += segment.bodyLength;
  }
  return { size, head: Math.max(1, head / Math.max(1, size)), body: Math.max(1, body / Math.max(1, size)) };
}

/** The grams of a run of symbols: neighbours at full weight, single symbols at `single`; 0 parts runs. */
export function gramsOf(
  symbols: readonly number[],
  single: number,
  skip: ReadonlySet<number>,
  into: Map<number, number>,
  weight: number,
): void {
  for (let i = 0; i < symbols.length; i++) {
    const symbol = symbols[i] as number;
    if (symbol === 0) continue;
    const next = symbols[i + 1] ?? 0;
    if (!skip.has(symbol)) raise(into, gramKey(symbol, 0), weight * single);
    if (next > 0) raise(into, gramKey(symbol, next), weight);
  }
}

function raise(weights: Map<number, number>, key: number, weight: number): void {
  if ((weights.get(key) ?? 0) < weight) weights.set(key, weight);
}

import type { Channel } from '#contract/vocabulary.ts';
import type { SearchDocument } from './search-document.ts';
import { type SegmentData, visitBodyTerms, visitHeadGrams } from './segment-data.ts';

/** A group of documents that are searched together. Its data never changes; documents can only leave it. */
export interface Segment {
  data: SegmentData;
  documents: readonly SearchDocument[];
  /** 1 while the document is in the library. */
  alive: Uint8Array;
  aliveCount: number;
  /** Bits of CHANNEL_BITS and PERSONAL_BIT. */
  traits: Uint8Array;
  hasPersonal: boolean;
  /** What a document brings along into every ranking: the author's preference and freshness of verification, 0 to 20. */
  standing: Float32Array;
  /** Symbols in the heads and bodies of living documents. */
  headLength: number;
  bodyLength: number;
  /** In how many documents that have left each term stands, so that frequencies stay exact. */
  goneGrams: Map<number, number>;
  goneBodyGrams: Map<number, number>;
}

export const CHANNEL_BITS: Record<Channel, number> = { counter: 1, phone: 2, chat: 4 };
export const EVERY_CHANNEL = 7;
export const PERSONAL_BIT = 8;

function traitsOf(document: SearchDocument): number {
  let bits = document.channels.length === 0 ? EVERY_CHANNEL : 0;
  for (const channel of document.channels) bits |= CHANNEL_BITS[channel];
  return document.personal === true ? bits | PERSONAL_BIT : bits;
}

const WEIGHT_BONUS = 10;
const FRESHNESS_BONUS = 10;
/** Freshness counts from September 2020 on over ten years: a year is worth one point. */
const FRESH_FROM_MS = 1.6e12;
const FRESH_SPAN_MS = 3.2e11;

function standingOf({ weight, verifiedAtMs }: SearchDocument): number {
  return WEIGHT_BONUS * share(weight) + FRESHNESS_BONUS * share(((verifiedAtMs ?? 0) - FRESH_FROM_MS) / FRESH_SPAN_MS);
}

/** A number held between 0 and 1. */
export function share(value: number | undefined): number {
  return value === undefined || !(value > 0) ? 0 : Math.min(1, value);
}

export function makeSegment(data: SegmentData, documents: readonly SearchDocument[]): Segment {
  const size = documents.length;
  let bodyLength = 0;
  for (const length of data.bodyLengths) bodyLength += length;
  return {
    data,
    documents,
    alive: new Uint8Array(size).fill(1),
    aliveCount: size,
    traits: Uint8Array.from(documents, traitsOf),
    hasPersonal: documents.some((document) => document.personal === true),
    standing: Float32Array.from(documents, standingOf),
    headLength: data.head.length,
    bodyLength,
    goneGrams: new Map(),
    goneBodyGrams: new Map(),
  };
}

/** Takes a document out of the segment. */
export function leaveSegment(segment: Segment, d: number): void {
  if (segment.alive[d] === 0) return;
  const { data } = segment;
  segment.alive[d] = 0;
  segment.aliveCount--;
  segment.headLength -= (data.headStarts[d + 1] as number) - (data.headStarts[d] as number);
  segment.bodyLength -= data.bodyLengths[d] as number;
  const grams = new Set<number>();
  visitHeadGrams(data.head, data.headStarts[d] as number, data.headStarts[d + 1] as number, (key) => grams.add(key));
  for (const key of grams) segment.goneGrams.set(key, (segment.goneGrams.get(key) ?? 0) + 1);
  const bodyGrams = new Set<number>();
  visitBodyTerms((segment.documents[d] as SearchDocument).body, (key) => bodyGrams.add(key));
  for (const key of bodyGrams) segment.goneBodyGrams.set(key, (segment.goneBodyGrams.get(key) ?? 0) + 1);
}

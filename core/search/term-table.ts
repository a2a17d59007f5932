/** Which documents hold which term: compressed sparse rows, terms in ascending order, documents of a term in ascending order. */
export interface TermTable {
  keys: Uint32Array;
  /** Documents of term t are postings[starts[t] .. starts[t + 1]). */
  starts: Uint32Array;
  postings: Uint16Array;
}

/** The first term at or after `key`. */
export function lowerBound(table: TermTable, key: number): number {
  const keys = table.keys;
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a term, or -1. */
export function findTerm(table: TermTable, key: number): number {
  const place = lowerBound(table, key);
  return place < table.keys.length && table.keys[place] === key ? place : -1;
}

const EMPTY = -1;

/** Gathers (term, document) pairs document by document and lays them out as a table. */
export class TermCollector {
  private slots = new Int32Array(1024).fill(EMPTY);
  private keys = new Uint32Array(512);
  private lastDocument = new Int32Array(512);
  private counts = new Uint32Array(512);
  private termCount = 0;
  private sequence = new Uint32Array(4096);
  private length = 0;
  private readonly ends: number[] = [];

  /** Adds a term to the document being read; a second time in the same document changes nothing. */
  add(key: number): void {
    const term = this.termOf(key >>> 0);
    const document = this.ends.length;
    if (this.lastDocument[term] === document) return;
    this.lastDocument[term] = document;
    this.counts[term] = (this.counts[term] as number) + 1;
    if (this.length === this.sequence.length) this.sequence = grown(this.sequence, new Uint32Array(this.length * 2));
    this.sequence[this.length++] = term;
  }

  endDocument(): void {
    this.ends.push(this.length);
  }

  /** Yields between slices of work of a few milliseconds at most. */
  *finish(): Generator<undefined, TermTable> {
    const keys = this.keys.slice(0, this.termCount);
    for (const _slice of sortInSlices(keys)) yield;
    const starts = new Uint32Array(this.termCount + 1);
    const next = new Uint32Array(this.termCount);
    for (let place = 0; place < keys.length; place++) {
      const term = this.termOf(keys[place] as number);
      starts[place + 1] = (starts[place] as number) + (this.counts[term] as number);
      next[term] = starts[place] as number;
      if ((place & 0x3fff) === 0) yield;
    }
    const postings = new Uint16Array(this.length);
    let i = 0;
    for (let document = 0; document < this.ends.length; document++) {
      const end = this.ends[document] as number;
      for (; i < end; i++) {
        const term = this.sequence[i] as number;
        const place = next[term] as number;
        postings[place] = document;
        next[term] = place + 1;
      }
      if ((document & 0x3ff) === 0) yield;
    }
    return { keys, starts, postings };
  }

  private termOf(key: number): number {
    const mask = this.slots.length - 1;
    let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const term = this.slots[slot] as number;
      if (term === EMPTY) break;
      if (this.keys[term] === key) return term;
      slot = (slot + 1) & mask;
    }
    const term = this.termCount++;
    if (term === this.keys.length) {
      this.keys = grown(this.keys, new Uint32Array(term * 2));
      this.lastDocument = grown(this.lastDocument, new Int32Array(term * 2));
      this.counts = grown(this.counts, new Uint32Array(term * 2));
    }
    this.keys[term] = key;
    this.lastDocument[term] = -1;
    this.slots[slot] = term;
    if (this.termCount * 2 > this.slots.length) this.rehash();
    return term;
  }

  private rehash(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Int32Array(mask + 1).fill(EMPTY);
    for (let term = 0; term < this.termCount; term++) {
      const key = this.keys[term] as number;
      let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 7) & mask;
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      this.slots[slot] = term;
    }
  }
}

function grown<T extends Uint32Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/** Sorts in place, bucket by bucket over the high bits, so that no slice is longer than one bucket. */
function* sortInSlices(keys: Uint32Array): Generator<undefined> {
  const buckets = 4096;
  const ends = new Uint32Array(buckets + 1);
  for (const key of keys) ends[(key >>> 20) + 1] = (ends[(key >>> 20) + 1] as number) + 1;
  for (let b = 0; b < buckets; b++) ends[b + 1] = (ends[b + 1] as number) + (ends[b] as number);
  const next = ends.slice(0, buckets);
  const source = keys.slice();
  yield;
  for (const key of source) {
    const place = next[key >>> 20] as number;
    keys[place] = key;
    next[key >>> 20] = place + 1;
  }
  yield;
  let sorted = 0;
  for (let b = 0; b < buckets; b++) {
    const from = ends[b] as number;
    const to = ends[b + 1] as number;
    if (to - from > 1) keys.subarray(from, to).sort();
    sorted += to - from;
    if (sorted > 8192) {
      sorted = 0;
      yield;
    }
  }
}

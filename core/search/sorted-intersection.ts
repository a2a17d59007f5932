import type { PostingFilter } from './posting-filter.ts';

/** A filter of one term only: its documents stand in ascending order. */
export function isOneTerm({ stretches }: PostingFilter): boolean {
  return stretches.length === 2 && (stretches[1] as number) - (stretches[0] as number) === 1;
}

const at: number[] = [];
const ends: number[] = [];

/**
 * Documents that hold every one of the terms, in ascending order, no more than `most` of them: the lists are walked
 * together, so that what is not needed is not read. `filters` begins with the shortest; `passes` may refuse a document.
 */
export function intersectSorted(
  filters: readonly PostingFilter[],
  list: number[],
  most: number,
  passes: ((document: number) => boolean) | undefined,
): number[] {
  list.length = 0;
  const count = filters.length;
  for (let f = 0; f < count; f++) {
    const { table, stretches } = filters[f] as PostingFilter;
    at[f] = table.starts[stretches[0] as number] as number;
    ends[f] = table.starts[stretches[1] as number] as number;
  }
  const { postings } = (filters[0] as PostingFilter).table;
  const end = ends[0] as number;
  next: for (let i = at[0] as number; i < end; i++) {
    const document = postings[i] as number;
    for (let f = 1; f < count; f++) {
      const others = (filters[f] as PostingFilter).table.postings;
      const place = advance(others, at[f] as number, ends[f] as number, document);
      at[f] = place;
      if (place === ends[f]) break next;
      if (others[place] !== document) continue next;
    }
    if (passes !== undefined && !passes(document)) continue;
    list.push(document);
    if (list.length >= most) break;
  }
  return list;
}

/** The first place from `from` on whose document is `document` or a later one: in growing leaps, then by halving. */
export function advance(postings: Uint16Array, from: number, end: number, document: number): number {
  if (from >= end || (postings[from] as number) >= document) return from;
  let leap = 1;
  let low = from;
  while (low + leap < end && (postings[low + leap] as number) < document) {
    low += leap;
    leap <<= 1;
  }
  let high = Math.min(end, low + leap);
  low++;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] as number) < document) low = middle + 1;
    else high = middle;
  }
  return low;
}

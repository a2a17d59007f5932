import type { PostingFilter } from './posting-filter.ts';
import { intersectSorted, isOneTerm } from './sorted-intersection.ts';

/** Working memory for one search at a time over segments of up to 65,536 documents. */
export class PostingScratch {
  private readonly stamps = new Uint32Array(65_536);
  private stamp = 0;

  /**
   * Documents that pass all filters, in no certain order, no more than `most`; `list` is cleared and filled.
   * Long filters are left out once the list is short, unless `strict`: the matcher looks at each document anyway.
   */
  intersect(filters: PostingFilter[], list: number[], most: number, strict = false): number[] {
    list.length = 0;
    if (filters.length === 0) return list;
    filters.sort((a, b) => a.cost - b.cost);
    const first = filters[0] as PostingFilter;
    if (first.cost === 0) return list;
    if (isOneTerm(first)) return this.intersectFrom(first, filters, list, most, strict);
    this.renew(filters.length + 1);
    const base = this.stamp;
    let level = base + 1;
    this.pass(first, base, level, list, filters.length > 1 ? Number.POSITIVE_INFINITY : most);
    for (let f = 1; f < filters.length && list.length > 0; f++) {
      const filter = filters[f] as PostingFilter;
      if (!strict && filter.cost > 24 + list.length * 6) break;
      list.length = 0;
      this.pass(filter, level, level + 1, list, Number.POSITIVE_INFINITY);
      level++;
    }
    if (list.length > most) list.length = most;
    return list;
  }

  /** The same where the shortest filter is one term: filters of one term are walked together, the others marked before. */
  private intersectFrom(
    first: PostingFilter,
    filters: readonly PostingFilter[],
    list: number[],
    most: number,
    strict: boolean,
  ): number[] {
    const wide = filters.filter((filter) => !isOneTerm(filter));
    const marked = strict ? wide : wide.filter((filter) => filter.cost <= 24 + first.cost * 6);
    this.renew(marked.length + 1);
    const base = this.stamp;
    for (let f = 0; f < marked.length; f++) this.mark(marked[f] as PostingFilter, base + f, base + f + 1, f === 0);
    const top = base + marked.length;
    const { stamps } = this;
    const single = wide.length === 0 ? filters : filters.filter(isOneTerm);
    return intersectSorted(single, list, most, marked.length === 0 ? undefined : (d) => stamps[d] === top);
  }

  private mark(filter: PostingFilter, below: number, level: number, first: boolean): void {
    const { starts, postings } = filter.table;
    for (let s = 0; s < filter.stretches.length; s += 2) {
      const end = starts[filter.stretches[s + 1] as number] as number;
      for (let i = starts[filter.stretches[s] as number] as number; i < end; i++) {
        const document = postings[i] as number;
        if (first || this.stamps[document] === below) this.stamps[document] = level;
      }
    }
  }

  /** Those of `list` that pass the filter, no more than `most`. */
  within(list: readonly number[], filter: PostingFilter, most: number): number[] {
    this.renew(2);
    const mark = this.stamp + 1;
    for (let i = 0; i < list.length; i++) this.stamps[list[i] as number] = mark;
    const into: number[] = [];
    this.pass(filter, mark, mark + 1, into, most);
    return into;
  }

  /** Those of `list` that are in `others` too. */
  both(list: readonly number[], others: readonly number[], into: number[]): number[] {
    this.renew(2);
    const mark = this.stamp + 1;
    for (const document of list) this.stamps[document] = mark;
    into.length = 0;
    for (const document of others) if (this.stamps[document] === mark) into.push(document);
    return into;
  }

  /** Adds to `list` those of `others` that are not in it. */
  merge(list: number[], others: readonly number[]): number[] {
    this.renew(2);
    const mark = this.stamp + 1;
    for (const document of list) this.stamps[document] = mark;
    for (const document of others) {
      if (this.stamps[document] === mark) continue;
      this.stamps[document] = mark;
      list.push(document);
    }
    return list;
  }

  private pass(filter: PostingFilter, below: number, level: number, list: number[], most: number): void {
    const { starts, postings } = filter.table;
    const first = level === this.stamp + 1;
    for (let s = 0; s < filter.stretches.length; s += 2) {
      const end = starts[filter.stretches[s + 1] as number] as number;
      for (let i = starts[filter.stretches[s] as number] as number; i < end; i++) {
        const document = postings[i] as number;
        const seen = this.stamps[document] as number;
        if (first ? seen === level : seen !== below) continue;
        this.stamps[document] = level;
        list.push(document);
        if (list.length >= most) return;
      }
    }
  }

  private renew(levels: number): void {
    // Each call takes stamps of its own; `stamp` is the last one an earlier call can have written.
    this.stamp = this.next;
    this.next += levels + 1;
    if (this.next < 0xfffffff0) return;
    this.stamps.fill(0);
    this.stamp = 0;
    this.next = levels + 2;
  }

  private next = 1;
}

import type { MatchReason } from '#contract/search.ts';
import type { SearchDocument } from './search-document.ts';
import type { Segment } from './segment.ts';
import type { WordPattern } from './word-pattern.ts';

/** A document found, before it is laid out for the desk. */
export interface Hit {
  document: SearchDocument;
  score: number;
  reason: MatchReason;
  near: boolean;
  /** What to highlight: words as they stand in the text, or pairs of symbols of a sentence. */
  words: readonly WordPattern[];
  pairs?: ReadonlySet<number>;
}

/** Gathers hits; a document found twice keeps the first way it was found, since better ways are tried first. */
export class HitList {
  private readonly found = new Map<Segment, Set<number>>();
  private readonly list: { segment: Segment; d: number; hit: Hit }[] = [];

  has(segment: Segment, d: number): boolean {
    return this.found.get(segment)?.has(d) === true;
  }

  add(segment: Segment, d: number, hit: Hit): void {
    let documents = this.found.get(segment);
    if (documents === undefined) {
      documents = new Set();
      this.found.set(segment, documents);
    }
    documents.add(d);
    this.list.push({ segment, d, hit });
  }

  get size(): number {
    return this.list.length;
  }

  entries(): readonly { segment: Segment; d: number; hit: Hit }[] {
    return this.list;
  }

  /** The best `count`, best first; equal scores by id, so that the order never depends on how the index was built. */
  best(count: number): Hit[] {
    const top = this.list.map((entry) => entry.hit);
    if (top.length > count * 4) {
      // Most of a long list is never shown: find the score to beat first.
      const scores = Float64Array.from(top, (hit) => hit.score).sort();
      const bar = scores[scores.length - count] as number;
      return inOrder(top.filter((hit) => hit.score >= bar)).slice(0, count);
    }
    return inOrder(top).slice(0, count);
  }
}

function inOrder(hits: Hit[]): Hit[] {
  return hits.slice().sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
}

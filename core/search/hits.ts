import type { MatchReason } from '#contract/search.ts';
import type { PairSet } from './pair-set.ts';
import type { SearchDocument } from './search-document.ts';
import type { Segment } from './segment.ts';
import type { WordPattern } from './word-pattern.ts';

/** How a group of documents was found; shared by all of them. */
export interface Finding {
  reason: MatchReason;
  near: boolean;
  /** True if it was the wording that was searched. */
  inBody?: boolean;
  /** What to highlight: words as they stand in the text, or pairs of symbols of a sentence. */
  words: readonly WordPattern[];
  pairs?: PairSet;
}

export interface Hit {
  document: SearchDocument;
  score: number;
  finding: Finding;
}

/** Gathers hits; a document found twice keeps the first way it was found, since better ways are tried first. */
export class HitList {
  private readonly segments: readonly Segment[];
  private readonly places: number[] = [];
  private readonly scores: number[] = [];
  private readonly findings: Finding[] = [];
  private known: Set<number> | undefined;
  private unseen = 0;

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
  }

  /** How many were added. */
  get size(): number {
    return this.places.length;
  }

  /** How many were found: those added and those only counted. */
  get total(): number {
    return this.places.length + this.unseen;
  }

  /** Counts documents that match but have too many before them to be ranked. */
  addUnseen(count: number): void {
    this.unseen += count;
  }

  /** What is added from now on is asked about with `has` first; within one pass no document comes twice. */
  beginPass(): void {
    this.known = this.places.length === 0 ? undefined : new Set(this.places);
  }

  /** True if an earlier pass found document `d` of segment number `s`. */
  has(s: number, d: number): boolean {
    return this.known?.has(s * 65_536 + d) === true;
  }

  add(s: number, d: number, score: number, finding: Finding): void {
    this.places.push(s * 65_536 + d);
    this.scores.push(score);
    this.findings.push(finding);
  }

  /** The best `count`, best first; equal scores by id, so that the order never depends on how the index was built. */
  best(count: number): Hit[] {
    const top: number[] = [];
    for (let i = 0; i < this.places.length; i++) {
      if (top.length === count && !this.before(i, top[count - 1] as number)) continue;
      let at = top.length < count ? top.push(i) - 1 : count - 1;
      for (; at > 0 && this.before(i, top[at - 1] as number); at--) top[at] = top[at - 1] as number;
      top[at] = i;
    }
    return top.map((i) => ({
      document: this.documentOf(i),
      score: this.scores[i] as number,
      finding: this.findings[i] as Finding,
    }));
  }

  private before(i: number, k: number): boolean {
    const difference = (this.scores[i] as number) - (this.scores[k] as number);
    return difference > 0 || (difference === 0 && this.documentOf(i).id < this.documentOf(k).id);
  }

  private documentOf(i: number): SearchDocument {
    const place = this.places[i] as number;
    return this.segments[Math.floor(place / 65_536)]?.documents[place % 65_536] as SearchDocument;
  }
}

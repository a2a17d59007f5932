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

/** So many times the rows asked for are looked at for other readings of the same letters. */
const POOL = 3;
const NEXT_ROW_LESS = 4;
const NEXT_ROWS_MAX = 8;

/** Gathers hits; a document found twice keeps the first way it was found, since better ways are tried first. */
export class HitList {
  private readonly segments: readonly Segment[];
  private readonly places: number[] = [];
  private readonly scores: number[] = [];
  private readonly findings: Finding[] = [];
  private readonly meanings: number[] = [];
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

  /** `meaning` tells apart what letters were read as; 0 where nothing was open to reading. */
  add(s: number, d: number, score: number, finding: Finding, meaning = 0): void {
    this.places.push(s * 65_536 + d);
    this.scores.push(score);
    this.findings.push(finding);
    this.meanings.push(meaning);
  }

  /** Adds the best `count` of another list that are not in this one; `change` is added to the score by their rank there. */
  takeBest(other: HitList, count: number, change: (rank: number) => number): void {
    for (const [rank, i] of other.bestPlaces(count).entries()) {
      const place = other.places[i] as number;
      if (this.known?.has(place) === true) continue;
      this.places.push(place);
      this.scores.push((other.scores[i] as number) + change(rank));
      this.findings.push(other.findings[i] as Finding);
      this.meanings.push(0);
    }
  }

  /** The best `count`, best first; equal scores by id, so that the order never depends on how the index was built. */
  best(count: number): Hit[] {
    return this.otherMeanings(this.bestPlaces(count * POOL), count).map((i) => ({
      document: this.documentOf(i),
      score: this.scores[i] as number,
      finding: this.findings[i] as Finding,
    }));
  }

  /** Of rows about as good, those that read the letters in another way come into sight, each reading's best first. */
  private otherMeanings(pool: readonly number[], count: number): readonly number[] {
    if (pool.every((i) => this.meanings[i] === this.meanings[pool[0] as number])) return pool.slice(0, count);
    const rows = new Map<number, number>();
    const ranked = pool.map((i) => {
      const meaning = this.meanings[i] as number;
      const row = meaning === 0 ? 0 : (rows.get(meaning) ?? 0);
      rows.set(meaning, row + 1);
      return { i, score: (this.scores[i] as number) - Math.min(row, NEXT_ROWS_MAX) * NEXT_ROW_LESS };
    });
    ranked.sort((a, b) => b.score - a.score);
    return ranked.slice(0, count).map(({ i }) => i);
  }

  private bestPlaces(count: number): number[] {
    const top: number[] = [];
    for (let i = 0; i < this.places.length; i++) {
      if (top.length === count && !this.before(i, top[count - 1] as number)) continue;
      let at = top.length < count ? top.push(i) - 1 : count - 1;
      for (; at > 0 && this.before(i, top[at - 1] as number); at--) top[at] = top[at - 1] as number;
      top[at] = i;
    }
    return top;
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

import type { SearchDocument } from './search-document.ts';
import { leaveSegment, makeSegment, type Segment } from './segment.ts';
import { buildSegment, SEGMENT_LIMIT } from './segment-data.ts';

/** Segments up to this size are merged at once when documents are added, larger ones in slices by `tidy`. */
const MERGED_AT_ONCE = 256;
const SEGMENTS_OF_A_SIZE = 4;
const DEAD_SHARE_MAX = 0.25;

/**
 * All documents of the library in segments. A change writes a new small segment and takes the old text out of its own,
 * so that no change costs a rebuild; small segments are merged as they pile up.
 */
export class LibraryIndex {
  segments: readonly Segment[] = [];
  private readonly places = new Map<string, { segment: Segment; d: number }>();

  get size(): number {
    return this.places.size;
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  /** Adds many documents to an index that holds none of them. */
  *fill(documents: readonly SearchDocument[]): Generator<undefined, void> {
    for (let from = 0; from < documents.length; from += SEGMENT_LIMIT) {
      const part = documents.slice(from, from + SEGMENT_LIMIT);
      this.append(makeSegment(yield* buildSegment(part), part));
    }
  }

  append(segment: Segment): void {
    this.segments = [...this.segments, segment];
    this.locate(segment);
  }

  upsert(document: SearchDocument): void {
    this.remove(document.id);
    this.append(makeSegment(finished(buildSegment([document])), [document]));
    for (let group = this.crowded(MERGED_AT_ONCE); group !== undefined; group = this.crowded(MERGED_AT_ONCE)) {
      finished(this.merge(group));
    }
  }

  remove(id: string): boolean {
    const place = this.places.get(id);
    if (place === undefined) return false;
    this.places.delete(id);
    leaveSegment(place.segment, place.d);
    if (place.segment.aliveCount === 0) this.segments = this.segments.filter((segment) => segment !== place.segment);
    return true;
  }

  /** Work that makes later searches quicker and changes no result; a slice takes a few milliseconds, and searches may come between. */
  *tidy(): Generator<undefined, void> {
    for (let group = this.crowded(SEGMENT_LIMIT); group !== undefined; group = this.crowded(SEGMENT_LIMIT)) {
      yield* this.merge(group);
    }
    const worn = this.segments.filter(
      (segment) => segment.aliveCount < segment.documents.length * (1 - DEAD_SHARE_MAX),
    );
    for (const segment of worn) yield* this.merge([segment]);
  }

  /** Segments of about one size that are many enough to become one, together no larger than `limit`. */
  private crowded(limit: number): Segment[] | undefined {
    const bySize = new Map<number, Segment[]>();
    for (const segment of this.segments) {
      const tier = Math.floor(Math.log2(segment.aliveCount) / 2);
      const peers = bySize.get(tier) ?? [];
      bySize.set(tier, peers);
      peers.push(segment);
      const total = peers.reduce((sum, peer) => sum + peer.aliveCount, 0);
      if (peers.length >= SEGMENTS_OF_A_SIZE && total <= limit) return peers;
    }
    return undefined;
  }

  private *merge(group: readonly Segment[]): Generator<undefined, void> {
    const sources = group.flatMap((segment) => segment.documents.map((document, d) => ({ segment, document, d })));
    const living = sources.filter(({ segment, d }) => segment.alive[d] === 1);
    const documents = living.map(({ document }) => document);
    const merged = makeSegment(yield* buildSegment(documents), documents);
    // Between two slices documents may have been changed or removed.
    for (const [d, source] of living.entries()) if (source.segment.alive[source.d] === 0) leaveSegment(merged, d);
    this.segments = [...this.segments.filter((segment) => !group.includes(segment)), merged];
    this.locate(merged);
  }

  private locate(segment: Segment): void {
    for (let d = 0; d < segment.documents.length; d++) {
      const id = segment.documents[d]?.id;
      if (id !== undefined && segment.alive[d] === 1) this.places.set(id, { segment, d });
    }
  }
}

/** Runs work that comes in slices to its end. */
export function finished<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

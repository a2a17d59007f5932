import type { SearchInput, SearchResult } from '#contract/search.ts';
import { answerQuery, type QuerySetting } from './answer-query.ts';
import { finished, LibraryIndex } from './library-index.ts';
import { PostingScratch } from './posting-scratch.ts';
import { presentHit } from './present-hit.ts';
import type { SearchDocument } from './search-document.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { stopPhrases } from './stop-phrases.ts';
import { type SynonymGroup, synonymTable } from './synonyms.ts';

interface SearchOptions {
  documents: readonly SearchDocument[];
  synonyms?: readonly SynonymGroup[];
  /** What customers say around a matter without naming it, besides the everyday phrases the engine knows. */
  stopPhrases?: readonly string[];
  /** A monotonic clock for `tookMs`; without one it is 0. */
  nowMs?: () => number;
}

interface SearchContext {
  /** How much an entry is used by this person and the team lately, 0..1. */
  useScore?: (id: string) => number;
}

/** The search over one library. Synchronous, without input or output; one search at a time. */
export interface SearchEngine {
  search(input: SearchInput, context?: SearchContext): SearchResult;
  /** Adds a document, or replaces the one with its id. */
  upsert(document: SearchDocument): void;
  /** False if there was no such document. */
  remove(id: string): boolean;
  readonly size: number;
  /** Merges what changes have left behind, in slices of a few milliseconds; changes no result. */
  tidy(): Generator<undefined, void>;
  /** The index as bytes, without the texts. */
  snapshot(): Uint8Array;
}

const LIMIT_DEFAULT = 20;

/** Builds the index of all documents at once. */
export function createSearch(options: SearchOptions): SearchEngine {
  return finished(createSearchInSlices(options));
}

/** The same, handing control back every few milliseconds. */
export function* createSearchInSlices(options: SearchOptions): Generator<undefined, SearchEngine> {
  const index = new LibraryIndex();
  yield* index.fill(lastOfEachId(options.documents));
  return engineOver(index, options);
}

/**
 * Takes the index from a snapshot. `documents` is what the library holds now: what changed since the snapshot was
 * written is indexed anew. Undefined if the bytes are damaged or of another version.
 */
export function searchFromSnapshot(bytes: Uint8Array, options: SearchOptions): SearchEngine | undefined {
  const index = readSnapshot(bytes, lastOfEachId(options.documents));
  return index === undefined ? undefined : engineOver(index, options);
}

function lastOfEachId(documents: readonly SearchDocument[]): readonly SearchDocument[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return byId.size === documents.length ? documents : [...byId.values()];
}

function engineOver(index: LibraryIndex, options: SearchOptions): SearchEngine {
  const scratch = new PostingScratch();
  const setting: QuerySetting = {
    synonyms: synonymTable(options.synonyms ?? []),
    stop: stopPhrases(options.stopPhrases ?? []),
  };
  const nowMs = options.nowMs ?? (() => 0);
  return {
    search(input, context) {
      const startedAt = nowMs();
      const answer = answerQuery(input, index.segments, scratch, setting, context?.useScore);
      const best = answer.hits.best(input.limit ?? LIMIT_DEFAULT);
      const hits = best.map((hit) => presentHit(hit, input.text, answer.traditional));
      return {
        hits,
        notices: [],
        others: [],
        total: answer.hits.total,
        tookMs: Math.max(0, nowMs() - startedAt),
        ...(answer.interpretation === undefined ? {} : { interpretation: answer.interpretation }),
      };
    },
    upsert: (document) => index.upsert(document),
    remove: (id) => index.remove(id),
    get size() {
      return index.size;
    },
    tidy: () => index.tidy(),
    snapshot: () => writeSnapshot(index.segments),
  };
}

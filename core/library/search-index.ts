import { readFile, rename, writeFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { createSearchInSlices, type SearchEngine, searchFromSnapshot } from '../search/create-search.ts';
import type { Catalogue } from './catalogue.ts';
import { otherDocuments } from './other-documents.ts';
import { searchDocuments } from './search-documents.ts';

export interface SearchIndex {
  /** The engine, as soon as it is there; a search that comes earlier waits for it, nothing else does. */
  engine(): Promise<SearchEngine>;
  /** The search over everything that is no wording; made at its first use. */
  others(): Promise<SearchEngine>;
}

export interface SearchIndexOptions {
  catalogue: Catalogue;
  /** Where the index is kept between starts; it can be lost without harm. */
  snapshotFile: string;
  clock: Clock;
  logger: Logger;
}

/**
 * Opens the search over a release after the core has said that it is ready: from the snapshot of the last start where
 * there is one, else built in slices that hold up no other call, and kept for the next start.
 */
export function openSearchIndex(options: SearchIndexOptions): SearchIndex {
  const opening = nextTurn().then(() => open(options));
  // Whoever searches gets the error; nobody searching is no reason to end the process.
  opening.catch(() => undefined);
  let others: Promise<SearchEngine> | null = null;
  return {
    engine: () => opening,
    others() {
      others ??= inSlices({ ...searchingOf(options), documents: otherDocuments(options.catalogue) });
      return others;
    },
  };
}

function searchingOf({ catalogue, clock }: SearchIndexOptions) {
  return { synonyms: catalogue.synonyms, stopPhrases: catalogue.stopPhrases, nowMs: clock.monotonicMs };
}

async function inSlices(searching: Parameters<typeof createSearchInSlices>[0]): Promise<SearchEngine> {
  const slices = createSearchInSlices(searching);
  for (let step = slices.next(); ; step = slices.next()) {
    if (step.done) return step.value;
    await nextTurn();
  }
}

async function open(options: SearchIndexOptions): Promise<SearchEngine> {
  const { catalogue, snapshotFile, logger } = options;
  const searching = { ...searchingOf(options), documents: searchDocuments(catalogue) };
  const bytes = await readFile(snapshotFile).catch(() => null);
  const kept = bytes && searchFromSnapshot(bytes, searching);
  if (kept) return kept;
  const engine = await inSlices(searching);
  keep(engine, snapshotFile).catch((error: unknown) => logger.error('the search index was not kept', error));
  return engine;
}

async function keep(engine: SearchEngine, snapshotFile: string): Promise<void> {
  await writeFile(`${snapshotFile}.new`, engine.snapshot(), { mode: 0o600 });
  await rename(`${snapshotFile}.new`, snapshotFile);
}

import { readFile, rename, writeFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { createSearchInSlices, type SearchEngine, searchFromSnapshot } from '../search/create-search.ts';
import type { Catalogue } from './catalogue.ts';
import { searchDocuments } from './search-documents.ts';

export interface SearchIndex {
  /** The engine, as soon as it is there; a search that comes earlier waits for it, nothing else does. */
  engine(): Promise<SearchEngine>;
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
  return { engine: () => opening };
}

async function open({ catalogue, snapshotFile, clock, logger }: SearchIndexOptions): Promise<SearchEngine> {
  const searching = {
    documents: searchDocuments(catalogue),
    synonyms: catalogue.synonyms,
    stopPhrases: catalogue.stopPhrases,
    nowMs: clock.monotonicMs,
  };
  const bytes = await readFile(snapshotFile).catch(() => null);
  const kept = bytes && searchFromSnapshot(bytes, searching);
  if (kept) return kept;
  const slices = createSearchInSlices(searching);
  for (let step = slices.next(); ; step = slices.next()) {
    if (step.done) {
      keep(step.value, snapshotFile).catch((error: unknown) => logger.error('the search index was not kept', error));
      return step.value;
    }
    await nextTurn();
  }
}

async function keep(engine: SearchEngine, snapshotFile: string): Promise<void> {
  await writeFile(`${snapshotFile}.new`, engine.snapshot(), { mode: 0o600 });
  await rename(`${snapshotFile}.new`, snapshotFile);
}

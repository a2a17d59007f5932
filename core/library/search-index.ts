import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
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
  /** The same if it is there by now. */
  othersNow(): SearchEngine | null;
  /** Follows an exchange of the release: what there is answers until the new index is there. */
  exchanged(): Promise<void>;
  /** Nothing more is opened or kept: the desk closes. */
  stop(): void;
}

export interface SearchIndexOptions {
  catalogue: Catalogue;
  /** Where the index is kept between starts; it can be lost without harm. */
  snapshotFile: string;
  clock: Clock;
  logger: Logger;
}

/** What a starting window asks for is answered first; whoever searches earlier does not wait for this. */
const FIRST_ANSWERS_MS = 800;

/**
 * Opens the search over a release once the desk has had its first answers, or as soon as somebody searches: from the
 * snapshot of the last start where there is one, else built in slices that hold up no other call, and kept for the next start.
 */
export function openSearchIndex(options: SearchIndexOptions): SearchIndex {
  const { catalogue, snapshotFile, logger } = options;
  const wanted = Promise.withResolvers<void>();
  const closing = new AbortController();
  const { signal } = closing;
  let opening = Promise.race([wanted.promise, delay(FIRST_ANSWERS_MS, undefined, { ref: false })]).then(() =>
    open(options, signal),
  );
  let others: Promise<SearchEngine> | null = null;
  let othersNow: SearchEngine | null = null;
  let holds = heldBy(catalogue);
  /** Rises with every exchange: an index that a later one overtook is not used. */
  let generation = 0;

  const opened = (): Promise<SearchEngine> => {
    wanted.resolve();
    return opening;
  };

  const openOthers = async (): Promise<SearchEngine> => {
    const mine = generation;
    const made = await inSlices({ ...searchingOf(options), documents: otherDocuments(catalogue) }, signal);
    if (mine === generation) othersNow = made;
    return made;
  };

  const openedOthers = (): Promise<SearchEngine> => {
    others ??= openOthers();
    return others;
  };
  // Lines first. Whoever searches gets the error; nobody searching is no reason to end the process.
  opening.then(openedOthers).catch(() => undefined);

  async function exchanged(): Promise<void> {
    generation += 1;
    const mine = generation;
    const before = holds;
    holds = heldBy(catalogue);
    const [was, is] = [hashesOf(before), hashesOf(holds)];
    const changed = [...is].filter(([id, hash]) => was.get(id) !== hash).map(([id]) => id);
    const gone = [...was.keys()].filter((id) => !is.has(id));
    const sameNotions = JSON.stringify(before.notions) === JSON.stringify(holds.notions);
    const small = changed.length + gone.length <= EXCHANGED_AT_ONCE && sameNotions;
    if (others !== null) others = openOthers();
    if (small) {
      const engine = await opened();
      const documents = new Map(searchDocuments(catalogue).map((document) => [document.id, document]));
      for (const id of gone) engine.remove(id);
      for (const id of changed) {
        const document = documents.get(id);
        if (document) engine.upsert(document);
        await nextTurn();
      }
      return;
    }
    const made = await inSlices({ ...searchingOf(options), documents: searchDocuments(catalogue) }, signal);
    if (mine !== generation) return;
    opening = Promise.resolve(made);
    await keep(made, snapshotFile).catch((error: unknown) => logger.error('the search index was not kept', error));
  }

  return {
    engine: opened,
    others: openedOthers,
    othersNow: () => othersNow,
    exchanged,
    stop: () => closing.abort(),
  };
}

/** More changed entries than this are indexed from nothing, aside. */
const EXCHANGED_AT_ONCE = 200;

/** What the index was made of, without a copy of it. */
const heldBy = ({ wordings, synonyms, stopPhrases }: Catalogue) => ({ wordings, notions: [synonyms, stopPhrases] });

const hashesOf = ({ wordings }: Pick<Catalogue, 'wordings'>) =>
  new Map(wordings.map(({ entry, entryHash }) => [entry.id, entryHash]));

function searchingOf({ catalogue, clock }: SearchIndexOptions) {
  return { synonyms: catalogue.synonyms, stopPhrases: catalogue.stopPhrases, nowMs: clock.monotonicMs };
}

/** What a desk that closes still waits for: there is nobody left to tell. */
const NEVER = new Promise<never>(() => undefined);

async function inSlices(
  searching: Parameters<typeof createSearchInSlices>[0],
  closing: AbortSignal,
): Promise<SearchEngine> {
  const slices = createSearchInSlices(searching);
  for (let step = slices.next(); ; step = slices.next()) {
    if (step.done) return step.value;
    await nextTurn();
    if (closing.aborted) await NEVER;
  }
}

async function open(options: SearchIndexOptions, closing: AbortSignal): Promise<SearchEngine> {
  if (closing.aborted) return NEVER;
  const { catalogue, snapshotFile, logger } = options;
  const searching = { ...searchingOf(options), documents: searchDocuments(catalogue) };
  const bytes = await readFile(snapshotFile).catch(() => null);
  const kept = bytes && searchFromSnapshot(bytes, searching);
  if (kept) return kept;
  const engine = await inSlices(searching, closing);
  keep(engine, snapshotFile).catch((error: unknown) => logger.error('the search index was not kept', error));
  return engine;
}

async function keep(engine: SearchEngine, snapshotFile: string): Promise<void> {
  await writeFile(`${snapshotFile}.new`, engine.snapshot(), { mode: 0o600 });
  await rename(`${snapshotFile}.new`, snapshotFile);
}

import type { WriteHandle } from '../db/open.ts';
import type { Erasing } from '../journal/erase.ts';
import type { Journal } from '../journal/journal.ts';
import { findTouched, type Touched } from '../journal/touched-repo.ts';
import { findOldRuns, hasRehearsed, type OldRun, type RunStore } from './old-runs-repo.ts';

interface WritableStore extends RunStore {
  readonly db: WriteHandle;
  readonly journal: Pick<Journal, 'readEach' | 'eraseSubjects'>;
}

/** The ids by which everything of these runs is found, in the database and in copies of it. */
export function subjectsOfRuns(store: RunStore, runIds: readonly string[]): string[] {
  const old = findOldRuns(store);
  return runIds.flatMap((runId) => {
    const customerId = old.get(runId)?.customerId;
    return customerId === undefined ? [runId] : [runId, customerId];
  });
}

/** How many events of these runs still have contents, given those found by the ids that `subjectsOfRuns` names. */
export function countOfRuns(store: RunStore, runIds: readonly string[], found: Pick<Touched, 'own'>): number {
  const old = findOldRuns(store);
  return new Set([...found.own, ...runIds.flatMap((runId) => old.get(runId)?.positions ?? [])]).size;
}

/**
 * Erases runs, whole; says how many events that were. Of an old run the erasure has to name the person, whose other runs stay:
 * the rows are given one by one, and nothing else is looked for under that id.
 */
export function eraseRuns(
  store: WritableStore,
  runIds: readonly string[],
  by: Pick<Erasing, 'personId' | 'reason' | 'onlyIfOwn'>,
  found?: Touched,
): number {
  const { db, journal } = store;
  const all = findOldRuns(store);
  const old = runIds.flatMap((runId): OldRun[] => {
    const run = all.get(runId);
    return run === undefined ? [] : [run];
  });
  const named = [...runIds, ...old.map(({ customerId }) => customerId)];
  const since = findTouched(db, named, found?.through);
  const own = new Set([...(found?.own ?? []), ...since.own, ...old.flatMap(({ positions }) => positions)]);
  return journal.eraseSubjects({
    ...by,
    subjectIds: [...new Set([...named, ...old.map(({ personId }) => personId)])],
    found: { own: [...own].toSorted((one, other) => one - other), foreign: [], through: since.through },
  });
}

/** Erases again, in a copy that was put back, what was erased since it was made. A person stands there for old runs that are named beside. */
export function eraseMissed(store: WritableStore, missed: ReadonlySet<string>): void {
  const runIds = [...missed].filter((id) => !hasRehearsed(store.db, id));
  eraseRuns(store, runIds, { personId: null, reason: 'erased after the backup was made', onlyIfOwn: true });
}

import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { Journal } from '../journal/journal.ts';
import { isDamaged } from '../journal/read-each.ts';

/** The database of rehearsals with its journal. */
export interface RunStore {
  readonly db: ReadHandle;
  readonly journal: Pick<Journal, 'readEach'>;
}

/** A run from before its events named it: they name who rehearsed, and its conversation a customer of its own. */
export interface OldRun {
  readonly runId: string;
  readonly personId: string;
  readonly customerId: string;
  /** Where those of its events stand that name nobody but the person. */
  readonly positions: readonly number[];
}

interface OldRow {
  position: number;
  epoch: number;
  seq: number;
}

/** Every run of that kind that still has contents, by its id; found through what its events say. */
export function findOldRuns({ db, journal }: RunStore): ReadonlyMap<string, OldRun> {
  const rows = prepared(
    db,
    `SELECT rowid AS position, epoch, seq FROM journal
     WHERE kind IN ('rehearsal.started', 'rehearsal.moved', 'rehearsal.ended')
       AND payload IS NOT NULL AND json_array_length(subject_ids) < 2 ORDER BY rowid`,
  ).all() as OldRow[];
  const runs = new Map<string, OldRun & { positions: number[] }>();
  for (const { position, epoch, seq } of rows) {
    const [event] = journal.readEach({ epoch, seq }, 1);
    if (event === undefined || isDamaged(event)) continue;
    const { runId, customerId } = event.payload as { runId: string; customerId?: string };
    const known = runs.get(runId);
    if (known !== undefined) known.positions.push(position);
    else if (customerId !== undefined)
      runs.set(runId, { runId, personId: event.personId ?? '', customerId, positions: [position] });
  }
  return runs;
}

/** Whether an id stands for somebody whose rehearsals are kept here. */
export function hasRehearsed(db: ReadHandle, personId: string): boolean {
  return prepared(db, 'SELECT 1 FROM rehearsal_run WHERE person_id = ? LIMIT 1').get(personId) !== undefined;
}

import { journalErased } from '#contract/journal.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from './event.ts';
import type { FieldSealer } from './field-sealer.ts';
import type { JournalReader } from './journal-repo.ts';
import { openRow } from './open-row.ts';
import type { Projection } from './projection.ts';
import { rebuildWithin } from './rebuild.ts';
import type { EventSealer } from './sealing.ts';
import {
  blankForeign,
  blankOwn,
  findTouched,
  foreignRow,
  ownRow,
  removeErasuresDue,
  type Touched,
} from './touched-repo.ts';
import type { JournalTransaction, Transactions } from './transactions.ts';

export interface EraserParts {
  readonly db: WriteHandle;
  readonly reader: JournalReader;
  readonly sealer: EventSealer;
  readonly fields: FieldSealer;
  readonly projections: readonly Projection[];
  readonly transactions: Transactions;
}

export interface Erasing {
  readonly personId: string | null;
  readonly subjectIds: readonly string[];
  readonly reason: string;
  /** Where a thread has found the rows already; without it the whole journal is read here. */
  readonly found?: Touched | undefined;
  /** Another desk's erasure, carried out here: with nothing of our own about it there is nothing to say about it. */
  readonly onlyIfOwn?: boolean;
}

/**
 * Takes payload and salt from every event about the subjects, own and foreign, and what they wrote out of the projections:
 * row by row where each projection that took them knows how, else by rebuilding. Says how many own events that were.
 */
export function eraseSubjects(parts: EraserParts, erasing: Erasing): number {
  const { db, reader, sealer, transactions } = parts;
  const { personId, subjectIds, reason, found, onlyIfOwn = false } = erasing;
  return transactions.run(personId, (tx) => {
    const since = findTouched(db, subjectIds, found?.through);
    const own = [...(found?.own ?? []), ...since.own].flatMap((position) => ownRow(reader, position) ?? []);
    const foreign = [...(found?.foreign ?? []), ...since.foreign].flatMap((arrival) => foreignRow(db, arrival) ?? []);
    const readable = own.filter(({ payload }) => payload !== null);
    const touched = [...readable, ...foreign.filter(({ payload }) => payload !== null)].map((row) =>
      openRow(row, sealer),
    );
    const outliving = outlivingOf(parts, touched);
    const forgotten = forget(parts, touched);
    if (readable.length > 0 || !onlyIfOwn) {
      tx.append(journalErased, { reason, erasedEvents: readable.length }, subjectIds);
    }
    for (const { position } of readable) blankOwn(db, position);
    for (const { position } of foreign) blankForeign(db, position);
    for (const append of outliving) append(tx);
    if (!forgotten) rebuildWithin(parts);
    removeErasuresDue(db, subjectIds);
    return readable.length;
  });
}

function outlivingOf({ db, projections, fields }: EraserParts, touched: readonly OpenEvent[]) {
  return projections
    .flatMap((one) => one.forgetting?.outlives?.(db, touched, fields) ?? [])
    .map(
      ({ declaration, payload, subjectIds }) =>
        (tx: JournalTransaction) =>
          tx.append(declaration, payload, subjectIds),
    );
}

/** False where a projection that took one of the events cannot forget it by itself. */
function forget({ db, projections, fields }: EraserParts, touched: readonly OpenEvent[]): boolean {
  return projections.every((one) => {
    const taken = touched.filter(({ kind }) => one.apply.has(kind));
    return taken.length === 0 || (one.forgetting?.forget(db, taken, fields) ?? false);
  });
}

/** Empties the write-ahead log, in which erased contents would stay readable; false while a reader holds on to it. */
export function emptyLog(db: WriteHandle): boolean {
  const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return state?.busy === 0;
}

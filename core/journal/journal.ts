import type { JournalEvent, JournalFault, JournalHealth, JournalPlace } from '#contract/journal.ts';
import { journalFaultAcknowledged, journalFaultFound, journalRestored } from '#contract/journal.ts';
import { NO_EVENT_HASH } from '#ledger/event-hash.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { JournalHead } from './append.ts';
import { createAppender } from './append.ts';
import { checkStart } from './check-start.ts';
import { type EraserParts, type Erasing, emptyLog, eraseSubjects } from './erase.ts';
import type { OpenEvent, StoredEvent } from './event.ts';
import { hex } from './event.ts';
import type { FieldSealer } from './field-sealer.ts';
import { createFieldSealer } from './field-sealer.ts';
import { readFindings } from './findings.ts';
import type { HeadFile } from './head-file.ts';
import type { Verification } from './health.ts';
import { createHealth } from './health.ts';
import { createJournalReader, createJournalWriter, rowOf } from './journal-repo.ts';
import { openRow } from './open-row.ts';
import type { Projection } from './projection.ts';
import { type EachEvent, readEach } from './read-each.ts';
import { rebuildProjections } from './rebuild.ts';
import { createEventSealer } from './sealing.ts';
import { type TakenForeign, takeForeign } from './take-foreign.ts';
import { addErasuresDue } from './touched-repo.ts';
import type { JournalTransaction } from './transactions.ts';
import { createTransactions } from './transactions.ts';

export type { JournalTransaction };

export interface JournalOptions {
  readonly db: WriteHandle;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly dataKey: Uint8Array;
  readonly headFile: HeadFile;
  readonly projections: readonly Projection[];
  readonly installId: string;
  /** The database was just put back from a backup: the head file may know more, and a new epoch begins. */
  readonly restored?: boolean;
  /** The newest epoch known of beside the journal and its head file; a restored journal begins behind it. */
  readonly knownEpoch?: number;
  /** Told of errors that must not undo a commit: those of listeners and of the head file. */
  readonly onError?: (error: unknown) => void;
}

export interface Journal {
  /** Runs `work` in one synchronous write transaction: all of it is committed and synced, or none. Nested calls throw. */
  transaction<T>(personId: string | null, work: (tx: JournalTransaction) => T): T;
  /** Tells of every committed transaction that appended something; returns how to stop. */
  onCommitted(listener: (events: StoredEvent[]) => void): () => void;
  /** Up to `limit` events in order from a place on, opened. Throws SealBroken or CommitmentBroken on a damaged one. */
  read(from: JournalPlace, limit: number): OpenEvent[];
  /** The same, with damaged ones told as such: one of them does not hide the rest. */
  readEach(from: JournalPlace, limit: number): EachEvent[];
  head(): JournalHead;
  /** The hash that the event at this place was chained to. */
  hashBefore(place: JournalPlace): Uint8Array;
  /** How many events stand behind a place. */
  countAfter(place: JournalPlace): number;
  health(): JournalHealth;
  /** Stores that a person takes note of everything that checks at start found; those findings count no more. */
  acknowledgeFindings(personId: string | null): void;
  /** Takes in what a verification outside found. */
  recordVerification(verification: Verification): void;
  /**
   * Stores and applies events of other desks of the site, in one transaction with `also`. What they erased is noted as due
   * here (touched-repo.ts); whoever runs the journal carries it out with `eraseSubjects`.
   */
  takeForeign(events: readonly JournalEvent[], also?: (db: WriteHandle) => void): TakenForeign;
  /** Tells of foreign events after their transaction. */
  onForeign(listener: (events: readonly OpenEvent[]) => void): () => void;
  /** Erases what the journal holds about a subject; says how many events lost their payload. Reads the whole journal. */
  erase(personId: string | null, subjectId: string, reason: string): number;
  /** The same for several, over rows that a thread has found. Leaves the write-ahead log to `emptyLog`. */
  eraseSubjects(erasing: Erasing): number;
  /** Empties the write-ahead log of what was erased; false while a reader holds on to it. */
  emptyLog(): boolean;
  rebuild(): number;
  /** Seals and opens personal columns of projections; for queries. */
  readonly fields: FieldSealer;
}

/** Opens the journal over a migrated database: checks the start, opens a new epoch where one is due, writes the head file. */
export function createJournal(options: JournalOptions): Journal {
  const { db, ids, headFile, installId, projections } = options;
  const onError = options.onError ?? ((error: unknown) => process.emitWarning(String(error), 'JournalWarning'));
  const sealer = createEventSealer(options.dataKey, ids.bytes);
  const fields = createFieldSealer(options.dataKey);
  const reader = createJournalReader(db);
  const writer = createJournalWriter(db);
  const start = checkStart(db, sealer, headFile.found);
  const appender = createAppender({ ...options, reader, writer, sealer, fields });
  const transactions = createTransactions({ db, appender, headFile, onError });
  openEpoch();
  headFile.write(appender.head());
  const found = readFindings(reader, sealer);
  const health = createHealth([...found.open, ...start.newest]);
  health.acknowledge(found.acknowledged);

  function openEpoch(): void {
    const last = appender.last();
    const finding = options.restored === true ? null : start.head;
    const recorded = headFile.found.state === 'recorded' ? headFile.found.record.epoch : 0;
    if (options.restored === true || (last !== null && last.installId !== installId)) {
      if (last === null) return;
      const reason = options.restored === true ? 'backup' : 'otherInstall';
      transactions.run(null, (tx) => {
        const known = options.restored === true ? Math.max(recorded, options.knownEpoch ?? 0) : 0;
        appender.beginEpoch(Math.max(last.epoch, known) + 1);
        tx.append(journalRestored, {
          reason,
          restoredInstallId: last.installId,
          restoredEpoch: last.epoch,
          restoredSeq: last.seq,
          restoredHash: hex(last.hash),
        });
      });
    }
    if (finding !== null) record(finding, recorded);
  }

  /** Numbers that a lost tail used up are never given to other events: a server may have them. */
  function record(finding: JournalFault, recordedEpoch: number): void {
    transactions.run(null, (tx) => {
      if (finding.code === 'lostTail') appender.beginEpoch(Math.max(appender.head().epoch, recordedEpoch) + 1);
      tx.append(journalFaultFound, finding);
    });
  }

  const foreignListeners = new Set<(events: readonly OpenEvent[]) => void>();

  const eraser: EraserParts = { db, reader, sealer, fields, projections, transactions };

  return {
    fields,
    transaction: transactions.run,
    onCommitted: transactions.onCommitted,
    read(from, limit) {
      const position = reader.positionOf(from);
      return position === null ? [] : reader.after(position - 1, limit).map((raw) => openRow(rowOf(raw), sealer));
    },
    head: appender.head,
    readEach(from, limit) {
      const position = reader.positionOf(from);
      return position === null ? [] : readEach(reader, sealer, position - 1, limit);
    },
    hashBefore(place) {
      const position = reader.positionOf(place) ?? 1;
      const [before] = position > 1 ? reader.closedAfter(position - 2, 1) : [];
      return before === undefined ? NO_EVENT_HASH : rowOf(before).hash;
    },
    countAfter(place) {
      const next = reader.positionOf({ epoch: place.epoch, seq: place.seq + 1 });
      return next === null ? 0 : reader.lastPosition() - next + 1;
    },
    health() {
      const { epoch, seq, hash } = appender.head();
      return { installId, epoch, headSeq: seq, headHash: hex(hash ?? NO_EVENT_HASH), ...health.now() };
    },
    recordVerification: health.record,
    acknowledgeFindings(personId) {
      const { open } = readFindings(reader, sealer);
      if (open.length === 0) return;
      transactions.run(personId, (tx) => {
        for (const { epoch, seq, code } of open) tx.append(journalFaultAcknowledged, { epoch, seq, code });
      });
      health.acknowledge(open);
    },
    takeForeign(events, also) {
      const parts = { db, projections, sealer, fields, installId, position: reader.lastPosition };
      const taken = transactions.run(null, (tx) => {
        const stored = takeForeign(parts, events);
        if (stored.erased.length > 0) addErasuresDue(tx.db, stored.erased);
        also?.(tx.db);
        return stored;
      });
      if (taken.events.length > 0) for (const listener of foreignListeners) listener(taken.events);
      return taken;
    },
    onForeign(listener) {
      foreignListeners.add(listener);
      return () => {
        foreignListeners.delete(listener);
      };
    },
    erase(personId, subjectId, reason) {
      const erased = eraseSubjects(eraser, { personId, subjectIds: [subjectId], reason });
      emptyLog(db);
      return erased;
    },
    eraseSubjects: (erasing) => eraseSubjects(eraser, erasing),
    emptyLog: () => emptyLog(db),
    rebuild: () => rebuildProjections({ db, projections, sealer, fields }),
  };
}

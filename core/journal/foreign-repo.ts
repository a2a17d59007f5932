import type { JournalPlace } from '#contract/journal.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { EVENT_COLUMNS, type JournalRow, rowOf } from './journal-repo.ts';

/** A foreign event as stored; `position` is its arrival. */
export interface ForeignRow extends JournalRow {
  readonly afterPosition: number;
}

/** Stores it behind the others; false where this event is here already. */
export function insertForeign(db: WriteHandle, row: Omit<ForeignRow, 'position' | 'erased'>): boolean {
  const done = prepared(
    db,
    `INSERT INTO foreign_event (after_position, install_id, epoch, seq, id, at_ms, person_id, subject_ids, kind,
       schema_version, payload, salt, commitment, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)
     ON CONFLICT (install_id, epoch, seq) DO NOTHING`,
  ).run(
    row.afterPosition,
    row.installId,
    row.epoch,
    row.seq,
    row.id,
    row.atMs,
    row.personId,
    row.subjectIds,
    row.kind,
    row.schemaVersion,
    row.payload,
    row.salt,
    row.commitment,
    row.hash,
  );
  return done.changes > 0;
}

/** Where the own journal stood when it was so long; before its first event in front of everything. */
export function placeAt(db: ReadHandle, position: number): JournalPlace {
  const row = prepared(db, 'SELECT epoch, seq FROM journal WHERE rowid = ?').get(position);
  return (row as JournalPlace | undefined) ?? { epoch: 1, seq: 0 };
}

/** The next rows by arrival, from behind one on. */
export function foreignAfter(db: ReadHandle, arrival: number, limit: number): ForeignRow[] {
  const rows = prepared(
    db,
    `SELECT ${EVENT_COLUMNS}, after_position FROM foreign_event WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  ).raw();
  return (rows.all(arrival, limit) as unknown[][]).map((row) => ({ ...rowOf(row), afterPosition: Number(row.at(-1)) }));
}

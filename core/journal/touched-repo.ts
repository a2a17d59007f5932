import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { type ForeignRow, foreignAfter } from './foreign-repo.ts';
import type { JournalReader, JournalRow } from './journal-repo.ts';
import { rowOf } from './journal-repo.ts';

/** How far a search for rows has come: own events by position, foreign ones by arrival. */
export interface SearchedThrough {
  readonly position: number;
  readonly arrival: number;
}

/** The rows that still hold something about the subjects of a search. */
export interface Touched {
  readonly own: readonly number[];
  readonly foreign: readonly number[];
  readonly through: SearchedThrough;
}

const ABOUT = `payload IS NOT NULL AND kind <> 'journal.erased' AND subject_ids <> '[]'
  AND EXISTS (SELECT 1 FROM json_each(subject_ids) AS subject
    WHERE subject.value IN (SELECT value FROM json_each(@subjects)))`;

/** Reads every row behind a place: on a long journal that takes seconds, so the whole is read in a thread. */
export function findTouched(
  db: ReadHandle,
  subjectIds: readonly string[],
  behind: SearchedThrough = { position: 0, arrival: 0 },
): Touched {
  const subjects = JSON.stringify(subjectIds);
  const rows = (table: 'journal' | 'foreign_event', after: number): number[] =>
    prepared(db, `SELECT rowid FROM ${table} WHERE rowid > @after AND ${ABOUT} ORDER BY rowid`)
      .pluck()
      .all({ after, subjects }) as number[];
  const last = (table: 'journal' | 'foreign_event'): number =>
    Number(prepared(db, `SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get());
  return {
    own: rows('journal', behind.position),
    foreign: rows('foreign_event', behind.arrival),
    through: { position: last('journal'), arrival: last('foreign_event') },
  };
}

/** Whether anything about the subjects can still be read in this database, which may be one of an earlier version. */
export function holdsAny(db: ReadHandle, subjectIds: readonly string[]): boolean {
  const tables = prepared(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('journal', 'foreign_event')`,
  )
    .pluck()
    .all() as string[];
  const subjects = JSON.stringify(subjectIds);
  return tables.some(
    (table) => prepared(db, `SELECT 1 FROM ${table} WHERE ${ABOUT} LIMIT 1`).get({ subjects }) !== undefined,
  );
}

export function ownRow(reader: JournalReader, position: number): JournalRow | null {
  const [raw] = reader.after(position - 1, 1);
  return raw === undefined ? null : rowOf(raw);
}

export function foreignRow(db: ReadHandle, arrival: number): ForeignRow | null {
  return foreignAfter(db, arrival - 1, 1)[0] ?? null;
}

export function blankOwn(db: WriteHandle, position: number): void {
  prepared(db, 'UPDATE journal SET payload = NULL, salt = NULL WHERE rowid = ?').run(position);
}

export function blankForeign(db: WriteHandle, arrival: number): void {
  prepared(db, 'UPDATE foreign_event SET payload = NULL, salt = NULL WHERE rowid = ?').run(arrival);
}

/** Subjects that another desk erased and that are still to be erased here; they wait through restarts. */
export function addErasuresDue(db: WriteHandle, subjectIds: readonly string[]): void {
  const insert = prepared(db, 'INSERT OR IGNORE INTO erasure_due (subject_id) VALUES (?)');
  for (const subjectId of subjectIds) insert.run(subjectId);
}

export function listErasuresDue(db: ReadHandle): string[] {
  return prepared(db, 'SELECT subject_id FROM erasure_due ORDER BY subject_id').pluck().all() as string[];
}

export function removeErasuresDue(db: WriteHandle, subjectIds: readonly string[]): void {
  const remove = prepared(db, 'DELETE FROM erasure_due WHERE subject_id = ?');
  for (const subjectId of subjectIds) remove.run(subjectId);
}

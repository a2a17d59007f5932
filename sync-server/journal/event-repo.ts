import type { Insertable } from 'kysely';
import type { ServerDb } from '../db/open-database.ts';
import type { EventTable } from '../db/tables.ts';

/** Rows a statement takes at once: 15 columns each, under the 32,766 variables of SQLite and the 65,535 of PostgreSQL. */
const ROWS_AT_ONCE = 500;

export interface Head {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** Locks the site's feed for this transaction, so that cursors appear in the order in which they can be read. */
export async function lockFeed(db: ServerDb, siteId: string): Promise<number> {
  const row = await db
    .updateTable('site')
    .set((set) => ({ last_cursor: set.ref('last_cursor') }))
    .where('site_id', '=', siteId)
    .returning('last_cursor')
    .executeTakeFirstOrThrow();
  return row.last_cursor;
}

export async function moveFeed(db: ServerDb, siteId: string, lastCursor: number): Promise<void> {
  await db.updateTable('site').set({ last_cursor: lastCursor }).where('site_id', '=', siteId).execute();
}

export async function headOf(db: ServerDb, installId: string, epoch: number): Promise<Head | null> {
  const row = await db
    .selectFrom('head')
    .select(['epoch', 'seq', 'hash'])
    .where('install_id', '=', installId)
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  return row ?? null;
}

export function headsOf(db: ServerDb, installId: string): Promise<Head[]> {
  return db
    .selectFrom('head')
    .select(['epoch', 'seq', 'hash'])
    .where('install_id', '=', installId)
    .orderBy('epoch')
    .execute();
}

export async function putHead(db: ServerDb, installId: string, head: Head): Promise<void> {
  const row = { install_id: installId, epoch: head.epoch, seq: head.seq, hash: head.hash };
  await db
    .insertInto('head')
    .values(row)
    .onConflict((conflict) => conflict.columns(['install_id', 'epoch']).doUpdateSet(row))
    .execute();
}

/** Hashes kept at these places of one epoch, by seq. */
export async function hashesAt(
  db: ServerDb,
  installId: string,
  epoch: number,
  fromSeq: number,
  toSeq: number,
): Promise<Map<number, Uint8Array>> {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'hash'])
    .where('install_id', '=', installId)
    .where('epoch', '=', epoch)
    .where('seq', '>=', fromSeq)
    .where('seq', '<=', toSeq)
    .execute();
  return new Map(rows.map((row) => [row.seq, row.hash]));
}

export async function insertEvents(db: ServerDb, rows: readonly Insertable<EventTable>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('event')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

export interface SubjectPlace {
  readonly subjectId: string;
  readonly epoch: number;
  readonly seq: number;
}

export async function insertSubjects(
  db: ServerDb,
  siteId: string,
  installId: string,
  places: readonly SubjectPlace[],
): Promise<void> {
  for (let from = 0; from < places.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('event_subject')
      .values(
        places.slice(from, from + ROWS_AT_ONCE).map(({ subjectId, epoch, seq }) => ({
          site_id: siteId,
          subject_id: subjectId,
          install_id: installId,
          epoch,
          seq,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Which of these people were erased before: what still arrives about them is kept without its contents. */
export async function erasedAmong(db: ServerDb, siteId: string, subjectIds: readonly string[]): Promise<Set<string>> {
  if (subjectIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('erased_subject')
    .select('subject_id')
    .where('site_id', '=', siteId)
    .where('subject_id', 'in', [...subjectIds])
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}

/** Takes the contents of every event about these people, at every desk of the site; says how many events that were. */
export async function eraseSubjects(
  db: ServerDb,
  siteId: string,
  subjectIds: readonly string[],
  atMs: number,
): Promise<number> {
  if (subjectIds.length === 0) return 0;
  await db
    .insertInto('erased_subject')
    .values(subjectIds.map((subjectId) => ({ site_id: siteId, subject_id: subjectId, erased_at_ms: atMs })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const erased = await db
    .updateTable('event')
    .set({ sealed: null })
    .where('sealed', 'is not', null)
    .where('kind', '<>', 'journal.erased')
    .where((where) =>
      where.exists(
        where
          .selectFrom('event_subject')
          .select('event_subject.subject_id')
          .whereRef('event_subject.install_id', '=', 'event.install_id')
          .whereRef('event_subject.epoch', '=', 'event.epoch')
          .whereRef('event_subject.seq', '=', 'event.seq')
          .where('event_subject.site_id', '=', siteId)
          .where('event_subject.subject_id', 'in', [...subjectIds]),
      ),
    )
    .executeTakeFirst();
  return Number(erased.numUpdatedRows);
}

export function feedAfter(db: ServerDb, siteId: string, butOf: string, after: number, limit: number) {
  return db
    .selectFrom('event')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('cursor', '>', after)
    .where('install_id', '<>', butOf)
    .orderBy('cursor')
    .limit(limit)
    .execute();
}

export async function lastCursorOf(db: ServerDb, siteId: string): Promise<number> {
  const row = await db.selectFrom('site').select('last_cursor').where('site_id', '=', siteId).executeTakeFirst();
  return row?.last_cursor ?? 0;
}

import type { PayloadOf } from '#contract/declare-event.ts';
import type { numberShown } from '#contract/records.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

export interface NumberLook {
  readonly eventId: string;
  readonly recordId: string;
  readonly personId: string | null;
  readonly atMs: number;
  readonly reason: string;
}

interface LookRow {
  event_id: string;
  record_id: string;
  person_id: string | null;
  at_ms: number;
  reason_sealed: Uint8Array;
}

// A reason can name the customer, so it is sealed like everything about a person.
const placeOf = (eventId: string): string => `number_look.reason_sealed:${eventId}`;

export function insertLook(db: WriteHandle, seal: FieldSealer, event: OpenEvent<PayloadOf<typeof numberShown>>): void {
  prepared(
    db,
    `INSERT INTO number_look (event_id, record_id, person_id, at_ms, reason_sealed, epoch, seq)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    event.id,
    event.payload.recordId,
    event.personId,
    event.atMs,
    seal.seal(event.payload.reason, placeOf(event.id)),
    event.epoch,
    event.seq,
  );
}

/** A look at a number that was erased since: who and when, without whose and why. */
export function insertBlankLook(
  db: WriteHandle,
  seal: FieldSealer,
  event: Pick<OpenEvent, 'id' | 'personId' | 'atMs' | 'epoch' | 'seq'>,
): void {
  prepared(
    db,
    `INSERT INTO number_look (event_id, record_id, person_id, at_ms, reason_sealed, epoch, seq)
     VALUES (?, '', ?, ?, ?, ?, ?)`,
  ).run(event.id, event.personId, event.atMs, seal.seal('', placeOf(event.id)), event.epoch, event.seq);
}

export function blankLook(db: WriteHandle, seal: FieldSealer, eventId: string): void {
  prepared(db, `UPDATE number_look SET record_id = '', reason_sealed = ? WHERE event_id = ?`).run(
    seal.seal('', placeOf(eventId)),
    eventId,
  );
}

/** Who looked at whole numbers, the latest first; `recordId` null: of all records. */
export function listLooks(db: ReadHandle, seal: FieldSealer, recordId: string | null, limit: number): NumberLook[] {
  const rows = prepared(
    db,
    `SELECT event_id, record_id, person_id, at_ms, reason_sealed FROM number_look
     WHERE @recordId IS NULL OR record_id = @recordId ORDER BY epoch DESC, seq DESC LIMIT @limit`,
  ).all({ recordId, limit }) as LookRow[];
  return rows.map((row) => ({
    eventId: row.event_id,
    recordId: row.record_id,
    personId: row.person_id,
    atMs: row.at_ms,
    reason: seal.open(row.reason_sealed, placeOf(row.event_id)),
  }));
}

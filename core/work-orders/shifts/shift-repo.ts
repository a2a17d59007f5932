import { z } from 'zod';
import type { PayloadOf } from '#contract/declare-event.ts';
import type { promiseNoted, shiftEnded } from '#contract/work-orders/shifts.ts';
import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';
import type { OpenEvent } from '#core/journal/event.ts';
import type { FieldSealer } from '#core/journal/field-sealer.ts';

/** What somebody left in hand when they went. */
interface ShiftEnd {
  readonly endId: string;
  readonly personId: string;
  readonly atMs: number;
  readonly leftOrders: readonly string[];
  readonly leftPromises: readonly string[];
}

interface HandedPromise {
  readonly conversationId: string;
  readonly fromPersonId: string;
  readonly toPersonId: string | null;
}

const ids = z.array(z.string());

export function insertShiftEnd(db: WriteHandle, event: OpenEvent<PayloadOf<typeof shiftEnded>>): void {
  const { id, atMs, personId, payload } = event;
  if (personId === null) return;
  prepared(
    db,
    'INSERT INTO shift_end (event_id, person_id, at_ms, left_orders, left_promises) VALUES (?, ?, ?, ?, ?)',
  ).run(id, personId, atMs, JSON.stringify(payload.leftOrders), JSON.stringify(payload.leftPromises));
  for (const { conversationId, toPersonId } of payload.promises) {
    prepared(
      db,
      `INSERT INTO promise_handed (conversation_id, from_person_id, to_person_id, at_ms, event_id) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (conversation_id) DO UPDATE SET from_person_id = excluded.from_person_id,
         to_person_id = excluded.to_person_id, at_ms = excluded.at_ms, event_id = excluded.event_id
         WHERE (excluded.at_ms, excluded.event_id) > (at_ms, event_id)`,
    ).run(conversationId, personId, toPersonId, atMs, id);
  }
}

export function markLeftSeen(db: WriteHandle, endId: string): void {
  prepared(db, 'INSERT OR IGNORE INTO shift_end_seen (event_id) VALUES (?)').run(endId);
}

/** What was left since a moment and no lead has seen yet; of each person the latest end only. */
export function listLeft(db: ReadHandle, sinceMs: number): ShiftEnd[] {
  const rows = prepared(
    db,
    `SELECT event_id, person_id, at_ms, left_orders, left_promises FROM shift_end AS one
     WHERE at_ms >= ? AND event_id NOT IN (SELECT event_id FROM shift_end_seen)
       AND NOT EXISTS (SELECT 1 FROM shift_end AS later WHERE later.person_id = one.person_id
         AND (later.at_ms, later.event_id) > (one.at_ms, one.event_id))
     ORDER BY at_ms DESC, event_id`,
  ).all(sinceMs) as {
    event_id: string;
    person_id: string;
    at_ms: number;
    left_orders: string;
    left_promises: string;
  }[];
  return rows.map((row) => ({
    endId: row.event_id,
    personId: row.person_id,
    atMs: row.at_ms,
    leftOrders: ids.parse(JSON.parse(row.left_orders)),
    leftPromises: ids.parse(JSON.parse(row.left_promises)),
  }));
}

/** Promises that were passed on, by the conversation they were made in. */
export function listHandedPromises(db: ReadHandle): Map<string, HandedPromise> {
  const rows = prepared(
    db,
    `SELECT conversation_id AS conversationId, from_person_id AS fromPersonId, to_person_id AS toPersonId
     FROM promise_handed`,
  ).all() as HandedPromise[];
  return new Map(rows.map((row) => [row.conversationId, row]));
}

const notePlaceOf = (eventId: string): string => `promise_note.note_sealed:${eventId}`;

export function insertPromiseNote(
  db: WriteHandle,
  seal: FieldSealer,
  { id, atMs, payload }: OpenEvent<PayloadOf<typeof promiseNoted>>,
): void {
  prepared(db, 'INSERT INTO promise_note (event_id, conversation_id, at_ms, note_sealed) VALUES (?, ?, ?, ?)').run(
    id,
    payload.conversationId,
    atMs,
    seal.seal(payload.text, notePlaceOf(id)),
  );
}

/** What was last said when a promise was passed on; empty where nothing was. */
export function promiseNoteOf(db: ReadHandle, seal: FieldSealer, conversationId: string): string {
  const row = prepared(
    db,
    'SELECT event_id, note_sealed FROM promise_note WHERE conversation_id = ? ORDER BY at_ms DESC, event_id DESC LIMIT 1',
  ).get(conversationId) as { event_id: string; note_sealed: Uint8Array } | undefined;
  return row ? seal.open(row.note_sealed, notePlaceOf(row.event_id)) : '';
}

export function markPrompted(db: WriteHandle, endsAtMs: number): void {
  prepared(db, 'INSERT OR IGNORE INTO shift_prompt (ends_at_ms) VALUES (?)').run(endsAtMs);
}

export function wasPrompted(db: ReadHandle, endsAtMs: number): boolean {
  return prepared(db, 'SELECT 1 FROM shift_prompt WHERE ends_at_ms = ?').get(endsAtMs) !== undefined;
}

export function markLossSeen(db: WriteHandle, personId: string | null, eventIds: readonly string[]): void {
  if (personId === null) return;
  for (const eventId of eventIds) {
    prepared(db, 'INSERT OR IGNORE INTO step_loss_seen (event_id, person_id) VALUES (?, ?)').run(eventId, personId);
  }
}

/** Steps of a person that did not count and of which they know. */
export function lossesSeenBy(db: ReadHandle, personId: string): ReadonlySet<string> {
  const seen = prepared(db, 'SELECT event_id FROM step_loss_seen WHERE person_id = ?').pluck().all(personId);
  return new Set(seen as string[]);
}

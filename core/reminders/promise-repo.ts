import type { PayloadOf } from '#contract/declare-event.ts';
import type { promiseTold } from '#contract/reminders.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { ToldLimit } from '../work-orders/order-state.ts';

export function insertPromiseTold(db: WriteHandle, event: OpenEvent<PayloadOf<typeof promiseTold>>): void {
  const { id, installId, epoch, seq, atMs, payload } = event;
  prepared(
    db,
    `INSERT INTO promise_told (event_id, conversation_id, moment, due_at_ms, at_ms, install_id, epoch, seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, payload.conversationId, payload.moment, payload.dueAtMs, atMs, installId, epoch, seq);
}

/** What this desk has told of a promise, as limits of orders are kept. */
export function toldOfPromise(db: ReadHandle, conversationId: string): ToldLimit[] {
  return prepared(
    db,
    `SELECT 'reply' AS "limit", moment, due_at_ms AS dueAtMs, at_ms AS atMs, install_id AS installId, epoch, seq
     FROM promise_told WHERE conversation_id = ? ORDER BY epoch, seq`,
  ).all(conversationId) as ToldLimit[];
}

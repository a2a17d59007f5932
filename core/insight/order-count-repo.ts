import type { WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { dayNumber, type Place } from './count-repo.ts';

/** The category under which an order is counted whose data was erased. */
export const ERASED_ORDER = 'erased' as const;

/** An order counts on the day and for the person of its opening; what became of it may be known before that comes in. */
export function countOrder(db: WriteHandle, place: Place, workOrderId: string, category: string): void {
  prepared(
    db,
    `INSERT INTO insight_order (work_order_id, day, at_ms, install_id, person_id, category)
     VALUES (@workOrderId, @day, @atMs, @installId, @personId, @category)
     ON CONFLICT (work_order_id) DO UPDATE SET day = excluded.day, at_ms = excluded.at_ms,
       install_id = excluded.install_id, person_id = excluded.person_id, category = excluded.category`,
  ).run({
    workOrderId,
    category,
    day: dayNumber(db, place.installId, place.atMs),
    atMs: place.atMs,
    installId: place.installId,
    personId: place.personId ?? '',
  });
}

/** A limit of the customer's ran out on it; the first moment holds. */
export function noteLate(db: WriteHandle, workOrderId: string, atMs: number): void {
  prepared(
    db,
    `INSERT INTO insight_order (work_order_id, late_at_ms) VALUES (?, ?)
     ON CONFLICT (work_order_id) DO UPDATE SET late_at_ms = min(coalesce(late_at_ms, excluded.late_at_ms), excluded.late_at_ms)`,
  ).run(workOrderId, atMs);
}

export function noteReopened(db: WriteHandle, workOrderId: string): void {
  prepared(
    db,
    `INSERT INTO insight_order (work_order_id, reopened) VALUES (?, 1)
     ON CONFLICT (work_order_id) DO UPDATE SET reopened = reopened + 1`,
  ).run(workOrderId);
}

/** The last callback counts. */
export function noteCallback(db: WriteHandle, workOrderId: string, result: string, atMs: number): void {
  prepared(
    db,
    `INSERT INTO insight_order (work_order_id, callback, callback_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (work_order_id) DO UPDATE SET callback = excluded.callback, callback_at_ms = excluded.callback_at_ms
       WHERE callback_at_ms IS NULL OR excluded.callback_at_ms >= callback_at_ms`,
  ).run(workOrderId, result, atMs);
}

/** Leaves of an order what events that are about nobody say of it: that it was late. */
export function forgetOrder(db: WriteHandle, workOrderId: string): void {
  prepared(db, 'DELETE FROM insight_order WHERE work_order_id = ? AND late_at_ms IS NULL').run(workOrderId);
  prepared(
    db,
    `UPDATE insight_order SET day = NULL, at_ms = NULL, install_id = NULL, person_id = NULL, category = NULL,
       reopened = 0, callback = NULL, callback_at_ms = NULL WHERE work_order_id = ?`,
  ).run(workOrderId);
}

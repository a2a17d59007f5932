import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

export interface ClockSetback {
  readonly fromAtMs: number;
  readonly toAtMs: number;
}

export function insertSetback(db: WriteHandle, eventId: string, { fromAtMs, toAtMs }: ClockSetback): void {
  prepared(db, 'INSERT INTO clock_setback (event_id, from_at_ms, to_at_ms) VALUES (?, ?, ?)').run(
    eventId,
    fromAtMs,
    toAtMs,
  );
}

export function markSetbacksSeen(db: WriteHandle): void {
  prepared(db, 'UPDATE clock_setback SET seen = 1').run();
}

/** The latest one that nobody has seen yet. */
export function unseenSetback(db: ReadHandle): ClockSetback | null {
  const row = prepared(
    db,
    'SELECT from_at_ms AS fromAtMs, to_at_ms AS toAtMs FROM clock_setback WHERE seen = 0 ORDER BY rowid DESC LIMIT 1',
  ).get() as ClockSetback | undefined;
  return row ?? null;
}

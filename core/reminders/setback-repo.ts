import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';

/** A wall clock that was set back, and where in this desk's journal. */
export interface ClockSetback {
  readonly fromAtMs: number;
  readonly toAtMs: number;
  readonly epoch: number;
  readonly seq: number;
}

type Setback = Pick<ClockSetback, 'fromAtMs' | 'toAtMs'>;

export function insertSetback(db: WriteHandle, { id, epoch, seq, payload }: OpenEvent<Setback>): void {
  prepared(db, 'INSERT INTO clock_setback (event_id, from_at_ms, to_at_ms, epoch, seq) VALUES (?, ?, ?, ?, ?)').run(
    id,
    payload.fromAtMs,
    payload.toAtMs,
    epoch,
    seq,
  );
}

export function markSetbacksSeen(db: WriteHandle): void {
  prepared(db, 'UPDATE clock_setback SET seen = 1').run();
}

export function listSetbacks(db: ReadHandle): ClockSetback[] {
  return prepared(
    db,
    'SELECT from_at_ms AS fromAtMs, to_at_ms AS toAtMs, epoch, seq FROM clock_setback ORDER BY epoch, seq',
  ).all() as ClockSetback[];
}

/** The latest one that nobody has seen yet. */
export function unseenSetback(db: ReadHandle): Setback | null {
  const row = prepared(
    db,
    'SELECT from_at_ms AS fromAtMs, to_at_ms AS toAtMs FROM clock_setback WHERE seen = 0 ORDER BY rowid DESC LIMIT 1',
  ).get() as Setback | undefined;
  return row ?? null;
}

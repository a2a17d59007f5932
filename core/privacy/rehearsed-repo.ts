import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

/** One rehearsal as far as erasing it goes; it goes under its own id. */
export interface Rehearsed {
  readonly runId: string;
  /** Whose it is. */
  readonly personId: string;
  readonly startedAtMs: number;
  /** When it ended, or was last touched. */
  readonly lastAtMs: number;
}

const RUNS = `SELECT run_id AS runId, person_id AS personId, started_at_ms AS startedAtMs,
    coalesce(ended_at_ms, (SELECT max(at_ms) FROM rehearsal_move AS move WHERE move.run_id = run.run_id), started_at_ms) AS lastAtMs
  FROM rehearsal_run AS run`;

/** All rehearsals, the oldest first; of the database of rehearsals. */
export function listRehearsed(db: ReadHandle): Rehearsed[] {
  return prepared(db, `${RUNS} ORDER BY startedAtMs, runId`).all() as Rehearsed[];
}

/** Those last touched before a moment, the longest ago first. One that nobody went on with counts too. */
export function rehearsedBefore(db: ReadHandle, beforeMs: number, limit: number): Rehearsed[] {
  return prepared(db, `SELECT * FROM (${RUNS}) WHERE lastAtMs < ? ORDER BY lastAtMs, runId LIMIT ?`).all(
    beforeMs,
    limit,
  ) as Rehearsed[];
}

export function countRehearsedBefore(db: ReadHandle, beforeMs: number): number {
  return Number(prepared(db, `SELECT count(*) FROM (${RUNS}) WHERE lastAtMs < ?`).pluck().get(beforeMs));
}

export function oldestRehearsedAtMs(db: ReadHandle): number | null {
  const oldest: unknown = prepared(db, `SELECT min(lastAtMs) FROM (${RUNS})`).pluck().get();
  return typeof oldest === 'number' ? oldest : null;
}

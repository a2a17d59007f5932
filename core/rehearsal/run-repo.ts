import type { PayloadOf } from '#contract/declare-event.ts';
import type { rehearsalEnded, rehearsalMoved, rehearsalStarted } from '#contract/rehearsal/events.ts';
import type { Move } from '#contract/rehearsal/terms.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

type Started = PayloadOf<typeof rehearsalStarted>;

/** A run as it is stored: what it began with and every move, with the moment each was written down. */
export interface StoredRun {
  readonly personId: string;
  readonly started: Started;
  readonly endedAtMs: number | null;
  readonly moves: readonly { readonly atMs: number; readonly move: Move }[];
}

interface RunRow {
  run_id: string;
  person_id: string;
  ended_at_ms: number | null;
  start_sealed: Uint8Array;
}

const startPlace = (runId: string): string => `rehearsal_run.start_sealed:${runId}`;
const movePlace = (runId: string, place: number): string => `rehearsal_move.move_sealed:${runId}:${place}`;

export function insertRun(db: WriteHandle, seal: FieldSealer, event: OpenEvent<Started>): void {
  const { runId, scenario, startedAtMs } = event.payload;
  prepared(
    db,
    `INSERT INTO rehearsal_run (run_id, person_id, scenario_id, started_at_ms, ended_at_ms, start_sealed)
     VALUES (?, ?, ?, ?, NULL, ?)`,
  ).run(
    runId,
    event.personId ?? '',
    scenario.id,
    startedAtMs,
    seal.seal(canonicalText(event.payload), startPlace(runId)),
  );
}

export function insertMove(
  db: WriteHandle,
  seal: FieldSealer,
  event: OpenEvent<PayloadOf<typeof rehearsalMoved>>,
): void {
  const { runId, move } = event.payload;
  const { place } = prepared(db, 'SELECT count(*) AS place FROM rehearsal_move WHERE run_id = ?').get(runId) as {
    place: number;
  };
  prepared(db, 'INSERT INTO rehearsal_move (run_id, place, at_ms, move_sealed) VALUES (?, ?, ?, ?)').run(
    runId,
    place,
    event.atMs,
    seal.seal(canonicalText(move), movePlace(runId, place)),
  );
}

export function endRun(db: WriteHandle, event: OpenEvent<PayloadOf<typeof rehearsalEnded>>): void {
  prepared(db, 'UPDATE rehearsal_run SET ended_at_ms = ? WHERE run_id = ?').run(event.atMs, event.payload.runId);
}

export function removeRun(db: WriteHandle, runId: string): void {
  prepared(db, 'DELETE FROM rehearsal_move WHERE run_id = ?').run(runId);
  prepared(db, 'DELETE FROM rehearsal_run WHERE run_id = ?').run(runId);
}

export function hasRun(db: ReadHandle, runId: string): boolean {
  return prepared(db, 'SELECT 1 FROM rehearsal_run WHERE run_id = ?').get(runId) !== undefined;
}

export function findRun(db: ReadHandle, seal: FieldSealer, runId: string): StoredRun | null {
  const row = prepared(db, 'SELECT * FROM rehearsal_run WHERE run_id = ?').get(runId) as RunRow | undefined;
  if (!row) return null;
  const moves = prepared(
    db,
    'SELECT place, at_ms, move_sealed FROM rehearsal_move WHERE run_id = ? ORDER BY place',
  ).all(runId) as { place: number; at_ms: number; move_sealed: Uint8Array }[];
  return {
    personId: row.person_id,
    endedAtMs: row.ended_at_ms,
    // What is sealed here was written by this file and authenticated by its seal.
    started: JSON.parse(seal.open(row.start_sealed, startPlace(runId))) as Started,
    moves: moves.map(({ place, at_ms, move_sealed }) => ({
      atMs: at_ms,
      move: JSON.parse(seal.open(move_sealed, movePlace(runId, place))) as Move,
    })),
  };
}

/** The run the person has not finished; the latest, where there are several. */
export function findOpenRun(db: ReadHandle, personId: string): string | null {
  const row = prepared(
    db,
    `SELECT run_id FROM rehearsal_run WHERE person_id = ? AND ended_at_ms IS NULL
     ORDER BY started_at_ms DESC, run_id DESC LIMIT 1`,
  ).get(personId) as { run_id: string } | undefined;
  return row?.run_id ?? null;
}

/** Ids of all runs that are over. */
export function listEndedRuns(db: ReadHandle): string[] {
  const rows = prepared(db, 'SELECT run_id FROM rehearsal_run WHERE ended_at_ms IS NOT NULL').all();
  return (rows as { run_id: string }[]).map(({ run_id }) => run_id);
}

import type { PayloadOf } from '#contract/declare-event.ts';
import { type SpecialCall, specialCallSchema } from '#contract/library/special-call.ts';
import type { specialCallStarted } from '#contract/special-calls/events.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { type SpecialCallRun, startedCall } from './special-call-run.ts';

interface SpecialCallRow {
  special_call_id: string;
  special_call_sealed: Uint8Array;
}

const placeOf = (specialCallId: string): string => `special_call.special_call_sealed:${specialCallId}`;

function toRun(row: SpecialCallRow, seal: FieldSealer): SpecialCallRun {
  // What is sealed here was written by this file and authenticated by its seal.
  return JSON.parse(seal.open(row.special_call_sealed, placeOf(row.special_call_id))) as SpecialCallRun;
}

export function findSpecialCall(db: ReadHandle, seal: FieldSealer, specialCallId: string): SpecialCallRun | null {
  const row = prepared(
    db,
    'SELECT special_call_id, special_call_sealed FROM special_call WHERE special_call_id = ?',
  ).get(specialCallId) as SpecialCallRow | undefined;
  return row ? toRun(row, seal) : null;
}

/** The special call a person is in the middle of; of several the one started last. */
export function findRunningCall(db: ReadHandle, seal: FieldSealer, ownerId: string): SpecialCallRun | null {
  const row = prepared(
    db,
    `SELECT special_call_id, special_call_sealed FROM special_call WHERE owner_id = ? AND state = 'running'
     ORDER BY epoch DESC, seq DESC LIMIT 1`,
  ).get(ownerId) as SpecialCallRow | undefined;
  return row ? toRun(row, seal) : null;
}

export function insertSpecialCall(
  db: WriteHandle,
  seal: FieldSealer,
  event: OpenEvent<PayloadOf<typeof specialCallStarted>>,
): void {
  const run = startedCall(event.payload, event.personId, event.atMs);
  prepared(
    db,
    `INSERT INTO special_call (special_call_id, owner_id, customer_id, state, definition_hash, started_at_ms, epoch, seq,
       special_call_sealed)
     VALUES (@id, @ownerId, @customerId, @state, @definitionHash, @startedAtMs, @epoch, @seq, @sealed)`,
  ).run({
    id: run.id,
    ownerId: run.ownerId,
    customerId: run.customerId,
    state: run.state,
    definitionHash: run.definitionHash,
    startedAtMs: run.startedAtMs,
    epoch: event.epoch,
    seq: event.seq,
    sealed: seal.seal(canonicalText(run), placeOf(run.id)),
  });
}

export function updateSpecialCall(db: WriteHandle, seal: FieldSealer, run: SpecialCallRun): void {
  prepared(db, 'UPDATE special_call SET state = @state, special_call_sealed = @sealed WHERE special_call_id = @id').run(
    { id: run.id, state: run.state, sealed: seal.seal(canonicalText(run), placeOf(run.id)) },
  );
}

export function hasCallDefinition(db: ReadHandle, definitionHash: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM special_call_definition WHERE definition_hash = ?').get(definitionHash) !== undefined
  );
}

export function insertCallDefinition(db: WriteHandle, definitionHash: string, call: SpecialCall): void {
  prepared(
    db,
    `INSERT INTO special_call_definition (definition_hash, definition_json) VALUES (?, ?)
     ON CONFLICT (definition_hash) DO NOTHING`,
  ).run(definitionHash, canonicalText(call));
}

export function readCallDefinition(db: ReadHandle, definitionHash: string): SpecialCall | null {
  const row = prepared(db, 'SELECT definition_json FROM special_call_definition WHERE definition_hash = ?').get(
    definitionHash,
  ) as { definition_json: string } | undefined;
  return row ? specialCallSchema.parse(JSON.parse(row.definition_json)) : null;
}

import type { PayloadOf } from '#contract/declare-event.ts';
import type { searchFailed } from '#contract/search-failures.ts';
import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';
import type { OpenEvent } from '#core/journal/event.ts';
import type { FieldSealer } from '#core/journal/field-sealer.ts';
import { canonicalText } from '#ledger/canonical.ts';

type FailedSearch = PayloadOf<typeof searchFailed>;

export interface StoredFailure extends FailedSearch {
  readonly atMs: number;
  readonly personId: string | null;
}

interface FailureRow {
  event_id: string;
  at_ms: number;
  person_id: string | null;
  failure_sealed: Uint8Array;
}

const placeOf = (eventId: string): string => `search_failure.failure_sealed:${eventId}`;

/** What people type may name somebody: it is kept sealed. */
export function insertFailure(db: WriteHandle, seal: FieldSealer, event: OpenEvent<FailedSearch>): void {
  prepared(db, 'INSERT INTO search_failure (event_id, at_ms, person_id, failure_sealed) VALUES (?, ?, ?, ?)').run(
    event.id,
    event.atMs,
    event.personId,
    seal.seal(canonicalText(event.payload), placeOf(event.id)),
  );
}

export function removeFailure(db: WriteHandle, eventId: string): void {
  prepared(db, 'DELETE FROM search_failure WHERE event_id = ?').run(eventId);
}

/** The newest `limit` since a moment, newest first. */
export function failuresSince(db: ReadHandle, seal: FieldSealer, sinceMs: number, limit: number): StoredFailure[] {
  const rows = prepared(
    db,
    'SELECT * FROM search_failure WHERE at_ms >= ? ORDER BY at_ms DESC, event_id DESC LIMIT ?',
  ).all(sinceMs, limit) as FailureRow[];
  return rows.map((row) => ({
    // What is sealed here was written by this file and authenticated by its seal.
    ...(JSON.parse(seal.open(row.failure_sealed, placeOf(row.event_id))) as FailedSearch),
    atMs: row.at_ms,
    personId: row.person_id,
  }));
}

import { lineCopied, lineSaid } from '#contract/library.ts';
import { searchFailed } from '#contract/search-failures.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

export interface IncidentUse {
  readonly atMs: number;
  readonly personId: string | null;
  readonly what: 'copied' | 'said' | 'failed';
  /** Empty for a search that led nowhere. */
  readonly entryId: string;
  /** What was typed. */
  readonly text: string;
}

interface UseRow extends Omit<IncidentUse, 'text'> {
  eventId: string;
  sealed: Uint8Array;
}

const placeOf = (eventId: string): string => `incident_use.text_sealed:${eventId}`;

/** Keeps what was used or sought while an incident was on, at any desk of the site; at other times nothing is kept. */
export function keepUse(
  db: WriteHandle,
  seal: FieldSealer,
  { id, atMs, personId }: OpenEvent,
  { what, entryId, text }: Pick<IncidentUse, 'what' | 'entryId' | 'text'>,
): void {
  // What somebody wrote for themselves is nobody else's business.
  if (entryId.startsWith('personal/')) return;
  const on = prepared(db, 'SELECT 1 FROM incident WHERE from_ms <= ? AND to_ms >= ? LIMIT 1').get(atMs, atMs);
  if (on === undefined) return;
  prepared(
    db,
    'INSERT INTO incident_use (event_id, at_ms, person_id, what, entry_id, text_sealed) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(id, atMs, personId, what, entryId, seal.seal(text, placeOf(id)));
}

const USES: ReadonlySet<string> = new Set([lineCopied.kind, lineSaid.kind, searchFailed.kind]);

/** Takes out what these events left; false where one of them is not of those that leave a use. */
export function forgetUses(db: WriteHandle, events: readonly Pick<OpenEvent, 'id' | 'kind'>[]): boolean {
  for (const { id } of events) prepared(db, 'DELETE FROM incident_use WHERE event_id = ?').run(id);
  return events.every(({ kind }) => USES.has(kind));
}

/** Oldest first, both ends included. */
export function usesBetween(db: ReadHandle, seal: FieldSealer, fromMs: number, untilMs: number): IncidentUse[] {
  const rows = prepared(
    db,
    `SELECT event_id AS eventId, at_ms AS atMs, person_id AS personId, what, entry_id AS entryId, text_sealed AS sealed
     FROM incident_use WHERE at_ms BETWEEN ? AND ? ORDER BY at_ms, event_id`,
  ).all(fromMs, untilMs) as UseRow[];
  return rows.map(({ eventId, sealed, ...use }) => ({ ...use, text: seal.open(sealed, placeOf(eventId)) }));
}

import type { PayloadOf } from '#contract/declare-event.ts';
import type { drillFound, drillReviewed, drillSlipped, Schedule } from '#contract/drill.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Known } from './choose-cards.ts';
import type { Slip } from './slip-cards.ts';

const placeOf = (eventId: string): string => `drill_slip.slip_sealed:${eventId}`;

export function storeReview(db: WriteHandle, personId: string, payload: PayloadOf<typeof drillReviewed>): void {
  const { cardId, schedule, day } = payload;
  prepared(
    db,
    `INSERT INTO drill_card (person_id, card_id, due_at_ms, schedule_json, last_day) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (person_id, card_id) DO UPDATE SET due_at_ms = excluded.due_at_ms,
       schedule_json = excluded.schedule_json, last_day = excluded.last_day`,
  ).run(personId, cardId, schedule.dueAtMs, canonicalText(schedule), day);
  prepared(
    db,
    `INSERT INTO drill_day (person_id, day, reviews) VALUES (?, ?, 1)
     ON CONFLICT (person_id, day) DO UPDATE SET reviews = reviews + 1`,
  ).run(personId, day);
}

/** The cards a person has met, by their ids. */
export function knownCards(db: ReadHandle, personId: string): Map<string, Known> {
  const rows = prepared(db, 'SELECT card_id, schedule_json, last_day FROM drill_card WHERE person_id = ?').all(
    personId,
  ) as { card_id: string; schedule_json: string; last_day: string }[];
  return new Map(
    rows.map((row) => [row.card_id, { schedule: JSON.parse(row.schedule_json) as Schedule, lastDay: row.last_day }]),
  );
}

/** How many cards a person did on each of the days since one. */
export function reviewsSince(db: ReadHandle, personId: string, day: string): Map<string, number> {
  const rows = prepared(db, 'SELECT day, reviews FROM drill_day WHERE person_id = ? AND day >= ?').all(
    personId,
    day,
  ) as { day: string; reviews: number }[];
  return new Map(rows.map((row) => [row.day, row.reviews]));
}

/** A no takes the slips there are away. */
export function storeConsent(db: WriteHandle, personId: string, learns: boolean): void {
  prepared(
    db,
    'INSERT INTO drill_consent (person_id, learns) VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET learns = excluded.learns',
  ).run(personId, learns ? 1 : 0);
  if (!learns) prepared(db, 'DELETE FROM drill_slip WHERE person_id = ?').run(personId);
}

/** Off until the person said yes. */
export function learnsFromWork(db: ReadHandle, personId: string): boolean {
  const row = prepared(db, 'SELECT learns FROM drill_consent WHERE person_id = ?').get(personId) as
    | { learns: number }
    | undefined;
  return row?.learns === 1;
}

export function insertSlip(db: WriteHandle, seal: FieldSealer, event: OpenEvent<PayloadOf<typeof drillSlipped>>): void {
  if (event.personId === null) return;
  prepared(db, 'INSERT INTO drill_slip (event_id, person_id, day, slip_sealed) VALUES (?, ?, ?, ?)').run(
    event.id,
    event.personId,
    event.payload.day,
    seal.seal(canonicalText(event.payload), placeOf(event.id)),
  );
}

/** A person's slips up to a day, the newest first. */
export function slipsUpTo(db: ReadHandle, seal: FieldSealer, personId: string, day: string, limit: number): Slip[] {
  const rows = prepared(
    db,
    'SELECT event_id, slip_sealed FROM drill_slip WHERE person_id = ? AND day <= ? ORDER BY day DESC, event_id DESC LIMIT ?',
  ).all(personId, day, limit) as { event_id: string; slip_sealed: Uint8Array }[];
  // What is sealed here was written by this file and authenticated by its seal.
  return rows.map((row) => JSON.parse(seal.open(row.slip_sealed, placeOf(row.event_id))) as Slip);
}

export function insertFind(db: WriteHandle, event: OpenEvent<PayloadOf<typeof drillFound>>): void {
  if (event.personId === null) return;
  const { wantedId, day, tookMs, right } = event.payload;
  prepared(
    db,
    'INSERT INTO drill_find (event_id, person_id, wanted_id, day, took_ms, correct) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(event.id, event.personId, wantedId, day, tookMs, right ? 1 : 0);
}

/** How often a person looked for lines against the clock, and the fastest right one in milliseconds. */
export function findsOf(db: ReadHandle, personId: string): { tries: number; bestMs: number | null } {
  const row = prepared(
    db,
    'SELECT COUNT(*) AS tries, MIN(CASE WHEN correct = 1 THEN took_ms END) AS best_ms FROM drill_find WHERE person_id = ?',
  ).get(personId) as { tries: number; best_ms: number | null };
  return { tries: row.tries, bestMs: row.best_ms };
}

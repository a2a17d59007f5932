import type { WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

export interface MissingReport {
  eventId: string;
  atMs: number;
  personId: string | null;
  text: string;
  channel: string | null;
  scene: string | null;
}

const placeOf = (eventId: string): string => `missing_report.text_sealed:${eventId}`;

/** Keeps what somebody looked for in vain, for the lead who writes the missing line; it may name somebody, so it is sealed. */
export function insertMissingReport(db: WriteHandle, seal: FieldSealer, { text, ...report }: MissingReport): void {
  prepared(
    db,
    `INSERT INTO missing_report (event_id, at_ms, person_id, text_sealed, channel, scene)
     VALUES (@eventId, @atMs, @personId, @sealed, @channel, @scene)`,
  ).run({ ...report, sealed: seal.seal(text, placeOf(report.eventId)) });
}

export function removeMissingReport(db: WriteHandle, eventId: string): void {
  prepared(db, 'DELETE FROM missing_report WHERE event_id = ?').run(eventId);
}

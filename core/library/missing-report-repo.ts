import type { WriteHandle } from '../db/open.ts';

export interface MissingReport {
  eventId: string;
  atMs: number;
  personId: string | null;
  text: string;
  channel: string | null;
  scene: string | null;
}

/** Keeps what somebody looked for in vain, for the lead who writes the missing line. */
export function insertMissingReport(db: WriteHandle, report: MissingReport): void {
  db.prepare<MissingReport>(
    `INSERT INTO missing_report (event_id, at_ms, person_id, text, channel, scene)
     VALUES (@eventId, @atMs, @personId, @text, @channel, @scene)`,
  ).run(report);
}

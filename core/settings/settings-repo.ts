import { type Settings, settingsSchema } from '#contract/settings.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';

/** A person's settings; the defaults where nothing was chosen, or for nobody. */
export function readSettings(db: ReadHandle, personId: string | null): Settings {
  const row = db
    .prepare<[string | null], { settings_json: string }>(
      'SELECT settings_json FROM person_settings WHERE person_id = ?',
    )
    .get(personId);
  return settingsSchema.parse(row ? JSON.parse(row.settings_json) : {});
}

export function writeSettings(db: WriteHandle, personId: string, settings: Settings): void {
  db.prepare(
    `INSERT INTO person_settings (person_id, settings_json) VALUES (?, ?)
     ON CONFLICT (person_id) DO UPDATE SET settings_json = excluded.settings_json`,
  ).run(personId, JSON.stringify(settings));
}

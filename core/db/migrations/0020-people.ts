import type { Migration } from '../migrate.ts';

/** People who may sign in on this desk, who sits at it, and how they like it to look. */
export const peopleMigration: Migration = {
  version: 20,
  name: 'people, session and settings',
  up(db) {
    db.exec(`
      CREATE TABLE people (
        person_id TEXT PRIMARY KEY,
        name_sealed BLOB NOT NULL,
        role TEXT NOT NULL,
        sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
        pin_hash TEXT,
        retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
        added_seq INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE desk_session (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        person_id TEXT NOT NULL,
        run_id TEXT NOT NULL
      ) STRICT;
      CREATE TABLE person_settings (
        person_id TEXT PRIMARY KEY,
        settings_json TEXT NOT NULL
      ) STRICT;
    `);
  },
};

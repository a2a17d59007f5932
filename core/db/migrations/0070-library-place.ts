import type { Migration } from '../migrate.ts';

/** Personal lines, every version of every entry this desk has had, and the exact version behind each use. */
export const libraryPlaceMigration: Migration = {
  version: 70,
  name: 'personal lines and versions of entries',
  up(db) {
    db.exec(`
      CREATE TABLE personal_line (
        entry_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        entry_hash TEXT NOT NULL,
        text_sealed BLOB NOT NULL,
        written_at_ms INTEGER NOT NULL,
        removed INTEGER NOT NULL CHECK (removed IN (0, 1))
      ) STRICT;
      CREATE INDEX personal_line_of_person ON personal_line (person_id);
      CREATE TABLE entry_version (
        entry_id TEXT NOT NULL,
        entry_hash TEXT NOT NULL,
        version INTEGER NOT NULL,
        release_hash TEXT NOT NULL,
        release_version TEXT NOT NULL,
        applied_at_ms INTEGER NOT NULL,
        entry_json TEXT NOT NULL,
        PRIMARY KEY (entry_id, entry_hash)
      ) STRICT;
      CREATE INDEX entry_version_of_release ON entry_version (release_hash);
      ALTER TABLE line_use ADD COLUMN entry_hash TEXT;
      CREATE INDEX line_use_by_time ON line_use (at_ms, entry_id, how);
      CREATE INDEX line_use_by_entry ON line_use (entry_id);
    `);
  },
};

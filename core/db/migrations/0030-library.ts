import type { Migration } from '../migrate.ts';

/** The release in force, and what people did with its lines. */
export const libraryMigration: Migration = {
  version: 30,
  name: 'library releases and the use of lines',
  up(db) {
    db.exec(`
      CREATE TABLE library_release (
        release_hash TEXT PRIMARY KEY,
        version TEXT NOT NULL,
        applied_at_ms INTEGER NOT NULL,
        in_force INTEGER NOT NULL CHECK (in_force IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX library_release_in_force ON library_release (in_force) WHERE in_force = 1;
      CREATE TABLE library_release_content (
        release_hash TEXT PRIMARY KEY,
        release_json BLOB NOT NULL
      ) STRICT;
      CREATE TABLE line_use (
        event_id TEXT PRIMARY KEY,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        how TEXT NOT NULL CHECK (how IN ('copied', 'said')),
        entry_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        variant TEXT NOT NULL,
        conversation_id TEXT,
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX line_use_by_order ON line_use (epoch, seq);
      CREATE TABLE line_count (
        person_id TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        uses INTEGER NOT NULL,
        last_at_ms INTEGER NOT NULL,
        PRIMARY KEY (person_id, entry_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE favourite (
        person_id TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        PRIMARY KEY (person_id, entry_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE missing_report (
        event_id TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        text TEXT NOT NULL,
        channel TEXT,
        scene TEXT
      ) STRICT;
    `);
  },
};

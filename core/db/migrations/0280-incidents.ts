import type { Migration } from '../migrate.ts';

/** Incidents, what was done about them, what was used meanwhile, and where each desk stands. Rows need not wait for each other. */
export const incidentsMigration: Migration = {
  version: 280,
  name: 'incidents',
  up(db) {
    db.exec(`
      CREATE TABLE incident (
        incident_id TEXT PRIMARY KEY,
        incident_kind TEXT NOT NULL,
        level TEXT NOT NULL,
        raised_at_ms INTEGER NOT NULL,
        from_ms INTEGER NOT NULL,
        to_ms INTEGER NOT NULL,
        person_id TEXT,
        install_id TEXT NOT NULL,
        incident_sealed BLOB NOT NULL
      ) STRICT;
      CREATE TABLE incident_mark (
        event_id TEXT PRIMARY KEY,
        incident_id TEXT NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN
          ('filled', 'acknowledged', 'callTried', 'prolonged', 'ended', 'unreadTold', 'lapsed')),
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        install_id TEXT NOT NULL,
        to_ms INTEGER,
        detail_sealed BLOB
      ) STRICT;
      CREATE INDEX incident_mark_by_incident ON incident_mark (incident_id, at_ms);
      CREATE TABLE incident_use (
        event_id TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        what TEXT NOT NULL CHECK (what IN ('copied', 'said', 'failed')),
        entry_id TEXT NOT NULL,
        text_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX incident_use_by_time ON incident_use (at_ms);
      CREATE TABLE incident_desk (
        install_id TEXT PRIMARY KEY,
        place TEXT,
        at_ms INTEGER NOT NULL,
        event_id TEXT NOT NULL
      ) STRICT;
    `);
  },
};

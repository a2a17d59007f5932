import type { Migration } from '../migrate.ts';

/** Searches that found nothing that fits. */
export const searchFailuresMigration: Migration = {
  version: 80,
  name: 'failed searches',
  up(db) {
    db.exec(`
      CREATE TABLE search_failure (
        event_id TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        failure_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX search_failure_by_time ON search_failure (at_ms);
    `);
  },
};

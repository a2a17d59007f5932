import type { Migration } from '../migrate.ts';

/** Times at which the wall clock was found to show less than before. */
export const clockSetbacksMigration: Migration = {
  version: 140,
  name: 'clock setbacks',
  up(db) {
    db.exec(`
      CREATE TABLE clock_setback (
        event_id TEXT PRIMARY KEY,
        from_at_ms INTEGER NOT NULL,
        to_at_ms INTEGER NOT NULL,
        seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1))
      ) STRICT;
    `);
  },
};

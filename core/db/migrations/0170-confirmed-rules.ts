import type { Migration } from '../migrate.ts';

/** Figures of our own that a lead looked at and let stand, with the value that was confirmed. */
export const confirmedRulesMigration: Migration = {
  version: 170,
  name: 'confirmed rules',
  up(db) {
    db.exec(`
      CREATE TABLE confirmed_rule (
        name TEXT PRIMARY KEY,
        value_json TEXT NOT NULL,
        person_id TEXT,
        at_ms INTEGER NOT NULL
      ) STRICT;
    `);
  },
};

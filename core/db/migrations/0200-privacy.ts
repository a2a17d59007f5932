import type { Migration } from '../migrate.ts';

/** Subjects that another desk erased and this one has not yet. */
export const erasureDueTable = `
  CREATE TABLE erasure_due (subject_id TEXT PRIMARY KEY CHECK (subject_id <> '')) STRICT, WITHOUT ROWID;
`;

/**
 * Erasures that wait, copies that still have to go, and what figures keep of a contact whose data is gone. What somebody looked for in vain, and the words of
 * a promise, may name somebody: both are sealed from now on.
 */
export const privacyMigration: Migration = {
  version: 200,
  name: 'privacy',
  up(db) {
    db.exec(erasureDueTable);
    db.exec(`
      CREATE TABLE privacy_fact (
        key TEXT PRIMARY KEY CHECK (key <> ''),
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX record_by_customer ON record (customer_id);
      CREATE TABLE kept_figure (
        event_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('conversation', 'specialCall')),
        owner_id TEXT,
        entry_id TEXT NOT NULL,
        channel TEXT NOT NULL,
        state TEXT NOT NULL,
        outcome TEXT NOT NULL,
        started_at_ms INTEGER NOT NULL,
        ended_at_ms INTEGER
      ) STRICT;
      CREATE INDEX kept_figure_by_start ON kept_figure (started_at_ms);
      ALTER TABLE missing_report DROP COLUMN text;
      ALTER TABLE missing_report ADD COLUMN text_sealed BLOB;
      ALTER TABLE work_order ADD COLUMN promise_sealed BLOB;
    `);
  },
};

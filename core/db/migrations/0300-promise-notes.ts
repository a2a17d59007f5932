import type { Migration } from '../migrate.ts';

/**
 * What was said when a promise was passed on, and which promises were told of. Every filling of an alert's lines has a row of
 * its own, so that a single one can be forgotten; the seal stays bound to the alert, so rows from before are taken along.
 */
export const promiseNotesMigration: Migration = {
  version: 300,
  name: 'promises passed on and told of',
  up(db) {
    db.exec(`
      CREATE TABLE promise_note (
        event_id TEXT PRIMARY KEY,
        conversation_id TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        note_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX promise_note_by_conversation ON promise_note (conversation_id);
      CREATE TABLE promise_told (
        event_id TEXT PRIMARY KEY,
        conversation_id TEXT NOT NULL,
        moment TEXT NOT NULL CHECK (moment IN ('before', 'atLimit')),
        due_at_ms INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        install_id TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX promise_told_by_conversation ON promise_told (conversation_id);
      ALTER TABLE alert_values RENAME TO alert_values_latest;
      CREATE TABLE alert_values (
        event_id TEXT PRIMARY KEY,
        alert_id TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        values_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX alert_values_by_alert ON alert_values (alert_id);
      INSERT INTO alert_values (event_id, alert_id, at_ms, values_sealed)
        SELECT event_id, alert_id, at_ms, values_sealed FROM alert_values_latest;
      DROP TABLE alert_values_latest;
    `);
  },
};

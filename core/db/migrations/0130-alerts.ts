import type { Migration } from '../migrate.ts';

/** Alerts, who acknowledged them and who was told. Rows beside an alert need not wait for it: another desk's events come in any order. */
export const alertsMigration: Migration = {
  version: 130,
  name: 'alerts',
  up(db) {
    db.exec(`
      CREATE TABLE alert (
        alert_id TEXT PRIMARY KEY,
        alert_kind TEXT NOT NULL,
        level TEXT NOT NULL,
        raised_at_ms INTEGER NOT NULL,
        person_id TEXT,
        work_order_id TEXT,
        alert_sealed BLOB NOT NULL
      ) STRICT;
      CREATE TABLE alert_mark (
        event_id TEXT PRIMARY KEY,
        alert_id TEXT NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN ('acknowledged', 'told', 'ended')),
        post TEXT,
        at_ms INTEGER NOT NULL,
        person_id TEXT
      ) STRICT;
      CREATE INDEX alert_mark_by_alert ON alert_mark (alert_id, mark);
    `);
  },
};

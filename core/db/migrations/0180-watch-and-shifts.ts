import type { Migration } from '../migrate.ts';

/**
 * Who has which duty beside their role, what was left at the end of a shift, what stands in the gaps of an alert's lines, and
 * where in the journal a clock was set back. Rows of several desks come in any order, so each carries what decides between two.
 */
export const watchAndShiftsMigration: Migration = {
  version: 180,
  name: 'duties, shift ends and what an alert says',
  up(db) {
    db.exec(`
      ALTER TABLE clock_setback ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE clock_setback ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX work_order_by_number ON work_order (number);
      CREATE TABLE person_duties (
        person_id TEXT PRIMARY KEY,
        duties TEXT NOT NULL CHECK (json_type(duties) = 'array'),
        at_ms INTEGER NOT NULL,
        event_id TEXT NOT NULL
      ) STRICT;
      CREATE TABLE shift_end (
        event_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        left_orders TEXT NOT NULL CHECK (json_type(left_orders) = 'array'),
        left_promises TEXT NOT NULL CHECK (json_type(left_promises) = 'array')
      ) STRICT;
      CREATE TABLE shift_end_seen (event_id TEXT PRIMARY KEY) STRICT;
      CREATE TABLE shift_prompt (ends_at_ms INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE promise_handed (
        conversation_id TEXT PRIMARY KEY,
        from_person_id TEXT NOT NULL,
        to_person_id TEXT,
        at_ms INTEGER NOT NULL,
        event_id TEXT NOT NULL
      ) STRICT;
      CREATE TABLE step_loss_seen (event_id TEXT NOT NULL, person_id TEXT NOT NULL, PRIMARY KEY (event_id, person_id)) STRICT;
      CREATE TABLE alert_values (
        alert_id TEXT PRIMARY KEY,
        values_sealed BLOB NOT NULL,
        at_ms INTEGER NOT NULL,
        event_id TEXT NOT NULL
      ) STRICT;
    `);
  },
};

import type { Migration } from '../migrate.ts';

/** Work orders of this desk; what they carry is sealed, since nearly all of it is about a person. Erased ones are still counted. */
export const workOrdersMigration: Migration = {
  version: 60,
  name: 'work orders',
  up(db) {
    db.exec(`
      CREATE TABLE work_order (
        work_order_id TEXT PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        day TEXT NOT NULL,
        category TEXT NOT NULL,
        abnormal INTEGER NOT NULL CHECK (abnormal IN (0, 1)),
        state TEXT NOT NULL CHECK (state IN ('drafted')),
        person_id TEXT,
        conversation_id TEXT,
        drafted_at_ms INTEGER NOT NULL,
        promised_at_ms INTEGER,
        promise_text TEXT,
        order_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX work_order_by_promise ON work_order (state, promised_at_ms);
      CREATE INDEX work_order_by_day ON work_order (day);
      CREATE INDEX work_order_by_conversation ON work_order (conversation_id);
      CREATE TABLE work_order_erased (
        event_id TEXT PRIMARY KEY,
        drafted_at_ms INTEGER NOT NULL
      ) STRICT;
    `);
  },
};

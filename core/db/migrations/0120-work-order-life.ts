import type { Migration } from '../migrate.ts';

/**
 * Orders live on after they were drafted: every step is an entry, and `merged_sealed` is what all entries come to. Two desks
 * without a network may give the same number on one day, so a number is no longer unique.
 */
export const workOrderLifeMigration: Migration = {
  version: 120,
  name: 'the life of work orders',
  up(db) {
    db.exec(`
      CREATE TABLE work_order_with_life (
        work_order_id TEXT PRIMARY KEY,
        number TEXT NOT NULL,
        day TEXT NOT NULL,
        category TEXT NOT NULL,
        abnormal INTEGER NOT NULL CHECK (abnormal IN (0, 1)),
        person_id TEXT,
        conversation_id TEXT,
        drafted_at_ms INTEGER NOT NULL,
        promised_at_ms INTEGER,
        promise_text TEXT,
        order_sealed BLOB NOT NULL,
        subject_ids TEXT NOT NULL DEFAULT '[]',
        settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
        changed_at_ms INTEGER NOT NULL,
        merged_sealed BLOB
      ) STRICT;
      INSERT INTO work_order_with_life (work_order_id, number, day, category, abnormal, person_id, conversation_id,
          drafted_at_ms, promised_at_ms, promise_text, order_sealed, changed_at_ms)
        SELECT work_order_id, number, day, category, abnormal, person_id, conversation_id, drafted_at_ms,
          promised_at_ms, promise_text, order_sealed, drafted_at_ms FROM work_order;
      DROP TABLE work_order;
      ALTER TABLE work_order_with_life RENAME TO work_order;
      CREATE INDEX work_order_by_day ON work_order (day);
      CREATE INDEX work_order_by_conversation ON work_order (conversation_id);
      CREATE INDEX work_order_by_change ON work_order (settled, changed_at_ms);
      CREATE TABLE work_order_entry (
        event_id TEXT PRIMARY KEY,
        work_order_id TEXT NOT NULL,
        order_revision INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        install_id TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        person_id TEXT,
        type TEXT NOT NULL,
        payload_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX work_order_entry_by_order ON work_order_entry (work_order_id, order_revision, at_ms, install_id, epoch, seq);
    `);
  },
};

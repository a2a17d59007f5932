import type { Migration } from '../migrate.ts';

/** Hand-overs that wait for an answer, promises not kept yet, and which lines helped. */
export const conversationOwnersMigration: Migration = {
  version: 100,
  name: 'conversation owners',
  up(db) {
    db.exec(`
      ALTER TABLE conversation ADD COLUMN promise_due_at_ms INTEGER;
      ALTER TABLE conversation ADD COLUMN offered_to TEXT;
      ALTER TABLE conversation ADD COLUMN offered_at_ms INTEGER;
      CREATE INDEX conversation_by_promise ON conversation (promise_due_at_ms) WHERE promise_due_at_ms IS NOT NULL;
      CREATE INDEX conversation_by_offer ON conversation (offered_at_ms) WHERE offered_at_ms IS NOT NULL;
      CREATE TABLE line_success (
        entry_id TEXT NOT NULL,
        stage TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (entry_id, stage)
      ) STRICT;
    `);
  },
};

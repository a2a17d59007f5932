import type { Migration } from '../migrate.ts';

/** Guided conversations: the definitions they are pinned to, and where each one stands. */
export const conversationsMigration: Migration = {
  version: 50,
  name: 'conversations',
  up(db) {
    db.exec(`
      CREATE TABLE conversation_definition (
        definition_hash TEXT PRIMARY KEY,
        definition_json TEXT NOT NULL
      ) STRICT;
      CREATE TABLE conversation (
        conversation_id TEXT PRIMARY KEY,
        owner_id TEXT,
        customer_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'parked', 'finished')),
        definition_hash TEXT NOT NULL REFERENCES conversation_definition (definition_hash),
        started_at_ms INTEGER NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        number_lookup BLOB,
        conversation_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX conversation_by_owner ON conversation (owner_id, state);
      CREATE INDEX conversation_by_start ON conversation (epoch, seq);
      CREATE INDEX conversation_by_number ON conversation (number_lookup) WHERE number_lookup IS NOT NULL;
    `);
  },
};

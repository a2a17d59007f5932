import type { Migration } from '../migrate.ts';

/** Conversations that another desk of the site has, and the definitions that this desk has told the site. */
export const sharedConversationsMigration: Migration = {
  version: 310,
  name: 'conversations shared with the site',
  up(db) {
    db.exec(`
      ALTER TABLE conversation ADD COLUMN held_elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (held_elsewhere IN (0, 1));
      ALTER TABLE conversation ADD COLUMN lost_by TEXT;
      CREATE INDEX conversation_by_lost ON conversation (lost_by) WHERE lost_by IS NOT NULL;
      CREATE TABLE shared_definition (
        definition_hash TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

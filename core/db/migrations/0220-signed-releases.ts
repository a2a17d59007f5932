import type { Migration } from '../migrate.ts';

/** Releases signed by this team's leads: what the desk believes, the keys it holds, and what waits for a second signature. */
export const signedReleasesMigration: Migration = {
  version: 220,
  name: 'signed releases',
  up(db) {
    db.exec(`
      ALTER TABLE library_release ADD COLUMN origin TEXT NOT NULL DEFAULT 'starter';
      ALTER TABLE library_release ADD COLUMN why TEXT NOT NULL DEFAULT '';
      CREATE TABLE release_file (
        file TEXT PRIMARY KEY,
        content BLOB NOT NULL
      ) STRICT;
      CREATE TABLE release_fact (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;
      CREATE TABLE signing_key (
        key_id TEXT PRIMARY KEY,
        person_id TEXT,
        public_hex TEXT NOT NULL,
        sealed BLOB NOT NULL,
        made_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE release_candidate (
        proposal_id TEXT PRIMARY KEY,
        packed BLOB NOT NULL
      ) STRICT;
      CREATE TABLE release_signer (
        key_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        public_hex TEXT NOT NULL,
        offered_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE release_proposal (
        proposal_id TEXT PRIMARY KEY,
        proposed_at_ms INTEGER NOT NULL,
        person_id TEXT,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'dropped', 'published')),
        payload_json TEXT NOT NULL
      ) STRICT;
      CREATE TABLE release_proposal_change (
        proposal_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        change_json TEXT NOT NULL,
        PRIMARY KEY (proposal_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE release_signature (
        proposal_id TEXT NOT NULL,
        key_id TEXT NOT NULL,
        person_id TEXT,
        signature TEXT NOT NULL,
        signed_at_ms INTEGER NOT NULL,
        PRIMARY KEY (proposal_id, key_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE release_reading (
        person_id TEXT NOT NULL,
        release_hash TEXT NOT NULL,
        read_at_ms INTEGER,
        asked INTEGER NOT NULL DEFAULT 0,
        right_answers INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (person_id, release_hash)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

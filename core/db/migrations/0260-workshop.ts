import type { Migration } from '../migrate.ts';

/** Wording that is being written and reviewed. What waits from earlier imports stands in the same queue from now on. */
export const workshopMigration: Migration = {
  version: 260,
  name: 'workshop',
  up(db) {
    db.exec(`
      CREATE TABLE workshop_draft (
        draft_id TEXT PRIMARY KEY,
        entry_id TEXT NOT NULL,
        pack_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        base_hash TEXT,
        changes INTEGER NOT NULL,
        import_id TEXT,
        sought_for TEXT,
        state TEXT NOT NULL CHECK (state IN
          ('draft', 'inReview', 'changesRequested', 'approved', 'scheduled', 'inForce', 'discarded')),
        changed_at_ms INTEGER NOT NULL,
        changed_by TEXT,
        submitted_by TEXT
      ) STRICT;
      CREATE INDEX workshop_draft_by_state ON workshop_draft (state, changed_at_ms);
      CREATE INDEX workshop_draft_by_entry ON workshop_draft (entry_id, state);
      CREATE TABLE workshop_revision (
        revision_id TEXT PRIMARY KEY,
        draft_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        based_on_json TEXT NOT NULL,
        is_head INTEGER NOT NULL,
        entry_json TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX workshop_revision_by_draft ON workshop_revision (draft_id, place);
      CREATE TABLE workshop_comment (
        comment_id TEXT PRIMARY KEY,
        draft_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        revision_id TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        settled INTEGER NOT NULL DEFAULT 0,
        sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX workshop_comment_by_draft ON workshop_comment (draft_id, place);
      CREATE TABLE workshop_step (
        draft_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        what TEXT NOT NULL,
        note TEXT NOT NULL,
        checked_json TEXT NOT NULL,
        PRIMARY KEY (draft_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE workshop_proposed (
        proposal_id TEXT NOT NULL,
        draft_id TEXT NOT NULL,
        PRIMARY KEY (proposal_id, draft_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE wording_verified (
        entry_id TEXT PRIMARY KEY,
        entry_hash TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        person_id TEXT
      ) STRICT;

      INSERT INTO workshop_draft (draft_id, entry_id, pack_id, kind, title, base_hash, changes, import_id, sought_for, state,
          changed_at_ms, changed_by, submitted_by)
        SELECT d.draft_id, d.entry_id, d.pack_id, d.kind, d.title, NULL, d.change = 'changed', d.import_id, NULL,
          CASE d.state WHEN 'waiting' THEN 'draft' ELSE 'discarded' END, f.at_ms, f.person_id, NULL
        FROM imported_draft d JOIN imported_file f ON f.import_id = d.import_id;
      INSERT INTO workshop_revision (revision_id, draft_id, place, at_ms, person_id, based_on_json, is_head, entry_json)
        SELECT d.draft_id, d.draft_id, 1, f.at_ms, f.person_id, '[]', 1, d.entry_json
        FROM imported_draft d JOIN imported_file f ON f.import_id = d.import_id;
      INSERT INTO workshop_step (draft_id, place, at_ms, person_id, what, note, checked_json)
        SELECT d.draft_id, 1, f.at_ms, f.person_id, 'opened', '', '[]'
        FROM imported_draft d JOIN imported_file f ON f.import_id = d.import_id;
    `);
  },
};

import type { Migration } from '../migrate.ts';

/** Wording that leads brought in from files and that waits to be reviewed; the desk's search knows nothing of it. */
export const importedDraftsMigration: Migration = {
  version: 150,
  name: 'imported drafts',
  up(db) {
    db.exec(`
      CREATE TABLE imported_file (
        import_id TEXT PRIMARY KEY,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        person_id TEXT,
        file_name TEXT NOT NULL,
        format TEXT NOT NULL
      ) STRICT;
      CREATE TABLE imported_draft (
        draft_id TEXT PRIMARY KEY,
        import_id TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        pack_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        change TEXT NOT NULL CHECK (change IN ('new', 'changed')),
        at_sheet TEXT,
        at_row INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'discarded', 'replaced')),
        entry_json TEXT NOT NULL
      ) STRICT;
      CREATE INDEX imported_draft_by_entry ON imported_draft (entry_id, state);
      CREATE INDEX imported_draft_by_import ON imported_draft (import_id, state);
    `);
  },
};

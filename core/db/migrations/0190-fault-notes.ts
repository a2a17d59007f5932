import type { Migration } from '../migrate.ts';

/** What was taken note of is looked up at every start, like what was found. */
export const faultNotesMigration: Migration = {
  version: 190,
  name: 'fault-notes',
  up(db) {
    db.exec(`CREATE INDEX journal_fault_notes ON journal (kind) WHERE kind = 'journal.faultAcknowledged'`);
  },
};

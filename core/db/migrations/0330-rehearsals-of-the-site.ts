import type { Migration } from '../migrate.ts';

/**
 * Rehearsals of the site's other desks: an assignment may be taken back before it arrives, and the last rules set anywhere hold.
 * A score keeps what it was scored by.
 */
export const rehearsalsOfTheSiteMigration: Migration = {
  version: 330,
  name: 'rehearsals of the site',
  up(db) {
    db.exec(`
      CREATE TABLE rehearsal_unassigned (
        assignment_id TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX rehearsal_assignment_of_person ON rehearsal_assignment (person_id, scenario_id, assigned_at_ms);
      DROP INDEX rehearsal_assignment_by_person;
      CREATE INDEX rehearsal_score_by_time ON rehearsal_score (ended_at_ms);
      ALTER TABLE rehearsal_score ADD COLUMN rules_json TEXT;
      ALTER TABLE rehearsal_rules ADD COLUMN at_ms INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE rehearsal_rules ADD COLUMN install_id TEXT NOT NULL DEFAULT '';
      ALTER TABLE rehearsal_rules ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE rehearsal_rules ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
    `);
  },
};

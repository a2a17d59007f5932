import type { Migration } from '../migrate.ts';

/** Runs of scenarios (filled in the rehearsal journal only), and what live work knows of them: scores, assignments, rules. */
export const rehearsalMigration: Migration = {
  version: 240,
  name: 'rehearsal',
  up(db) {
    db.exec(`
      CREATE TABLE rehearsal_run (
        run_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        scenario_id TEXT NOT NULL,
        started_at_ms INTEGER NOT NULL,
        ended_at_ms INTEGER,
        start_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX rehearsal_run_by_person ON rehearsal_run (person_id, started_at_ms);
      CREATE TABLE rehearsal_move (
        run_id TEXT NOT NULL,
        place INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        move_sealed BLOB NOT NULL,
        PRIMARY KEY (run_id, place)
      ) STRICT;
      CREATE TABLE rehearsal_score (
        run_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        scenario_id TEXT NOT NULL,
        title TEXT NOT NULL,
        timed INTEGER NOT NULL,
        score INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        norms_json TEXT NOT NULL,
        ended_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX rehearsal_score_by_person ON rehearsal_score (person_id, scenario_id);
      CREATE TABLE rehearsal_assignment (
        assignment_id TEXT PRIMARY KEY,
        scenario_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        by_person_id TEXT,
        due_day TEXT,
        assigned_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX rehearsal_assignment_by_person ON rehearsal_assignment (person_id);
      CREATE TABLE rehearsal_rules (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        rules_json TEXT NOT NULL
      ) STRICT;
      CREATE TABLE rehearsal_certificate (
        certificate_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        by_person_id TEXT,
        at_ms INTEGER NOT NULL,
        scenarios INTEGER NOT NULL,
        score INTEGER NOT NULL,
        pass_mark INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE rehearsal_role_play (
        role_play_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        customer_person_id TEXT,
        by_person_id TEXT,
        at_ms INTEGER NOT NULL,
        title TEXT NOT NULL,
        score INTEGER NOT NULL,
        norms_json TEXT NOT NULL,
        note_sealed BLOB NOT NULL
      ) STRICT;
    `);
  },
};

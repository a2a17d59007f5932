import type { Migration } from '../migrate.ts';

/** Which change of a rule or a year was the last one, also where it took the rule away: a later arrival of an earlier change is nothing. */
export const ruleMarksMigration: Migration = {
  version: 210,
  name: 'the last change of each rule',
  up(db) {
    db.exec(`
      CREATE TABLE rule_mark (
        what TEXT PRIMARY KEY CHECK (what <> ''),
        at_ms INTEGER NOT NULL,
        install_id TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};

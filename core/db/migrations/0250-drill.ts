import type { Migration } from '../migrate.ts';

/** The daily drill: when a card comes again, on which days somebody practised, slips of those who agreed, lines found fast. */
export const drillMigration: Migration = {
  version: 250,
  name: 'drill',
  up(db) {
    db.exec(`
      CREATE TABLE drill_card (
        person_id TEXT NOT NULL,
        card_id TEXT NOT NULL,
        due_at_ms INTEGER NOT NULL,
        schedule_json TEXT NOT NULL,
        last_day TEXT NOT NULL,
        PRIMARY KEY (person_id, card_id)
      ) STRICT;
      CREATE TABLE drill_day (
        person_id TEXT NOT NULL,
        day TEXT NOT NULL,
        reviews INTEGER NOT NULL,
        PRIMARY KEY (person_id, day)
      ) STRICT;
      CREATE TABLE drill_consent (
        person_id TEXT PRIMARY KEY,
        learns INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE drill_slip (
        event_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        day TEXT NOT NULL,
        slip_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX drill_slip_by_person ON drill_slip (person_id, day);
      CREATE TABLE drill_find (
        event_id TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        wanted_id TEXT NOT NULL,
        day TEXT NOT NULL,
        took_ms INTEGER NOT NULL,
        correct INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX drill_find_by_person ON drill_find (person_id);
    `);
  },
};

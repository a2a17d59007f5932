import type { Migration } from '../migrate.ts';

/** What a site chose of its rules, the holiday years loaded from files, and the zone this computer runs in. */
export const siteRulesMigration: Migration = {
  version: 90,
  name: 'site rules',
  up(db) {
    db.exec(`
      CREATE TABLE site_rule (
        name TEXT PRIMARY KEY,
        value_json TEXT NOT NULL,
        person_id TEXT,
        at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE holiday_year (
        year INTEGER PRIMARY KEY,
        year_json TEXT NOT NULL
      ) STRICT;
      CREATE TABLE desk_zone (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        time_zone TEXT NOT NULL
      ) STRICT;
    `);
  },
};

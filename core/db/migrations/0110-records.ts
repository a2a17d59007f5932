import type { Migration } from '../migrate.ts';

/**
 * Special calls, and the register by which past contacts are found. A name or number is only there as a keyed hash to look it
 * up by; what the list shows of it is sealed.
 */
export const recordsMigration: Migration = {
  version: 110,
  name: 'special calls and records',
  up(db) {
    db.exec(`
      CREATE TABLE special_call_definition (
        definition_hash TEXT PRIMARY KEY,
        definition_json TEXT NOT NULL
      ) STRICT;
      CREATE TABLE special_call (
        special_call_id TEXT PRIMARY KEY,
        owner_id TEXT,
        customer_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'ended')),
        definition_hash TEXT NOT NULL REFERENCES special_call_definition (definition_hash),
        started_at_ms INTEGER NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        special_call_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX special_call_by_owner ON special_call (owner_id, state);

      CREATE TABLE record (
        record_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('conversation', 'specialCall')),
        owner_id TEXT,
        customer_id TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        title TEXT NOT NULL,
        scene TEXT NOT NULL,
        channel TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'parked', 'finished', 'brokenOff')),
        outcome TEXT NOT NULL,
        work_order_number TEXT,
        corrections INTEGER NOT NULL,
        within_id TEXT,
        started_at_ms INTEGER NOT NULL,
        ended_at_ms INTEGER,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        number_lookup BLOB,
        shown_sealed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX record_by_start ON record (epoch, seq);
      CREATE INDEX record_by_number ON record (number_lookup) WHERE number_lookup IS NOT NULL;
      CREATE TABLE record_name (
        record_id TEXT NOT NULL,
        name_lookup BLOB NOT NULL,
        PRIMARY KEY (name_lookup, record_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX record_name_by_record ON record_name (record_id);
      CREATE TABLE record_person (
        record_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        PRIMARY KEY (record_id, person_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX record_person_by_person ON record_person (person_id, record_id);
      CREATE TABLE number_look (
        event_id TEXT PRIMARY KEY,
        record_id TEXT NOT NULL,
        person_id TEXT,
        at_ms INTEGER NOT NULL,
        reason_sealed BLOB NOT NULL,
        epoch INTEGER NOT NULL,
        seq INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX number_look_by_time ON number_look (epoch, seq);
      CREATE INDEX number_look_by_record ON number_look (record_id);
    `);
  },
};

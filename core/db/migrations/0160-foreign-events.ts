import type { Migration } from '../migrate.ts';

/**
 * Events of the site's other desks, sealed like own ones. They stand outside the chain; `after_position` is how long the own
 * journal was when one arrived, so that a rebuild meets both in the order in which they were met.
 */
const tables = `
  CREATE TABLE foreign_event (
    arrival        INTEGER PRIMARY KEY,
    after_position INTEGER NOT NULL,
    install_id     TEXT    NOT NULL CHECK (install_id <> ''),
    epoch          INTEGER NOT NULL CHECK (epoch >= 1),
    seq            INTEGER NOT NULL CHECK (seq >= 1),
    id             TEXT    NOT NULL CHECK (id <> ''),
    at_ms          INTEGER NOT NULL,
    person_id      TEXT,
    subject_ids    TEXT    NOT NULL CHECK (json_type(subject_ids) = 'array'),
    kind           TEXT    NOT NULL,
    schema_version INTEGER NOT NULL CHECK (schema_version >= 1),
    payload        BLOB,
    salt           BLOB,
    commitment     BLOB    NOT NULL CHECK (length(commitment) = 32),
    hash           BLOB    NOT NULL CHECK (length(hash) = 32),
    CHECK ((payload IS NULL) = (salt IS NULL)),
    UNIQUE (install_id, epoch, seq)
  ) STRICT;

  CREATE TABLE sync_state (
    key   TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export const foreignEventsMigration: Migration = {
  version: 160,
  name: 'foreign-events',
  up(db) {
    db.exec(tables);
  },
};

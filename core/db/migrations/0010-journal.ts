import type { Migration } from '../migrate.ts';

/**
 * The journal has no INTEGER PRIMARY KEY on purpose: its rowid is the position from 1 without gaps, and a row then holds
 * no byte that SQLite stores and never reads (a flipped bit there could not be noticed).
 */
const tables = `
  CREATE TABLE journal (
    install_id     TEXT    NOT NULL CHECK (install_id <> ''),
    epoch          INTEGER NOT NULL CHECK (epoch BETWEEN 1 AND 65535),
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
    CHECK ((payload IS NULL) = (salt IS NULL))
  ) STRICT;

  CREATE UNIQUE INDEX journal_epochs ON journal (epoch) WHERE seq = 1;
  CREATE INDEX journal_marks ON journal (kind) WHERE kind IN ('journal.erased', 'journal.faultFound');

  CREATE TABLE meta (
    key   TEXT PRIMARY KEY CHECK (key <> ''),
    value BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** What keeps the journal append-only, by trigger name; verification compares the database with exactly these texts. */
export const journalGuards: ReadonlyMap<string, string> = new Map([
  [
    'journal_appends_only',
    `CREATE TRIGGER journal_appends_only BEFORE INSERT ON journal
      WHEN NEW.payload IS NULL OR coalesce(
        (SELECT NOT (NEW.rowid = last.rowid + 1
            AND ((NEW.epoch = last.epoch AND NEW.seq = last.seq + 1 AND NEW.install_id = last.install_id)
              OR (NEW.epoch > last.epoch AND NEW.seq = 1)))
          FROM journal AS last ORDER BY last.rowid DESC LIMIT 1),
        NEW.rowid <> 1 OR NEW.seq <> 1)
      BEGIN SELECT raise(ABORT, 'the journal takes events only at its end'); END`,
  ],
  [
    'journal_keeps_events',
    `CREATE TRIGGER journal_keeps_events BEFORE DELETE ON journal
      BEGIN SELECT raise(ABORT, 'the journal never deletes an event'); END`,
  ],
  [
    'journal_erases_only',
    `CREATE TRIGGER journal_erases_only BEFORE UPDATE ON journal
      WHEN NOT (
        NEW.payload IS NULL AND NEW.salt IS NULL
        AND NEW.rowid IS OLD.rowid
        AND NEW.install_id IS OLD.install_id AND NEW.epoch IS OLD.epoch AND NEW.seq IS OLD.seq
        AND NEW.id IS OLD.id AND NEW.at_ms IS OLD.at_ms AND NEW.person_id IS OLD.person_id
        AND NEW.subject_ids IS OLD.subject_ids AND NEW.kind IS OLD.kind
        AND NEW.schema_version IS OLD.schema_version
        AND NEW.commitment IS OLD.commitment AND NEW.hash IS OLD.hash
        AND OLD.kind <> 'journal.erased'
        AND EXISTS (
          SELECT 1 FROM journal AS erasure, json_each(erasure.subject_ids) AS erased, json_each(OLD.subject_ids) AS own
          WHERE erasure.kind = 'journal.erased' AND erasure.rowid > OLD.rowid AND erased.value = own.value))
      BEGIN SELECT raise(ABORT, 'the journal never changes an event'); END`,
  ],
]);

export const journalMigration: Migration = {
  version: 10,
  name: 'journal',
  up(db) {
    db.exec(tables);
    for (const guard of journalGuards.values()) db.exec(guard);
  },
};

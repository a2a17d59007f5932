import { describe, expect, it } from 'vitest';
import { journalGuards } from '#core/db/migrations/0010-journal.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { copyLines, openJournal } from '#tests/harness/open-journal.ts';

const NEW_ROW = `(rowid, install_id, epoch, seq, id, at_ms, person_id, subject_ids, kind, schema_version, payload, salt,
  commitment, hash)`;
const values = (position: number, epoch: number, seq: number, install = 'install-a'): string =>
  `(${position}, '${install}', ${epoch}, ${seq}, 'forged', 1, NULL, '[]', 'line.copied', 1, x'00', x'00',
    zeroblob(32), zeroblob(32))`;

/** Attempts on a journal of three events about customer-1, each of which must leave it as it is. */
const attempts: readonly [string, string][] = [
  ['an update of a column', `UPDATE journal SET at_ms = 5 WHERE seq = 2`],
  ['an update of the hash', `UPDATE journal SET hash = zeroblob(32) WHERE seq = 2`],
  ['an update of the position', `UPDATE journal SET rowid = 9 WHERE seq = 3`],
  ['UPDATE OR REPLACE of the position', `UPDATE OR REPLACE journal SET rowid = 1 WHERE seq = 3`],
  ['UPDATE OR IGNORE', `UPDATE OR IGNORE journal SET kind = 'line.said' WHERE seq = 1`],
  ['nulling without an erasure', `UPDATE journal SET payload = NULL, salt = NULL WHERE seq = 2`],
  ['nulling the payload alone', `UPDATE journal SET payload = NULL WHERE seq = 2`],
  ['a delete', `DELETE FROM journal WHERE seq = 3`],
  ['a delete of everything', `DELETE FROM journal`],
  ['INSERT OR REPLACE over an event', `INSERT OR REPLACE INTO journal ${NEW_ROW} VALUES ${values(2, 1, 2)}`],
  ['REPLACE over an event', `REPLACE INTO journal ${NEW_ROW} VALUES ${values(3, 1, 3)}`],
  [
    'an upsert',
    `INSERT INTO journal ${NEW_ROW} VALUES ${values(3, 1, 3)} ON CONFLICT (epoch) WHERE seq = 1 DO UPDATE SET at_ms = 0`,
  ],
  [
    'an insert without a position',
    `INSERT INTO journal ${NEW_ROW.replace('rowid, ', '')} VALUES ${values(4, 1, 4).replace('(4, ', '(')}`,
  ],
  ['an insert with a gap', `INSERT INTO journal ${NEW_ROW} VALUES ${values(4, 1, 5)}`],
  ['an insert behind a gap of positions', `INSERT INTO journal ${NEW_ROW} VALUES ${values(5, 1, 4)}`],
  ['an insert of another install', `INSERT INTO journal ${NEW_ROW} VALUES ${values(4, 1, 4, 'install-b')}`],
  ['an epoch that does not begin with 1', `INSERT INTO journal ${NEW_ROW} VALUES ${values(4, 2, 2)}`],
  [
    'an insert that is born erased',
    `INSERT INTO journal ${NEW_ROW} VALUES ${values(4, 1, 4).replaceAll(`x'00'`, 'NULL')}`,
  ],
];

describe('the guards of the journal', () => {
  it.each(attempts)('refuse %s', (_name, sql) => {
    const { db, journal } = openJournal();
    copyLines(journal, 3, ['customer-1']);
    const before = db.prepare('SELECT rowid, * FROM journal').all();
    for (const recursive of [1, 0]) {
      db.pragma(`recursive_triggers = ${recursive}`);
      expect(() => db.exec(sql)).toThrow(/the journal|constraint/i);
      expect(db.prepare('SELECT rowid, * FROM journal').all()).toEqual(before);
    }
  });

  it('refuse to touch more than payload and salt of an event whose erasure is stored', () => {
    const { db, journal } = openJournal();
    copyLines(journal, 2, ['customer-1']);
    copyLines(journal, 1, ['customer-2']);
    journal.erase('person-1', 'customer-1', 'asked for by the customer');
    copyLines(journal, 1, ['customer-1']);
    const refused = [
      `UPDATE journal SET payload = x'01', salt = x'01' WHERE seq = 1`,
      `UPDATE journal SET payload = NULL, salt = NULL, at_ms = 0 WHERE seq = 1`,
      `UPDATE journal SET payload = NULL, salt = NULL WHERE seq = 3`,
      `UPDATE journal SET payload = NULL, salt = NULL WHERE seq = 4`,
      `UPDATE journal SET payload = NULL, salt = NULL WHERE seq = 5`,
      `DELETE FROM journal WHERE seq = 1`,
    ];
    for (const sql of refused) expect(() => db.exec(sql)).toThrow(/the journal never/);
    expect(journal.health().faults).toEqual([]);
  });

  it('are missed by the verification when one is gone or changed', () => {
    const { db, journal } = openJournal();
    copyLines(journal, 1);
    const codes = (): string[] => verifyJournal(db, { sealer: null, pages: false }).faults.map((fault) => fault.code);
    expect(codes()).toEqual([]);
    db.exec('DROP TRIGGER journal_keeps_events');
    expect(codes()).toEqual(['guardMissing']);
    db.exec(`CREATE TRIGGER journal_keeps_events BEFORE DELETE ON journal BEGIN SELECT 1; END`);
    expect(codes()).toEqual(['guardMissing']);
    db.exec(`DROP TRIGGER journal_keeps_events; ${journalGuards.get('journal_keeps_events')}`);
    expect(codes()).toEqual([]);
  });
});

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openForReading, openForWriting, type ReadHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';
import { WriteBehind } from '#core/db/write-behind.ts';
import { testFolder } from '#tests/harness/open-journal.ts';

const pragma = (db: ReadHandle, name: string): unknown => db.pragma(name, { simple: true });

it('runs a new database and a reopened one with the same asserted settings', () => {
  const file = join(testFolder(), 'a.db');
  for (const round of ['new', 'reopened']) {
    const db = openForWriting(file);
    expect([round, pragma(db, 'journal_mode'), pragma(db, 'synchronous')]).toEqual([round, 'wal', 2]);
    for (const name of ['foreign_keys', 'secure_delete', 'cell_size_check', 'recursive_triggers']) {
      expect([name, pragma(db, name)]).toEqual([name, 1]);
    }
    expect(pragma(db, 'trusted_schema')).toBe(0);
    expect(pragma(db, 'busy_timeout')).toBe(5_000);
    db.exec('CREATE TABLE IF NOT EXISTS kept (n INTEGER) STRICT');
    db.close();
  }
});

it('writes nothing through a read handle', () => {
  const file = join(testFolder(), 'a.db');
  const writer = openForWriting(file);
  writer.exec('CREATE TABLE kept (n INTEGER) STRICT');
  const reader = openForReading(file);
  expect(() => reader.exec('INSERT INTO kept VALUES (1)')).toThrow(/readonly/);
  reader.close();
  writer.close();
});

it('refuses to make a database for reading', () => {
  expect(() => openForReading(join(testFolder(), 'absent.db'))).toThrow();
});

it('does not let the schema be written by hand', () => {
  const db = openForWriting(join(testFolder(), 'a.db'));
  db.exec('CREATE TABLE kept (n INTEGER) STRICT');
  db.pragma('writable_schema = 1');
  expect(() => db.exec(`UPDATE sqlite_schema SET sql = '' WHERE name = 'kept'`)).toThrow(/may not be modified/);
  db.close();
});

it('compiles a constant statement once per handle', () => {
  const folder = testFolder();
  const one = openForWriting(join(folder, 'a.db'));
  const other = openForWriting(join(folder, 'b.db'));
  expect(prepared(one, 'SELECT 1')).toBe(prepared(one, 'SELECT 1'));
  expect(prepared(one, 'SELECT 1')).not.toBe(prepared(other, 'SELECT 1'));
  one.close();
  other.close();
});

it('stores what was left alone longest once too much is held, and the rest in the end, each as it stands then', () => {
  const written: [string, number][] = [];
  const held = new WriteBehind<number>((id, value) => written.push([id, value]), 4);
  for (const id of ['a', 'b', 'c', 'd']) held.set(id, 1);
  held.set('a', 2);
  expect(written).toEqual([]);
  held.set('e', 1);
  expect(written).toEqual([['b', 1]]);
  expect([held.get('b'), held.get('a')]).toEqual([undefined, 2]);
  held.set('b', 2);
  held.writeAll();
  expect(written.slice(1)).toEqual([
    ['c', 1],
    ['d', 1],
    ['a', 2],
    ['e', 1],
    ['b', 2],
  ]);
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DatabaseTooNew, type Migration, MigrationFailed, migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { openForReading, openForWriting, type WriteHandle } from '#core/db/open.ts';
import { testFolder } from '#tests/harness/open-journal.ts';

const first: Migration = { version: 10, name: 'first', up: (db) => db.exec('CREATE TABLE one (n INTEGER) STRICT') };
const second: Migration = { version: 20, name: 'second', up: (db) => db.exec('CREATE TABLE two (n INTEGER) STRICT') };
const failing: Migration = {
  version: 30,
  name: 'failing',
  up(db) {
    db.exec('CREATE TABLE three (n INTEGER) STRICT; INSERT INTO one VALUES (99)');
    throw new Error('no room');
  },
};

function open(folder: string): WriteHandle {
  const db = openForWriting(join(folder, 'a.db'));
  onTestFinished(() => {
    if (db.open) db.close();
  });
  return db;
}

const tables = (db: WriteHandle): unknown[] =>
  db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();

describe('migrating', () => {
  it('brings a new database to the newest version without a backup, and then has nothing to do', () => {
    const folder = testFolder();
    const db = open(folder);
    const backupTo = join(folder, 'backups');
    expect(migrate(db, [first, second], { backupTo })).toEqual({ from: 0, to: 20, backupFile: null });
    expect(migrate(db, [first, second], { backupTo })).toEqual({ from: 20, to: 20, backupFile: null });
    expect(existsSync(backupTo)).toBe(false);
  });

  it('keeps a whole copy of an existing database before it changes it', () => {
    const folder = testFolder();
    const backupTo = join(folder, 'backups');
    const db = open(folder);
    migrate(db, [first], { backupTo });
    db.exec('INSERT INTO one VALUES (7)');
    const { backupFile } = migrate(db, [first, second], { backupTo });
    if (backupFile === null) throw new Error('a backup was due');
    const copy = openForReading(backupFile);
    expect(copy.prepare('SELECT n FROM one').pluck().all()).toEqual([7]);
    expect(copy.pragma('user_version', { simple: true })).toBe(10);
    copy.close();
    expect(readdirSync(backupTo).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('stops at a failing migration and leaves the version and the rows from before it', () => {
    const db = open(testFolder());
    expect(() => migrate(db, [first, second, failing], { backupTo: null })).toThrow(MigrationFailed);
    expect(db.pragma('user_version', { simple: true })).toBe(20);
    expect(tables(db)).toEqual(['one', 'two']);
    expect(db.prepare('SELECT count(*) FROM one').pluck().get()).toBe(0);
  });

  it('refuses a database of a later product and touches nothing', () => {
    const db = open(testFolder());
    migrate(db, [first, second], { backupTo: null });
    expect(() => migrate(db, [first], { backupTo: null })).toThrow(DatabaseTooNew);
    expect(tables(db)).toEqual(['one', 'two']);
  });

  it('refuses a ladder with a step out of order', () => {
    const db = open(testFolder());
    expect(() => migrate(db, [second, first], { backupTo: null })).toThrow(/out of order/);
    expect(() => migrate(db, [{ ...first, version: 11 }], { backupTo: null })).toThrow(/out of order/);
  });

  it('makes only STRICT tables with the migrations of the product', () => {
    const db = open(testFolder());
    migrate(db, migrations, { backupTo: null });
    const loose = db
      .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });
});

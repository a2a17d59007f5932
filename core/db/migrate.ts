import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteHandle } from './open.ts';

export interface Migration {
  /** Numbered in tens; becomes `user_version` in the transaction that changes the schema. */
  readonly version: number;
  readonly name: string;
  up(db: WriteHandle): void;
}

export interface MigrateOptions {
  /** The folder that receives a whole copy of the database before an existing one is changed; null only in tests. */
  readonly backupTo: string | null;
}

export interface MigrateResult {
  readonly from: number;
  readonly to: number;
  readonly backupFile: string | null;
}

/** The database was written by a later version of the product; nothing was touched. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(`the database has version ${found}, this product knows versions up to ${known}`);
    this.found = found;
    this.known = known;
  }
}

/** A migration failed and was rolled back: the database has the version it had before that migration. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
  readonly version: number;
  constructor(migration: Migration, cause: unknown) {
    super(`migration ${migration.version} (${migration.name}) failed and was undone`, { cause });
    this.version = migration.version;
  }
}

/** Brings the database to the newest version, one transaction per migration, after a backup of what was there. */
export function migrate(db: WriteHandle, migrations: readonly Migration[], options: MigrateOptions): MigrateResult {
  assertLadder(migrations);
  const from = versionOf(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) throw new DatabaseTooNew(from, newest);
  const due = migrations.filter((migration) => migration.version > from);
  if (due.length === 0) return { from, to: from, backupFile: null };
  const backupFile = from > 0 && options.backupTo !== null ? backUp(db, options.backupTo, from) : null;
  for (const migration of due) {
    try {
      db.transaction(() => {
        migration.up(db);
        db.pragma(`user_version = ${migration.version}`);
      }).immediate();
    } catch (error) {
      throw new MigrationFailed(migration, error);
    }
  }
  return { from, to: newest, backupFile };
}

function versionOf(db: WriteHandle): number {
  const version: unknown = db.pragma('user_version', { simple: true });
  if (typeof version !== 'number') throw new TypeError('user_version is not a number');
  return version;
}

function assertLadder(migrations: readonly Migration[]): void {
  let last = 0;
  for (const { version, name } of migrations) {
    if (version % 10 !== 0 || version <= last) throw new TypeError(`migration ${version} (${name}) is out of order`);
    last = version;
  }
}

/** A copy under its final name is always whole: written beside it, synced, then renamed. */
function backUp(db: WriteHandle, folder: string, version: number): string {
  mkdirSync(folder, { recursive: true });
  const file = freeName(folder, version);
  const half = `${file}.part`;
  rmSync(half, { force: true });
  db.prepare('VACUUM INTO ?').run(half);
  const handle = openSync(half, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(half, file);
  return file;
}

function freeName(folder: string, version: number): string {
  for (let attempt = 1; ; attempt += 1) {
    const file = join(folder, `before-upgrade-from-${version}${attempt === 1 ? '' : `-${attempt}`}.db`);
    if (!existsSync(file)) return file;
  }
}

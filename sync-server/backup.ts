import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import type { ServerConfig } from './config.ts';
import { openServerDatabase } from './db/open-database.ts';

const run = promisify(execFile);

/** A backup or restore that could not be made; the message says what to do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

type Where = Pick<ServerConfig, 'databaseUrl' | 'dataDir'>;

/** Copies the database beside a running server into one file and checks the copy. The key is not in it: it is kept apart. */
export async function backUp(where: Where, file: string): Promise<string> {
  if (existsSync(file)) throw new BackupRefused(`${file} is there already: name a new file`);
  mkdirSync(dirname(file), { recursive: true });
  if (where.databaseUrl !== null) {
    await postgresTool('pg_dump', ['--format=custom', `--file=${file}`, `--dbname=${where.databaseUrl}`]);
    await postgresTool('pg_restore', ['--list', file]);
    return `wrote ${file}`;
  }
  const half = `${file}.part`;
  rmSync(half, { force: true });
  const source = new Sqlite(join(where.dataDir, 'server.db'), { readonly: true, fileMustExist: true });
  try {
    await source.backup(half);
  } finally {
    source.close();
  }
  const events = checked(half);
  renameSync(half, file);
  return `wrote ${file}: ${events} events, checked`;
}

/** Puts a backup in the place of the database of a server that does not run; what was there is kept beside it. */
export async function restore(where: Where, file: string, nowMs: number): Promise<string> {
  if (!existsSync(file)) throw new BackupRefused(`there is no ${file}`);
  if (where.databaseUrl !== null) {
    await postgresTool('pg_restore', [
      ...['--clean', '--if-exists', '--no-owner', '--single-transaction'],
      ...[`--dbname=${where.databaseUrl}`, file],
    ]);
    await skipCursors(where);
    return `restored ${file}`;
  }
  const events = checked(file);
  const database = join(where.dataDir, 'server.db');
  mkdirSync(where.dataDir, { recursive: true, mode: 0o700 });
  refuseWhileOpen(database);
  const half = `${database}.restoring`;
  await copyFile(file, half);
  const aside = `${database}.before-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
  // The log goes with its database: left behind, it would be played into the backup.
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(database + ending)) renameSync(database + ending, aside + ending);
  }
  renameSync(half, database);
  await skipCursors(where);
  return `restored ${file}: ${events} events${existsSync(aside) ? `; what was there is ${aside}` : ''}`;
}

/** More than any site gives out between two backups. */
const CURSORS_SKIPPED = 1_000_000_000;

/**
 * Desks have been given cursors that the backup knows nothing of: new ones begin far behind them, or desks would take what
 * comes in for something they have had.
 */
async function skipCursors(where: Where): Promise<void> {
  const { db, close } = await openServerDatabase(where);
  try {
    await db
      .updateTable('site')
      .set((set) => ({ last_cursor: set('last_cursor', '+', CURSORS_SKIPPED) }))
      .execute();
  } finally {
    await close();
  }
}

/** How many events a copy holds; throws where it is damaged or no copy of a server. */
function checked(file: string): number {
  const copy = new Sqlite(file, { fileMustExist: true });
  try {
    // One file by itself, that can be read where nothing may be written.
    copy.pragma('journal_mode = delete');
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new BackupRefused(`${file} is damaged`);
    return Number(copy.prepare('SELECT count(*) FROM event').pluck().get());
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(`${file} is no backup of a server, or damaged`, { cause: error });
  } finally {
    copy.close();
  }
}

function refuseWhileOpen(database: string): void {
  if (!existsSync(database)) return;
  const found = new Sqlite(database, { timeout: 0 });
  try {
    // Leaving the write-ahead log takes the database for oneself, which a running server does not allow.
    found.pragma('journal_mode = delete');
  } catch (error) {
    throw new BackupRefused('the server still runs on this data: stop it first', { cause: error });
  } finally {
    found.close();
  }
}

async function postgresTool(tool: 'pg_dump' | 'pg_restore', args: readonly string[]): Promise<void> {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ];
  const found = folders.map((folder) => join(folder, tool)).find((path) => existsSync(path));
  if (found === undefined) {
    const line = [tool, ...args.map((arg) => (arg.startsWith('--dbname=') ? '--dbname="$DATABASE_URL"' : arg))].join(
      ' ',
    );
    throw new BackupRefused(`${tool} is not here; on a computer that has it, run: ${line}`);
  }
  try {
    await run(found, args);
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : '';
    throw new BackupRefused(`${tool} failed: ${told}`, { cause: error });
  }
}

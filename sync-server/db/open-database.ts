import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { allMigrations } from '../migrations/all-migrations.ts';
import type { Dialect } from '../migrations/server-migration.ts';
import type { Tables } from './tables.ts';

export type ServerDb = Kysely<Tables>;

export interface ServerDatabase {
  readonly db: ServerDb;
  readonly dialect: Dialect;
  /** Set for PostgreSQL: a connection of its own, for LISTEN. */
  readonly listen: (() => pg.Client) | null;
  close(): Promise<void>;
}

/** The database is newer than this server, or a migration failed. What was there before is as it was. */
export class DatabaseNotReady extends Error {
  override readonly name = 'DatabaseNotReady';
}

// Whole numbers are milliseconds and counts, all within 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens PostgreSQL by its URL, or SQLite in the data folder, and brings it to this server's schema. */
export async function openServerDatabase(where: {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}): Promise<ServerDatabase> {
  const opened = where.databaseUrl === null ? openSqlite(where.dataDir) : openPostgres(where.databaseUrl);
  try {
    await migrate(opened.db, opened.dialect);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function openSqlite(dataDir: string): ServerDatabase {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = new Sqlite(join(dataDir, 'server.db'));
  database.pragma('journal_mode = WAL');
  // A reopened WAL database comes up at NORMAL, which loses acknowledged batches with the power.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma('busy_timeout = 5000');
  if (database.pragma('synchronous', { simple: true }) !== 2)
    throw new DatabaseNotReady('SQLite refuses synchronous=FULL');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return { db, dialect: 'sqlite', listen: null, close: () => db.destroy() };
}

function openPostgres(connectionString: string): ServerDatabase {
  const pool = new pg.Pool({ connectionString, max: 10, application_name: 'counterpart-server' });
  // An idle connection that breaks must not end the process; the next query gets a new one.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    dialect: 'postgres',
    listen: () => new pg.Client({ connectionString, application_name: 'counterpart-server-feed' }),
    close: () => db.destroy(),
  };
}

async function migrate(db: ServerDb, dialect: Dialect): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          allMigrations.map((migration) => [
            migration.name,
            { up: (on: Kysely<unknown>) => migration.up(on, dialect) },
          ]),
        ),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    throw new DatabaseNotReady('the database could not be brought to this version; it was left as it was', {
      cause: error,
    });
  }
}

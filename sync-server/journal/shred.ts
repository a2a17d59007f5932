import { sql } from 'kysely';
import type { ServerDatabase } from '../db/open-database.ts';

/**
 * Takes what erasures left behind out of the files of the database. SQLite: the write-ahead log is emptied (deleted bytes are
 * overwritten at once). PostgreSQL: the tables are written anew without their dead rows, and where this user may, the
 * transaction log is moved on; see docs/capacity.md for what that costs. Says whether nothing is left to do.
 */
export async function shredErased({ db, dialect }: Pick<ServerDatabase, 'db' | 'dialect'>): Promise<boolean> {
  if (dialect === 'sqlite') {
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
    return rows[0]?.busy === 0;
  }
  await sql`VACUUM (FULL) event`.execute(db);
  await sql`VACUUM (FULL) quarantine`.execute(db);
  return await moveLogOn(db);
}

/** Old segments go with the next checkpoints; that takes a right that a managed database may not give. */
async function moveLogOn(db: ServerDatabase['db']): Promise<boolean> {
  try {
    for (let segment = 0; segment < 2; segment += 1) {
      await sql`SELECT pg_switch_wal()`.execute(db);
      await sql`CHECKPOINT`.execute(db);
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return false;
    throw error;
  }
}

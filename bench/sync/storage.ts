import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { BenchRow } from '../bench-row.ts';
import { openTestServer, SERVER_DATABASES, type ServerDatabaseName } from './open-sync-server.ts';

const EVENTS = 20_000;
const BATCH = 1_000;
const TEXT = '您好，您反映的室内没有信号的情况我已经记下来了，我先帮您查一下附近的基站。';

/** What an event takes on the server: bytes on the disk, and processor time of Node, which other load does not change. */
export async function storageRows(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const database of SERVER_DATABASES) rows.push(...(await rowsOf(database)));
  return rows;
}

async function rowsOf(database: ServerDatabaseName): Promise<BenchRow[]> {
  const test = await openTestServer(database);
  try {
    const desk = await test.desk('storage');
    const about = (made: number) => [
      `0193-customer-${made % 500}`.padEnd(36, '0'),
      `0193-matter-${made % 700}`.padEnd(36, '0'),
    ];
    // One in twenty travels to the other desks: orders do, the steps of a conversation do not.
    for (let made = 0; made < EVENTS; made += 1) {
      desk.append(made % 20 === 0 ? 'workOrder.noted' : 'conversation.noteWritten', { made, text: TEXT }, about(made));
    }
    const before = process.cpuUsage();
    for (let from = 0; from < EVENTS; from += BATCH) {
      const answer = await desk.upload(desk.events.slice(from, from + BATCH), Date.now());
      if (!answer.ok) throw new Error(`refused: ${answer.status}`);
    }
    const { user, system } = process.cpuUsage(before);
    const { db } = test.server.database;
    let bytes: number;
    if (database === 'postgres') {
      await sql`VACUUM (FULL)`.execute(db);
      const { rows } = await sql<{ size: number }>`SELECT pg_database_size(current_database()) AS size`.execute(db);
      const empty = await sql<{ size: number }>`SELECT pg_database_size('postgres') AS size`.execute(db);
      bytes = Number(rows[0]?.size) - Number(empty.rows[0]?.size);
    } else {
      await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
      bytes = statSync(join(test.config.dataDir, 'server.db')).size;
    }
    const row = (bench: string, figure: number, unit: string): BenchRow => ({
      bench,
      figure,
      unit,
      bar: null,
      ok: null,
    });
    return [
      row(`sync: bytes an event takes in ${database}`, bytes / EVENTS, 'B'),
      row(
        `sync: processor time of server and desk for 1,000 events, ${database}`,
        (user + system) / 1_000 / (EVENTS / 1_000),
        'ms',
      ),
    ];
  } finally {
    await test.close();
  }
}

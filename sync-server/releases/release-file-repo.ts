import type { ServerDb } from '../db/open-database.ts';

export async function readReleaseFile(db: ServerDb, file: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('release_file').select('content').where('file', '=', file).executeTakeFirst();
  return row?.content ?? null;
}

/** The one file whose name stays and whose content moves on; every other name holds its version. */
export const MOVING_FILE = 'metadata/timestamp.json';

/** When releases were published last, as a number that desks compare; 0 before the first. */
export async function releaseMark(db: ServerDb): Promise<number> {
  const row = await db
    .selectFrom('release_file')
    .select('stored_at_ms')
    .where('file', '=', MOVING_FILE)
    .executeTakeFirst();
  return row?.stored_at_ms ?? 0;
}

export async function writeReleaseFile(db: ServerDb, file: string, content: Uint8Array, atMs: number): Promise<void> {
  const row = { file, content, stored_at_ms: atMs };
  await db
    .insertInto('release_file')
    .values(row)
    .onConflict((conflict) => conflict.column('file').doUpdateSet(row))
    .execute();
}

import type { ServerDb } from '../db/open-database.ts';

export async function readReleaseFile(db: ServerDb, file: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('release_file').select('content').where('file', '=', file).executeTakeFirst();
  return row?.content ?? null;
}

export async function writeReleaseFile(db: ServerDb, file: string, content: Uint8Array, atMs: number): Promise<void> {
  const row = { file, content, stored_at_ms: atMs };
  await db
    .insertInto('release_file')
    .values(row)
    .onConflict((conflict) => conflict.column('file').doUpdateSet(row))
    .execute();
}

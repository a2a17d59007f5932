import type { ServerDb } from './open-database.ts';

/** Reads a fact of this server, writing it first where it is new; two instances starting together agree on one. */
export async function obtainFact(db: ServerDb, key: string, fresh: Uint8Array): Promise<Uint8Array> {
  await db
    .insertInto('server_fact')
    .values({ key, value: fresh })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await db.selectFrom('server_fact').select('value').where('key', '=', key).executeTakeFirstOrThrow();
  return row.value;
}

export async function readServerFact(db: ServerDb, key: string): Promise<string | null> {
  const row = await db.selectFrom('server_fact').select('value').where('key', '=', key).executeTakeFirst();
  return row ? Buffer.from(row.value).toString('utf8') : null;
}

export async function writeServerFact(db: ServerDb, key: string, text: string): Promise<void> {
  const value = Buffer.from(text, 'utf8');
  await db
    .insertInto('server_fact')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

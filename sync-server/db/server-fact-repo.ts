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

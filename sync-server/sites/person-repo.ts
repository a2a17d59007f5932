import type { ServerDb } from '../db/open-database.ts';

export interface PersonRow {
  readonly personId: string;
  readonly siteId: string;
  readonly sealedName: Uint8Array;
  readonly role: string;
  readonly retiredAtMs: number | null;
}

export async function putPerson(db: ServerDb, person: PersonRow): Promise<void> {
  const row = {
    person_id: person.personId,
    site_id: person.siteId,
    sealed_name: person.sealedName,
    role: person.role,
    retired_at_ms: person.retiredAtMs,
  };
  await db
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.columns(['site_id', 'person_id']).doUpdateSet(row))
    .execute();
}

export async function retirePerson(db: ServerDb, siteId: string, personId: string, atMs: number): Promise<void> {
  await db
    .updateTable('person')
    .set({ retired_at_ms: atMs })
    .where('site_id', '=', siteId)
    .where('person_id', '=', personId)
    .execute();
}

export function listPeople(db: ServerDb, siteId: string | null): Promise<PersonRow[]> {
  let query = db
    .selectFrom('person')
    .select([
      'person_id as personId',
      'site_id as siteId',
      'sealed_name as sealedName',
      'role',
      'retired_at_ms as retiredAtMs',
    ])
    .orderBy('site_id')
    .orderBy('person_id');
  if (siteId !== null) query = query.where('site_id', '=', siteId);
  return query.execute();
}

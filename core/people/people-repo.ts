import type { Person } from '#contract/people.ts';
import { roleSchema } from '#contract/vocabulary.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

interface PersonRow {
  person_id: string;
  name_sealed: Uint8Array;
  role: string;
  sample: number;
  pin_hash: string | null;
}

const nameContext = (personId: string): string => `people.name:${personId}`;

function toPerson(row: PersonRow, seal: FieldSealer): Person {
  return {
    id: row.person_id,
    name: seal.open(row.name_sealed, nameContext(row.person_id)),
    role: roleSchema.parse(row.role),
    hasPin: row.pin_hash !== null,
    sample: row.sample === 1,
  };
}

/** Everybody on the sign-in list, in the order they were added. */
export function listPeople(db: ReadHandle, seal: FieldSealer): Person[] {
  return db
    .prepare<[], PersonRow>('SELECT * FROM people WHERE retired = 0 ORDER BY added_seq, person_id')
    .all()
    .map((row) => toPerson(row, seal));
}

/** A person who may sign in, or null. */
export function findPerson(db: ReadHandle, seal: FieldSealer, personId: string): Person | null {
  const row = db.prepare<[string], PersonRow>('SELECT * FROM people WHERE person_id = ? AND retired = 0').get(personId);
  return row ? toPerson(row, seal) : null;
}

/** Name of anybody who ever was on the list; records keep naming people who have left. */
export function nameOfPerson(db: ReadHandle, seal: FieldSealer, personId: string): string | null {
  const row = db.prepare<[string], PersonRow>('SELECT * FROM people WHERE person_id = ?').get(personId);
  return row ? toPerson(row, seal).name : null;
}

/** Everybody who ever was on the list, by id and name. */
export function everybody(db: ReadHandle, seal: FieldSealer): { id: string; name: string }[] {
  return db
    .prepare<[], PersonRow>('SELECT * FROM people ORDER BY added_seq, person_id')
    .all()
    .map((row) => toPerson(row, seal));
}

export function pinHashOf(db: ReadHandle, personId: string): string | null {
  const row = db
    .prepare<[string], { pin_hash: string | null }>('SELECT pin_hash FROM people WHERE person_id = ?')
    .get(personId);
  return row?.pin_hash ?? null;
}

export function insertPerson(
  db: WriteHandle,
  seal: FieldSealer,
  person: { personId: string; name: string; role: string; sample: boolean; addedSeq: number },
): void {
  db.prepare('INSERT INTO people (person_id, name_sealed, role, sample, added_seq) VALUES (?, ?, ?, ?, ?)').run(
    person.personId,
    seal.seal(person.name, nameContext(person.personId)),
    person.role,
    person.sample ? 1 : 0,
    person.addedSeq,
  );
}

export function retirePerson(db: WriteHandle, personId: string): void {
  db.prepare('UPDATE people SET retired = 1, pin_hash = NULL WHERE person_id = ?').run(personId);
  db.prepare('DELETE FROM desk_session WHERE person_id = ?').run(personId);
}

export function setPinHash(db: WriteHandle, personId: string, pinHash: string | null): void {
  db.prepare('UPDATE people SET pin_hash = ? WHERE person_id = ?').run(pinHash, personId);
}

export interface DeskSession {
  personId: string;
  runId: string;
}

/** Who sits at the desk, and in which run of the app they signed in. */
export function readSession(db: ReadHandle): DeskSession | null {
  const row = db
    .prepare<[], { person_id: string; run_id: string }>('SELECT person_id, run_id FROM desk_session WHERE one = 1')
    .get();
  return row ? { personId: row.person_id, runId: row.run_id } : null;
}

export function writeSession(db: WriteHandle, session: DeskSession): void {
  db.prepare(
    `INSERT INTO desk_session (one, person_id, run_id) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET person_id = excluded.person_id, run_id = excluded.run_id`,
  ).run(session.personId, session.runId);
}

export function clearSession(db: WriteHandle): void {
  db.prepare('DELETE FROM desk_session').run();
}

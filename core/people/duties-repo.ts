import { z } from 'zod';
import { type Duty, dutySchema } from '#contract/people.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { nameOfPerson } from './people-repo.ts';

/** Somebody who holds a duty at this site. */
export interface DutyHolder {
  readonly personId: string;
  readonly name: string;
  readonly duty: Duty;
}

const dutiesSchema = z.array(dutySchema);

/** The later choice of two desks holds, whichever comes in first. */
export function writeDuties(
  db: WriteHandle,
  { id, atMs, payload }: OpenEvent<{ personId: string; duties: readonly Duty[] }>,
): void {
  prepared(
    db,
    `INSERT INTO person_duties (person_id, duties, at_ms, event_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (person_id) DO UPDATE
       SET duties = excluded.duties, at_ms = excluded.at_ms, event_id = excluded.event_id
       WHERE (excluded.at_ms, excluded.event_id) > (at_ms, event_id)`,
  ).run(payload.personId, JSON.stringify(payload.duties), atMs, id);
}

/** Everybody with a duty who is still on the list, in the order they were added. */
export function dutyHolders(db: ReadHandle, seal: FieldSealer): DutyHolder[] {
  const rows = prepared(
    db,
    `SELECT person_id, duties FROM person_duties JOIN people USING (person_id)
     WHERE retired = 0 ORDER BY added_seq, person_id`,
  ).all() as { person_id: string; duties: string }[];
  return rows.flatMap(({ person_id: personId, duties }) =>
    dutiesSchema
      .parse(JSON.parse(duties))
      .map((duty) => ({ personId, duty, name: nameOfPerson(db, seal, personId) ?? '' })),
  );
}

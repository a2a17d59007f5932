import {
  personAdded,
  personDutiesSet,
  personPinSet,
  personRetired,
  personSignedIn,
  personSignedOut,
} from '#contract/people.ts';
import { on, projection } from '../journal/projection.ts';
import { writeDuties } from './duties-repo.ts';
import { clearSession, insertPerson, retirePerson, setPinHash, writeSession } from './people-repo.ts';

export const peopleProjection = projection(
  'people',
  ['people', 'person_duties', 'desk_session'],
  [
    on(personAdded, (db, event, seal) => insertPerson(db, seal, { ...event.payload, addedSeq: event.seq })),
    on(personRetired, (db, event) => retirePerson(db, event.payload.personId)),
    on(personDutiesSet, (db, event) => writeDuties(db, event)),
    on(personPinSet, (db, event) => setPinHash(db, event.payload.personId, event.payload.pinHash)),
    on(personSignedIn, (db, event) => writeSession(db, event.payload)),
    on(personSignedOut, (db) => clearSession(db)),
  ],
  // Who sits at another desk is no concern of this one.
  (kind) => kind !== personSignedIn.kind && kind !== personSignedOut.kind,
  // Every fresh desk has sample people of its own.
  ({ kind, payload }) => kind === personAdded.kind && personAdded.payload.safeParse(payload).data?.sample === true,
);

import { implement } from '@orpc/server';
import {
  peopleContract,
  personAdded,
  personDutiesSet,
  personPinSet,
  personRetired,
  personSignedIn,
  personSignedOut,
} from '#contract/people.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Journal } from '../journal/journal.ts';
import { dutyHolders } from './duties-repo.ts';
import { findPerson, listPeople, pinHashOf } from './people-repo.ts';
import { hashPin, pinMatches } from './pin.ts';
import type { PinTries } from './pin-tries.ts';

export interface PeopleDeps {
  db: WriteHandle;
  seal: FieldSealer;
  journal: Journal;
  ids: Ids;
  runId: string;
  tries: PinTries;
  /** What else is locked with a person's PIN follows the new one. */
  pinChanged(personId: string, before: string, after: string): void;
}

export function peopleHandlers({ db, seal, journal, ids, runId, tries, pinChanged }: PeopleDeps) {
  const os = implement(peopleContract).$context<CallContext>();

  /** Null when the PIN is right or none is set; otherwise the wait in ms that follows. */
  const refusePin = (personId: string, pin: string | undefined): { waitMs: number } | null => {
    const pinHash = pinHashOf(db, personId);
    if (pinHash === null) return null;
    const waitMs = tries.waitMs(personId);
    if (waitMs > 0) return { waitMs: Math.ceil(waitMs) };
    if (pin !== undefined && pinMatches(pin, pinHash)) {
      tries.right(personId);
      return null;
    }
    return { waitMs: pin === undefined ? 0 : tries.wrong(personId) };
  };

  return os.router({
    list: os.list.handler(() => listPeople(db, seal)),
    current: os.current.handler(({ context }) => context.person()),
    signIn: os.signIn.handler(({ input, errors }) => {
      const person = findPerson(db, seal, input.personId);
      if (!person) throw errors.notFound({ data: { what: 'person', id: input.personId } });
      const refused = refusePin(person.id, input.pin);
      if (refused) throw errors.wrongPin({ data: refused });
      journal.transaction(person.id, (tx) => tx.append(personSignedIn, { personId: person.id, runId }, [person.id]));
      return person;
    }),
    signOut: os.signOut.handler(({ context }) => {
      const person = requirePerson(context);
      journal.transaction(person.id, (tx) => tx.append(personSignedOut, { personId: person.id }, [person.id]));
      return null;
    }),
    setPin: os.setPin.handler(({ input, context, errors }) => {
      const person = requirePerson(context);
      const refused = refusePin(person.id, input.currentPin);
      if (refused) throw errors.wrongPin({ data: refused });
      const pinHash = input.pin === null ? null : hashPin(input.pin, ids);
      journal.transaction(person.id, (tx) => tx.append(personPinSet, { personId: person.id, pinHash }, [person.id]));
      if (input.currentPin !== undefined && input.pin !== null) pinChanged(person.id, input.currentPin, input.pin);
      return { ...person, hasPin: pinHash !== null };
    }),
    add: os.add.handler(({ input, context }) => {
      const by = requireRole(context, ['administrator']);
      const person = { id: ids.next(), name: input.name, role: input.role, hasPin: false, sample: false };
      journal.transaction(by.id, (tx) =>
        tx.append(personAdded, { personId: person.id, name: person.name, role: person.role, sample: false }, [
          person.id,
        ]),
      );
      return person;
    }),
    duties: os.duties.handler(() => dutyHolders(db, seal)),
    setDuties: os.setDuties.handler(({ input, context, errors }) => {
      const by = requireRole(context, ['lead', 'administrator']);
      const person = findPerson(db, seal, input.personId);
      if (!person) throw errors.notFound({ data: { what: 'person', id: input.personId } });
      const duties = [...new Set(input.duties)];
      journal.transaction(by.id, (tx) => tx.append(personDutiesSet, { personId: person.id, duties }, [person.id]));
      return dutyHolders(db, seal);
    }),
    retire: os.retire.handler(({ input, context, errors }) => {
      const by = requireRole(context, ['administrator']);
      const person = findPerson(db, seal, input.personId);
      if (!person) throw errors.notFound({ data: { what: 'person', id: input.personId } });
      journal.transaction(by.id, (tx) => tx.append(personRetired, { personId: person.id }, [person.id]));
      return null;
    }),
  });
}

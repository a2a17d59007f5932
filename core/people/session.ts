import type { Person } from '#contract/people.ts';
import { personSignedIn } from '#contract/people.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { findPerson, readSession } from './people-repo.ts';

export interface Session {
  person(): Person | null;
}

/**
 * The person at the desk. A restarted core keeps them; a restarted app keeps somebody without a PIN (the shift goes on
 * after a power cut, and the journal says so) and asks everybody else to sign in again.
 */
export function openSession(db: WriteHandle, journal: Journal, runId: string): Session {
  const before = readSession(db);
  const resumed = before && before.runId !== runId ? findPerson(db, journal.fields, before.personId) : null;
  if (resumed && !resumed.hasPin) {
    const personId = resumed.id;
    journal.transaction(personId, (tx) => tx.append(personSignedIn, { personId, runId }, [personId]));
  }
  return {
    person() {
      const session = readSession(db);
      return session?.runId === runId ? findPerson(db, journal.fields, session.personId) : null;
    },
  };
}

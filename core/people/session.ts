import type { Person } from '#contract/people.ts';
import type { WriteHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { findPerson, readSession } from './people-repo.ts';

/**
 * The person at the desk. A restarted core keeps them; a restarted app keeps somebody without a PIN (the shift goes on
 * after a power cut) and asks everybody else to sign in again.
 */
export function createSession(db: WriteHandle, seal: FieldSealer, runId: string): { person(): Person | null } {
  return {
    person() {
      const session = readSession(db);
      if (!session) return null;
      const person = findPerson(db, seal, session.personId);
      return person && (session.runId === runId || !person.hasPin) ? person : null;
    },
  };
}

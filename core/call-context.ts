import { ORPCError } from '@orpc/server';
import type { Person } from '#contract/people.ts';

/** What every handler gets beside its input. */
export interface CallContext {
  /** The person signed in on this desk at the moment of the call, or null. */
  person(): Person | null;
}

/** The signed-in person, or the typed failure `notSignedIn`. */
export function requirePerson(context: CallContext): Person {
  const person = context.person();
  if (!person) throw new ORPCError('notSignedIn', { defined: true });
  return person;
}

/** The signed-in person with one of the roles, or the typed failures `notSignedIn` and `notAllowed`. */
export function requireRole(context: CallContext, roles: readonly Person['role'][]): Person {
  const person = requirePerson(context);
  if (!roles.includes(person.role)) {
    throw new ORPCError('notAllowed', { defined: true, data: { needs: [...roles] } });
  }
  return person;
}

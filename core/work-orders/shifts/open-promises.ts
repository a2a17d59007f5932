import type { Person } from '#contract/people.ts';
import { listPromised, listPromisedElsewhere } from '#core/conversation/conversation-repo.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { ReadHandle } from '#core/db/open.ts';
import type { FieldSealer } from '#core/journal/field-sealer.ts';
import { isSettled } from '../order-state.ts';
import { findMerged } from '../work-order-repo.ts';
import { listHandedPromises } from './shift-repo.ts';

const PROMISES_MAX = 200;
/** Who serves customers or looks after those who do. */
export const ACTING: readonly Person['role'][] = ['agent', 'handler', 'lead', 'administrator'];

export interface OpenPromise {
  readonly state: Conversation;
  /** Whose it is now: whom it was handed to, null for the next shift, otherwise whoever made it. */
  readonly keeperId: string | null;
  /** Somebody passed it on. */
  readonly handed: boolean;
}

/**
 * Promises that no open order carries, the next due first: those with an order go along with it. Of what other desks told of,
 * only what was passed on.
 */
export function openPromises(db: ReadHandle, seal: FieldSealer): OpenPromise[] {
  const told = listPromisedElsewhere(db, seal, PROMISES_MAX);
  const promised = [...listPromised(db, seal, null, PROMISES_MAX), ...told].filter(({ state, workOrder }) => {
    const order = workOrder && findMerged(db, seal, workOrder.id)?.order;
    return state === 'finished' && (!order || isSettled(order));
  });
  if (promised.length === 0) return [];
  const handed = listHandedPromises(db);
  return promised
    .flatMap((state) => {
      const passed = handed.get(state.id);
      if (!passed && state.elsewhere) return [];
      return [{ state, keeperId: passed ? passed.toPersonId : state.ownerId, handed: passed !== undefined }];
    })
    .toSorted(({ state: one }, { state: other }) => (one.promise?.dueAtMs ?? 0) - (other.promise?.dueAtMs ?? 0));
}

/** Whether it was passed on to this person, or to the shift they are of. */
export function isTakenBy({ id, role }: Pick<Person, 'id' | 'role'>, { handed, keeperId }: OpenPromise): boolean {
  return handed && (keeperId === id || (keeperId === null && ACTING.includes(role)));
}

import { listPromised } from '#core/conversation/conversation-repo.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { ReadHandle } from '#core/db/open.ts';
import type { FieldSealer } from '#core/journal/field-sealer.ts';
import { isSettled } from '../order-state.ts';
import { findMerged } from '../work-order-repo.ts';
import { listHandedPromises } from './shift-repo.ts';

const PROMISES_MAX = 200;

export interface OpenPromise {
  readonly state: Conversation;
  /** Whose it is now: whom it was handed to, null for the next shift, otherwise whoever made it. */
  readonly keeperId: string | null;
  /** Somebody passed it on. */
  readonly handed: boolean;
}

/** Promises that no open order carries, the next due first: those with an order go along with it. */
export function openPromises(db: ReadHandle, seal: FieldSealer): OpenPromise[] {
  const promised = listPromised(db, seal, null, PROMISES_MAX).filter(({ state, workOrder }) => {
    const order = workOrder && findMerged(db, seal, workOrder.id)?.order;
    return state === 'finished' && (!order || isSettled(order));
  });
  if (promised.length === 0) return [];
  const handed = listHandedPromises(db);
  return promised.map((state) => {
    const passed = handed.get(state.id);
    return { state, keeperId: passed ? passed.toPersonId : state.ownerId, handed: passed !== undefined };
  });
}

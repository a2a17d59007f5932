import { promiseMade, promiseMoved } from '#contract/conversation/events.ts';
import type { EventDeclaration } from '#contract/declare-event.ts';
import { workOrderOpened } from '#contract/work-orders/events.ts';
import { orderPromiseHeld } from '#contract/work-orders.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Forgetting, Outliving } from '../journal/projection.ts';
import { keepErased, promiseOfOrder, remerge, subjectsOf } from './work-order-repo.ts';

/** Orders and single steps of them; an order that outlives its conversation keeps the promise that was made in it. */
export const forgettingOrders: Forgetting = {
  outlives(db, events, seal) {
    const gone = draftedIn(events);
    return ordersPromisedIn(db, events)
      .filter((id) => !gone.has(id))
      .flatMap((workOrderId): Outliving[] => {
        const promise = promiseOfOrder(db, seal, workOrderId);
        const declaration: EventDeclaration = orderPromiseHeld;
        const subjectIds = subjectsOf(db, workOrderId);
        return promise === null ? [] : [{ declaration, payload: { workOrderId, ...promise }, subjectIds }];
      });
  },
  forget(db, events, seal) {
    const gone = draftedIn(events);
    const cut = new Set<string>();
    for (const event of events) {
      const id = textOf(event, 'workOrderId');
      if (!event.kind.startsWith('workOrder.') || id === null) continue;
      if (event.kind === workOrderOpened.kind) {
        removeOrder(db, id);
        keepErased(db, event);
      } else {
        prepared(db, 'DELETE FROM work_order_entry WHERE event_id = ?').run(event.id);
        if (!gone.has(id)) cut.add(id);
      }
    }
    remergeAll(db, seal, cut);
    return true;
  },
};

function draftedIn(events: readonly OpenEvent[]): ReadonlySet<string> {
  const drafted = events.filter(({ kind }) => kind === workOrderOpened.kind);
  return new Set(drafted.flatMap((event) => textOf(event, 'workOrderId') ?? []));
}

function ordersPromisedIn(db: ReadHandle, events: readonly OpenEvent[]): string[] {
  const promises = events.filter(({ kind }) => kind === promiseMade.kind || kind === promiseMoved.kind);
  const conversations = new Set(promises.flatMap((event) => textOf(event, 'conversationId') ?? []));
  const find = prepared(db, 'SELECT work_order_id FROM work_order WHERE conversation_id = ?').pluck();
  return [...conversations].flatMap((id) => find.all(id) as string[]);
}

function removeOrder(db: WriteHandle, workOrderId: string): void {
  prepared(db, 'DELETE FROM work_order WHERE work_order_id = ?').run(workOrderId);
}

function remergeAll(db: WriteHandle, seal: FieldSealer, ids: ReadonlySet<string>): void {
  for (const id of ids) remerge(db, seal, id);
}

function textOf({ payload }: OpenEvent, name: 'workOrderId' | 'conversationId'): string | null {
  if (payload === null || typeof payload !== 'object') return null;
  const value: unknown = (payload as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}

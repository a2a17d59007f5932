import { promiseMade, promiseMoved } from '#contract/conversation/events.ts';
import type { EventDeclaration } from '#contract/declare-event.ts';
import { limitTold, orderEvents, workOrderOpened } from '#contract/work-orders/events.ts';
import type { StepType } from '#contract/work-orders/steps.ts';
import { orderPromiseHeld, workOrderDrafted } from '#contract/work-orders.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { type EventHandler, on, projection } from '../journal/projection.ts';
import type { OrderChange } from './evolve-order.ts';
import { forgettingOrders } from './forget-repo.ts';
import type { OrderEntry } from './merge-order.ts';
import { insertEntry } from './order-entry-repo.ts';
import { holdPromise, insertWorkOrder, keepErased, mergeEntry, promiseOrder } from './work-order-repo.ts';

const stepHandlers = (Object.keys(orderEvents) as StepType[]).map((type): EventHandler => {
  const declaration: EventDeclaration = orderEvents[type];
  return on(declaration, (db, event, seal) => take(db, event, seal, type));
});

export const workOrdersProjection = projection(
  'workOrders',
  ['work_order', 'work_order_entry', 'work_order_erased'],
  [
    on(
      workOrderDrafted,
      (db, event, seal) => insertWorkOrder(db, seal, event),
      (db, event) => keepErased(db, event),
    ),
    on(
      workOrderOpened,
      (db, event, seal) => insertWorkOrder(db, seal, event),
      (db, event) => keepErased(db, event),
    ),
    on(promiseMade, (db, { payload }, seal) => promiseOrder(db, seal, payload.conversationId, payload)),
    on(promiseMoved, (db, { payload }, seal) => promiseOrder(db, seal, payload.conversationId, payload)),
    on(orderPromiseHeld, (db, { payload }, seal) => holdPromise(db, seal, payload.workOrderId, payload)),
    ...stepHandlers,
    on(limitTold, (db, event, seal) => take(db, event, seal, 'limitTold')),
  ],
  (kind) => kind.startsWith('workOrder.'),
  () => false,
  forgettingOrders,
);

/** Any desk's event will do: which comes first is decided by the entries, not by the order in which they arrive. */
function take(db: WriteHandle, event: OpenEvent, seal: FieldSealer, type: OrderChange['type']): void {
  const { installId, epoch, seq, atMs, personId } = event;
  // The journal validated the payload with the declaration that the type names.
  const change = { type, payload: event.payload } as OrderChange;
  const entry: OrderEntry = { eventId: event.id, installId, epoch, seq, atMs, personId, change };
  insertEntry(db, seal, entry);
  mergeEntry(db, seal, change.payload.workOrderId, entry);
}

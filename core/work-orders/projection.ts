import { promiseMade } from '#contract/conversation/events.ts';
import { workOrderDrafted } from '#contract/work-orders.ts';
import { on, projection } from '../journal/projection.ts';
import { insertWorkOrder, keepErased, promiseOrder } from './work-order-repo.ts';

export const workOrdersProjection = projection(
  'workOrders',
  ['work_order', 'work_order_erased'],
  [
    on(
      workOrderDrafted,
      (db, event, seal) => insertWorkOrder(db, seal, event),
      (db, event) => keepErased(db, event),
    ),
    on(promiseMade, (db, { payload }) => promiseOrder(db, payload.conversationId, payload.dueAtMs, payload.text)),
  ],
);

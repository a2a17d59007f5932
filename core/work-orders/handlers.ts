import { implement } from '@orpc/server';
import { type WorkOrderSummary, workOrdersContract } from '#contract/work-orders.ts';
import type { CallContext } from '../call-context.ts';
import { maskedNumber } from '../conversation/mask-number.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { findWorkOrder, listWorkOrders, type WorkOrder } from './work-order-repo.ts';

export interface WorkOrdersDeps {
  db: WriteHandle;
  journal: Journal;
}

export function workOrdersHandlers({ db, journal }: WorkOrdersDeps) {
  const os = implement(workOrdersContract).$context<CallContext>();

  const summaryOf = (order: WorkOrder): WorkOrderSummary => ({
    id: order.id,
    number: order.number,
    category: order.category,
    abnormal: order.abnormal,
    state: order.state,
    matter: order.content.matter,
    customerShown: [order.content.customerName ?? '', maskedNumber(order.content.customerNumber ?? '')]
      .filter((part) => part !== '')
      .join(' '),
    draftedAtMs: order.draftedAtMs,
    promisedAtMs: order.promisedAtMs,
    promiseText: order.promiseText,
    conversationId: order.conversationId,
    personName: order.personId === null ? '' : (nameOfPerson(db, journal.fields, order.personId) ?? ''),
  });

  return os.router({
    list: os.list.handler(({ input }) =>
      listWorkOrders(db, journal.fields, { state: input.state ?? null, limit: input.limit }).map(summaryOf),
    ),
    view: os.view.handler(({ input, errors }) => {
      const order = findWorkOrder(db, journal.fields, input.workOrderId);
      if (!order) throw errors.notFound({ data: { what: 'workOrder', id: input.workOrderId } });
      const fields = order.content.fields.map((field) =>
        field.personal && /^\+?\d{5,}$/.test(field.value) ? { ...field, value: maskedNumber(field.value) } : field,
      );
      return { ...summaryOf(order), fields };
    }),
  });
}

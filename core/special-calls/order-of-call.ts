import type { PayloadOf } from '#contract/declare-event.ts';
import type { SpecialCall } from '#contract/library/special-call.ts';
import type { Channel } from '#contract/vocabulary.ts';
import type { workOrderOpened } from '#contract/work-orders/events.ts';
import type { OrderSource, WorkOrderField } from '#contract/work-orders/terms.ts';
import { kindOf, missingOf } from '../work-orders/rules/kinds.ts';
import { callValues, readOut, stepOf } from './call-fields.ts';
import type { SpecialCallRun } from './special-call-run.ts';

type Opened = PayloadOf<typeof workOrderOpened>;

/** What an order calls a field that a line of the call names otherwise. */
const ORDER_FIELD: Readonly<Record<string, string>> = {
  customerName: 'name',
  contactNumber: 'phone',
  plateNumber: 'plate',
  matter: 'what',
};
const SOURCE: Readonly<Record<Channel, OrderSource>> = { phone: 'hotline', counter: 'hall', chat: 'chat' };

/**
 * The order that this end of a call opens, filled from what was read back; null where it opens none. Help never waits for
 * a field: what the kind named by the call would still need makes it an order of the general kind.
 */
export function orderOfCall(
  run: SpecialCallRun,
  call: SpecialCall,
  { workOrderId, number }: Pick<Opened, 'workOrderId' | 'number'>,
): Opened | null {
  const wanted = stepOf(call, run.at)?.opensOrder;
  if (wanted === undefined) return null;
  const values = callValues(run, call);
  const customer = {
    customerName: values['customerName'] ?? null,
    customerNumber: values['contactNumber'] ?? null,
  };
  const fields: WorkOrderField[] = readOut(run, call)
    .filter(({ field }) => field.type !== 'yesNo')
    .map(({ field, value }) => ({
      id: (field.fills && ORDER_FIELD[field.fills]) ?? field.fills ?? field.id,
      label: field.label,
      value,
      personal: field.personal,
    }));
  const named = kindOf(wanted, 'other');
  const kind = missingOf(named, { fields, ...customer }).length === 0 ? named : kindOf('other', 'other');
  return {
    workOrderId,
    number,
    category: kind.category,
    orderKind: kind.id,
    abnormal: false,
    matter: [call.title, values['matter'] ?? ''].filter((part) => part !== '').join('：'),
    channel: run.channel,
    ...customer,
    fields,
    promisedAtMs: null,
    promiseText: null,
    conversationId: run.conversationId,
    source: SOURCE[run.channel],
    trigger: 'demand',
    green: null,
    responseDue: null,
  };
}

import type { OrderStep, StepType } from '#contract/work-orders/steps.ts';
import type { OrderRefusal } from '#contract/work-orders/terms.ts';
import { type Actor, decideOrder, mayTake, routeOfOrder } from './decide-order.ts';
import type { OrderRules } from './order-figures.ts';
import type { WorkOrder } from './order-state.ts';
import { statesFor } from './step-gate.ts';

export interface OfferedSteps {
  readonly open: readonly StepType[];
  readonly closed: readonly { readonly type: StepType; readonly reason: OrderRefusal }[];
}

/** In the order in which they are likely to be wanted; what only adds to the record comes last. */
const likely: readonly StepType[] = [
  'reviewDissatisfaction',
  'auditCallback',
  'preHandle',
  'signFor',
  'verify',
  'handle',
  'dispatch',
  'passRecheck',
  'answer',
  'close',
  'reopen',
  'callBack',
  'failRecheck',
  'passOn',
  'tellCustomer',
  'remind',
  'handOver',
  'fillFields',
  'proposeDissatisfaction',
  'markAbnormal',
  'note',
];

/** Which steps somebody may take on an order now, and which of their own are closed where the order stands. */
export function offeredSteps(order: WorkOrder, actor: Actor, rules: OrderRules): OfferedSteps {
  const open: StepType[] = [];
  const closed: { type: StepType; reason: OrderRefusal }[] = [];
  for (const type of likely) {
    if (!mayTake(type, actor, rules)) continue;
    const decided = decideOrder(order, probe(type, order, actor), actor, rules);
    if ('step' in decided) open.push(type);
    else if (statesFor[type].includes(order.state) && !quiet.includes(decided.refused.reason)) {
      closed.push({ type, reason: decided.refused.reason });
    }
  }
  return { open, closed };
}

/** Reasons that only say that the step is not for this order at all. */
const quiet: readonly OrderRefusal[] = [
  'notGreen',
  'notYourRole',
  'nothingToAudit',
  'alreadyDone',
  'notOnRoute',
  'wrongState',
];

/** The step with a content that its own gates would let through. */
function probe(type: StepType, order: WorkOrder, { role, personId }: Actor): OrderStep {
  const route = routeOfOrder(order);
  const text = '…';
  switch (type) {
    case 'dispatch':
      return { type, department: route.first[0] ?? '', text };
    case 'passOn':
      return {
        type,
        department: route.departments.find(({ id }) => id === order.department)?.next[0] ?? '',
        text,
      };
    case 'handle':
      return { type, text, cause: 'unclear', atDesk: role !== 'handler' };
    case 'answer':
      return { type, text, line: null, accepted: true };
    case 'failRecheck':
      return { type, text, counts: true };
    case 'close':
      return { type, cause: 'ours', lesson: text };
    case 'reviewDissatisfaction':
      return { type, isOne: true, text };
    case 'callBack':
      return { type, result: 'satisfied', text };
    case 'auditCallback':
      return { type, asPromised: true, rulesKept: true, text };
    case 'remind':
      return { type, way: 'voice', text };
    case 'handOver':
      return { type, toPersonId: order.waitsForShift ? personId : null, toName: text, text };
    case 'tellCustomer':
      return { type, text, line: null, promise: null };
    case 'fillFields':
      return { type, fields: [{ id: 'what', label: text, value: text, personal: false }] };
    case 'markAbnormal':
      return { type, alert: 'legal', text };
    default:
      return { type, text };
  }
}

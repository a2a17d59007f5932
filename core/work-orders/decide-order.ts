import type { Role } from '#contract/vocabulary.ts';
import type { OrderStep, StepType } from '#contract/work-orders/steps.ts';
import type { OrderRefusal } from '#contract/work-orders/terms.ts';
import type { StoredStep } from './evolve-order.ts';
import { isHeldBy } from './held-orders.ts';
import type { OrderFigures, OrderRules } from './order-figures.ts';
import { callbackDue, openLimits } from './order-limits.ts';
import type { WorkOrder } from './order-state.ts';
import { kindOf, missingOf } from './rules/kinds.ts';
import { type Route, routeOf } from './rules/routes.ts';
import { stepGate } from './step-gate.ts';
import { auditsElsewhere, dutyAllows } from './watch.ts';

export interface Actor {
  readonly personId: string;
  readonly role: Role;
  readonly atMs: number;
}

export interface Refused {
  readonly reason: OrderRefusal;
  readonly missing: readonly { readonly kind: 'field' | 'role'; readonly id: string; readonly label: string }[];
}
export type OrderDecision = { readonly step: StoredStep } | { readonly refused: Refused };

const leads: readonly Role[] = ['lead', 'administrator'];
const desk: readonly Role[] = ['agent', ...leads];
const handlers: readonly Role[] = ['handler'];
const everybody: readonly Role[] = [...desk, ...handlers];

/** Who takes which step by role; a duty can add to it (see watch.ts). */
export const rolesFor: Readonly<Record<StepType, readonly Role[]>> = {
  dispatch: leads,
  signFor: handlers,
  verify: handlers,
  passOn: handlers,
  preHandle: handlers,
  handle: everybody,
  answer: desk,
  passRecheck: leads,
  failRecheck: leads,
  close: leads,
  // Somebody has to be left above whoever proposes it.
  proposeDissatisfaction: ['agent', 'handler', 'lead'],
  reviewDissatisfaction: leads,
  callBack: desk,
  reopen: desk,
  auditCallback: leads,
  remind: desk,
  // What one has in hand oneself, and what waits for whoever comes next.
  handOver: everybody,
  tellCustomer: everybody,
  note: everybody,
  fillFields: everybody,
  markAbnormal: everybody,
  lookAtNumber: everybody,
};

const refuse = (reason: OrderRefusal, missing: Refused['missing'] = []): OrderDecision => ({
  refused: { reason, missing },
});

/** The step that an input leads to, or why it is refused. Pure, and answers every input in every state by every role. */
export function decideOrder(order: WorkOrder, input: OrderStep, actor: Actor, rules: OrderRules): OrderDecision {
  const roles = rolesFor[input.type];
  if (!mayTake(input.type, actor, rules)) {
    return refuse(
      'notYourRole',
      roles.map((role) => ({ kind: 'role', id: role, label: role })),
    );
  }
  const step = storedStep(order, input, actor, rules);
  const gate = stepGate(order, step, actor.personId);
  if (gate !== null) return refuse(gate);
  return siteGate(order, input, actor, rules) ?? { step };
}

/** Whether a step is somebody's, by role or by duty. */
export function mayTake(type: StepType, { personId, role }: Actor, { holders }: OrderRules): boolean {
  if (type === 'auditCallback' && auditsElsewhere(personId, holders)) return false;
  return rolesFor[type].includes(role) || dutyAllows(type, personId, holders);
}

/** What a site's rules and the clock add: they hold at the moment of the step and are never asked again. */
function siteGate(order: WorkOrder, input: OrderStep, actor: Actor, { figures }: OrderRules): OrderDecision | null {
  switch (input.type) {
    case 'dispatch': {
      const missing = missingFields(order);
      if (missing.length > 0) return refuse('fieldsMissing', missing);
      return routeOfOrder(order).first.includes(input.department) ? null : refuse('notOnRoute');
    }
    case 'passOn': {
      const here = routeOfOrder(order).departments.find(({ id }) => id === order.department);
      if (!here?.next.includes(input.department)) return refuse('notOnRoute');
      const over = openLimits(order, figures).some(({ deadline }) => deadline.dueAtMs <= actor.atMs);
      return over ? refuse('limitPassed') : null;
    }
    case 'handle':
      if (!input.atDesk) return actor.role === 'handler' ? null : refuse('notYourRole');
      if (actor.role === 'handler') return refuse('notYourRole');
      return routeOfOrder(order).atDesk ? null : refuse('notOnRoute');
    case 'answer':
      return answersFirst(order, figures) || order.recheckedInRound ? null : refuse('recheckFirst');
    case 'passRecheck':
      return answersFirst(order, figures) && order.accepted === null ? refuse('answerFirst') : null;
    case 'handOver': {
      if (leads.includes(actor.role) || isHeldBy(order, actor.personId)) return null;
      return order.waitsForShift && input.toPersonId === actor.personId ? null : refuse('notYourRole');
    }
    case 'tellCustomer': {
      if (input.promise === null) return null;
      const latest = actor.atMs + figures.customerReplyMinutes * 60_000;
      const fits = input.promise.dueAtMs > actor.atMs && input.promise.dueAtMs <= latest + 60_000;
      return fits ? null : refuse('promiseUnfit');
    }
    default:
      return null;
  }
}

/** Whether the customer hears the result before its recheck. */
export function answersFirst(order: WorkOrder, figures: OrderFigures): boolean {
  return order.green !== null || !figures.recheckBeforeReply[order.category];
}

export function routeOfOrder(order: WorkOrder): Route {
  return routeOf(order.green ? 'green' : kindOf(order.orderKind, order.category).route);
}

/** What an order still has to carry; one drafted in a conversation was asked for everything by its table. */
export function missingFields(order: WorkOrder): Refused['missing'] {
  if (order.green !== null) return [];
  return missingOf(kindOf(order.orderKind, order.category), order)
    .filter(({ id }) => order.conversationId === null || id === 'contactNumber')
    .map(({ id, label }) => ({ kind: 'field', id, label }));
}

function storedStep(order: WorkOrder, input: OrderStep, actor: Actor, rules: OrderRules): StoredStep {
  const { type, ...shape } = input;
  const payload = { ...shape, workOrderId: order.id, orderRevision: order.revision + 1, actingAs: actor.role };
  const due = type === 'close' ? { callbackDue: callbackDue(order, actor.atMs, rules) } : {};
  // The input's type picks its own shape, and each event's payload is that shape beside the three columns above.
  return { type, payload: { ...payload, ...due } } as StoredStep;
}

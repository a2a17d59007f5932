import type { PayloadOf } from '#contract/declare-event.ts';
import type { limitTold, orderEvents } from '#contract/work-orders/events.ts';
import type { StepType } from '#contract/work-orders/steps.ts';
import type { WorkOrder } from './order-state.ts';

type Events = typeof orderEvents;
/** A step as it is stored: what was done, as which role, on which revision. */
export type StoredStep = {
  [Type in StepType]: { readonly type: Type; readonly payload: PayloadOf<Events[Type]> };
}[StepType];
export type StoredLimit = { readonly type: 'limitTold'; readonly payload: PayloadOf<typeof limitTold> };
export type OrderChange = StoredStep | StoredLimit;

/** Where a change comes from: when, by whom, and its place in the journal of its desk. */
export interface By {
  readonly atMs: number;
  readonly personId: string | null;
  readonly installId: string;
  readonly epoch: number;
  readonly seq: number;
}

/** The order after a change that its gate let through. Uses nothing but its arguments. */
export function evolveOrder(before: WorkOrder, change: OrderChange, by: By): WorkOrder {
  const after = changedOrder(before, change, by);
  return after.state === before.state && after.handlerId === before.handlerId
    ? after
    : { ...after, movedBy: by.personId };
}

function changedOrder(before: WorkOrder, change: OrderChange, by: By): WorkOrder {
  const { atMs, personId } = by;
  const order: WorkOrder = {
    ...before,
    revision: Math.max(before.revision, change.payload.orderRevision),
    changedAtMs: atMs,
  };
  switch (change.type) {
    case 'dispatch':
      return { ...order, state: 'dispatched', department: change.payload.department };
    case 'signFor':
      return { ...order, state: 'signedFor', handlerId: personId };
    case 'verify':
      return { ...order, state: 'verified' };
    case 'passOn':
      return { ...order, state: 'passedOn', department: change.payload.department, handlerId: null };
    case 'preHandle':
      return { ...order, preHandledAtMs: atMs };
    case 'handle': {
      const { text, cause } = change.payload;
      return {
        ...newRound(order),
        state: 'handled',
        reviewRefused: false,
        handling: { personId, department: order.department, text, cause, atMs },
      };
    }
    case 'answer': {
      const { text, accepted } = change.payload;
      return {
        ...order,
        state: 'answered',
        accepted,
        told: [...order.told, { atMs, personId, how: 'answer', text, promise: null }],
      };
    }
    case 'passRecheck':
      return { ...order, state: 'rechecked', recheckedInRound: true };
    case 'failRecheck':
      return { ...newRound(order), state: 'returned', returns: order.returns + (change.payload.counts ? 1 : 0) };
    case 'close': {
      const { cause, lesson, callbackDue } = change.payload;
      return { ...closed(order, atMs), cause, lesson, callbackDue };
    }
    case 'proposeDissatisfaction':
      return { ...order, state: 'inReview', proposal: { personId, role: change.payload.actingAs } };
    case 'reviewDissatisfaction':
      if (change.payload.isOne) return { ...closed(order, atMs), dissatisfaction: true, cause: 'customer' };
      return { ...newRound(order), state: order.department === null ? 'drafted' : 'returned', reviewRefused: true };
    case 'callBack': {
      const { result, text } = change.payload;
      const heard = result === 'notReached' ? order.told : [...order.told, calledBack(atMs, personId, text)];
      return { ...order, told: heard, callback: { atMs, result, audited: false } };
    }
    case 'reopen':
      // What was promised before is over; the customer has a new answer coming, within the house's limit or as told anew.
      return {
        ...newRound(order),
        state: 'reopened',
        reopened: order.reopened + 1,
        countsFromMs: atMs,
        chasedAtMs: null,
        promise: null,
        closedAtMs: null,
        callbackDue: null,
      };
    case 'auditCallback':
      return {
        ...order,
        callback: order.callback && { ...order.callback, audited: true },
        auditFailed: order.auditFailed || !change.payload.asPromised || !change.payload.rulesKept,
      };
    case 'handOver': {
      const { toPersonId, toName, actingAs } = change.payload;
      const given = order.handlerId !== null && order.handlerId === personId && toPersonId !== null;
      const taken = order.waitsForShift && actingAs === 'handler' && toPersonId === personId;
      return {
        ...order,
        handedTo: toName,
        waitsForShift: change.payload.toNextShift === true,
        watcherId: toPersonId ?? order.watcherId,
        // Whoever signed for it and goes home hands on the handling as well.
        handlerId: given || taken ? toPersonId : order.handlerId,
      };
    }
    case 'tellCustomer': {
      const { text, promise } = change.payload;
      return {
        ...order,
        promise: promise ?? order.promise,
        told: [...order.told, { atMs, personId, how: 'told', text, promise }],
      };
    }
    case 'fillFields': {
      const filled = new Map(change.payload.fields.map((field) => [field.id, field]));
      const kept = order.fields.filter(({ id }) => !filled.has(id));
      return { ...order, fields: [...kept, ...filled.values()] };
    }
    case 'markAbnormal':
      return { ...order, abnormal: true };
    case 'remind':
      return { ...order, chasedAtMs: atMs };
    case 'note':
    case 'lookAtNumber':
      return order;
    case 'limitTold': {
      const { limit, moment, dueAtMs } = change.payload;
      const { installId, epoch, seq } = by;
      return {
        ...before,
        revision: order.revision,
        toldLimits: [...order.toldLimits, { limit, moment, dueAtMs, atMs, installId, epoch, seq }],
      };
    }
    default:
      return change satisfies never;
  }
}

/** What was said and rechecked about the result before does not cover the next one. */
function newRound(order: WorkOrder): WorkOrder {
  return { ...order, accepted: null, recheckedInRound: false };
}

/** A callback that led to this round was audited before it could close; the next one is a new one. */
function closed(order: WorkOrder, atMs: number): WorkOrder {
  return { ...order, state: 'closed', closedAtMs: atMs, callbackDue: null, callback: null, proposal: null };
}

function calledBack(atMs: number, personId: string | null, text: string): WorkOrder['told'][number] {
  return { atMs, personId, how: 'callback', text, promise: null };
}

import type { DeadlineView } from '#contract/deadlines.ts';
import type { OrderLimit } from '#contract/work-orders/terms.ts';
import { deadlineFrom } from '../deadlines/deadline.ts';
import type { OrderFigures, OrderRules } from './order-figures.ts';
import { isSettled, type WorkOrder } from './order-state.ts';

export interface OpenLimit {
  readonly limit: OrderLimit;
  readonly deadline: DeadlineView;
}

const MINUTE_MS = 60_000;

/** When the hall's first response to a green-channel order is due. */
export function responseDue(
  urgency: 'normal' | 'urgent',
  atMs: number,
  { figures, calendar }: OrderRules,
): DeadlineView {
  const minutes =
    urgency === 'urgent' ? figures.greenChannelUrgentResponseMinutes : figures.greenChannelResponseMinutes;
  return deadlineFrom(atMs, { clock: 'working', minutes }, calendar);
}

/** The callback after closing, or null for an order outside the share that the site calls back. */
export function callbackDue(order: WorkOrder, atMs: number, { figures, calendar }: OrderRules): DeadlineView | null {
  const percent = order.green ? figures.callbackGreenChannelPercent : figures.callbackOtherPercent;
  if (drawn(order.number) >= percent) return null;
  return deadlineFrom(atMs, { clock: 'elapsed', minutes: figures.callbackWithinMinutes }, calendar);
}

/** The limits that run on an order, each by its own clock, the next one first. */
export function openLimits(order: WorkOrder, figures: OrderFigures): OpenLimit[] {
  if (isSettled(order)) return [];
  if (order.state === 'closed') return order.callbackDue ? [{ limit: 'callback', deadline: order.callbackDue }] : [];
  const limits: OpenLimit[] = [];
  if (order.responseDue && order.preHandledAtMs === null && order.handling === null) {
    limits.push({ limit: 'response', deadline: order.responseDue });
  }
  const replied = order.state === 'answered' || order.accepted !== null || order.state === 'inReview';
  if (!replied) {
    const replyAtMs = replyDueAtMs(order, figures);
    limits.push({ limit: 'reply', deadline: elapsed(order.countsFromMs, replyAtMs) });
    const resultAtMs = replyAtMs - figures.recheckBeforeMinutes * MINUTE_MS;
    const withDepartment = order.department !== null && order.state !== 'handled' && order.state !== 'rechecked';
    if (withDepartment && resultAtMs > order.countsFromMs && resultAtMs < replyAtMs) {
      limits.push({ limit: 'result', deadline: elapsed(order.countsFromMs, resultAtMs) });
    }
  }
  return limits.sort((one, other) => one.deadline.dueAtMs - other.deadline.dueAtMs);
}

/** As promised, or within the house's own limit, whichever is sooner; a later promise that was told replaces both. */
function replyDueAtMs(order: WorkOrder, figures: OrderFigures): number {
  const houseAtMs = order.countsFromMs + figures.customerReplyMinutes * MINUTE_MS;
  if (order.promise === null) return houseAtMs;
  const renewed = order.told.some(({ how, promise }) => how === 'told' && promise !== null);
  return renewed ? order.promise.dueAtMs : Math.min(houseAtMs, order.promise.dueAtMs);
}

function elapsed(fromMs: number, toMs: number): DeadlineView {
  const minutes = Math.max(1, Math.round((toMs - fromMs) / MINUTE_MS));
  return { dueAtMs: toMs, limit: { clock: 'elapsed', minutes }, stretches: [{ fromMs, toMs }], calendarKnown: true };
}

/** 0 to 99, spread evenly over the orders of a day and the same on every desk. */
function drawn(number: string): number {
  return (Number(number.split('-')[1]) * 37) % 100;
}

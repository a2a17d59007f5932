import type { WorkOrderCategory } from '#contract/vocabulary.ts';
import type { WorkOrderState } from '#contract/work-orders/terms.ts';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';

export const boardFilters = ['all', 'mine', 'watched', 'late', 'green', 'recheck', 'callback'] as const;
export type BoardFilter = (typeof boardFilters)[number];

export interface BoardQuery {
  readonly filter: BoardFilter;
  readonly state: WorkOrderState | null;
  readonly category: WorkOrderCategory | null;
  /** Typed into the board's box: parts of number, customer, matter. */
  readonly text: string;
}

export const boardGroups = ['late', 'hour', 'today', 'later', 'settled'] as const;
export type BoardGroup = (typeof boardGroups)[number];

const HOUR_MS = 3_600_000;

export const dueAtMsOf = (order: WorkOrderSummary): number | null => order.limits[0]?.deadline.dueAtMs ?? null;

export function isLate(order: WorkOrderSummary, nowMs: number): boolean {
  const due = dueAtMsOf(order);
  return due !== null && due <= nowMs;
}

export function passes(order: WorkOrderSummary, filter: BoardFilter, nowMs: number): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return order.mine && !order.settled;
    case 'watched':
      return order.watchedAs.length > 0;
    case 'late':
      return isLate(order, nowMs);
    case 'green':
      return order.green !== null && !order.settled;
    case 'recheck':
      return order.steps.includes('passRecheck') || order.steps.includes('reviewDissatisfaction');
    case 'callback':
      return order.state === 'closed' && !order.settled;
  }
}

/** The orders a query leaves, in the order of the board. */
export function chosenOrders(
  orders: readonly WorkOrderSummary[],
  { filter, state, category, text }: BoardQuery,
  nowMs: number,
): WorkOrderSummary[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return orders.filter((order) => {
    if (!passes(order, filter, nowMs)) return false;
    if (state !== null && order.state !== state) return false;
    if (category !== null && order.category !== category) return false;
    const hay = `${order.number} ${order.number.replace('-', '')} ${order.customerShown} ${order.matter}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}

/** Which stretch of the board an order belongs to; days turn at the site's midnight. */
export function groupOf(order: WorkOrderSummary, nowMs: number, timeZone: string): BoardGroup {
  if (order.settled) return 'settled';
  const due = dueAtMsOf(order);
  if (due === null) return 'later';
  if (due <= nowMs) return 'late';
  if (due - nowMs <= HOUR_MS) return 'hour';
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return day.format(due) === day.format(nowMs) ? 'today' : 'later';
}

/** The board from top to bottom: groups in their order, each keeping the order of its limits. */
export function groupedOrders(
  orders: readonly WorkOrderSummary[],
  nowMs: number,
  timeZone: string,
): { group: BoardGroup; orders: WorkOrderSummary[] }[] {
  return boardGroups
    .map((group) => ({ group, orders: orders.filter((order) => groupOf(order, nowMs, timeZone) === group) }))
    .filter((each) => each.orders.length > 0);
}

import type { OrderCounts } from '#contract/reminders.ts';
import type { OrderFigures } from '../work-orders/order-figures.ts';
import { openLimits } from '../work-orders/order-limits.ts';
import { isSettled, type WorkOrder } from '../work-orders/order-state.ts';

const HOUR_MS = 3_600_000;

/** Open orders by how close their next limit is. */
export function countOrders(orders: readonly WorkOrder[], figures: OrderFigures, nowMs: number): OrderCounts {
  const open = orders.filter((order) => !isSettled(order));
  let overdue = 0;
  let soon = 0;
  for (const order of open) {
    const dueAtMs = openLimits(order, figures)[0]?.deadline.dueAtMs;
    if (dueAtMs === undefined) continue;
    if (dueAtMs <= nowMs) overdue += 1;
    else if (dueAtMs - nowMs <= HOUR_MS) soon += 1;
  }
  return { overdue, soon, open: open.length };
}

import type { OrderLimit, WatchLevel } from '#contract/work-orders/terms.ts';
import { limitWasTold } from '../work-orders/merge-order.ts';
import type { OrderFigures } from '../work-orders/order-figures.ts';
import { openLimits } from '../work-orders/order-limits.ts';
import type { WorkOrder } from '../work-orders/order-state.ts';

/** Something to be told of an order at a moment. */
export interface Reminder {
  readonly atMs: number;
  readonly limit: OrderLimit;
  readonly moment: 'before' | 'atLimit';
  readonly dueAtMs: number;
  readonly tell: readonly WatchLevel[];
}

const MINUTE_MS = 60_000;

/** Who hears of which limit: before it whoever can still keep it, at it whoever stands above them. */
export const whoHears: Readonly<Record<OrderLimit, Readonly<Record<Reminder['moment'], readonly WatchLevel[]>>>> = {
  response: { before: ['lead', 'areaManager'], atLimit: ['lead', 'areaManager', 'trafficMonitor'] },
  result: { before: ['owner'], atLimit: ['owner', 'lead'] },
  reply: { before: ['owner', 'lead'], atLimit: ['owner', 'lead', 'areaManager'] },
  callback: { before: ['owner'], atLimit: ['owner', 'lead'] },
};

/** Every reminder that an order still has before it, told or not, by time. */
function planned(order: WorkOrder, figures: OrderFigures): Reminder[] {
  return openLimits(order, figures)
    .flatMap(({ limit, deadline: { dueAtMs, stretches } }): Reminder[] => {
      const beforeAtMs = dueAtMs - figures.reminderBeforeMinutes * MINUTE_MS;
      const startsAtMs = stretches[0]?.fromMs ?? dueAtMs;
      const atLimit = { atMs: dueAtMs, limit, moment: 'atLimit' as const, dueAtMs, tell: whoHears[limit].atLimit };
      // A limit that is as short as the reminder's lead is told of at its end only.
      if (beforeAtMs <= startsAtMs) return [atLimit];
      return [{ atMs: beforeAtMs, limit, moment: 'before', dueAtMs, tell: whoHears[limit].before }, atLimit];
    })
    .sort((one, other) => one.atMs - other.atMs);
}

/**
 * What has to be told now. Whatever was slept through is told late, but a limit that is over is told of as over: the
 * reminder that it is near would help nobody any more. What was told for a due time is never told again.
 */
export function dueReminders(order: WorkOrder, figures: OrderFigures, nowMs: number): Reminder[] {
  return planned(order, figures).filter(
    (reminder) =>
      reminder.atMs <= nowMs &&
      (reminder.moment === 'atLimit' || nowMs < reminder.dueAtMs) &&
      !limitWasTold(order, reminder),
  );
}

/** What will be told by itself if nothing is done, by time. */
export function upcoming(
  order: WorkOrder,
  figures: OrderFigures,
  nowMs: number,
): { atMs: number; limit: OrderLimit; moment: Reminder['moment']; tell: WatchLevel[] }[] {
  return planned(order, figures)
    .filter(({ atMs }) => atMs > nowMs)
    .map(({ atMs, limit, moment, tell }) => ({ atMs, limit, moment, tell: [...tell] }));
}

/** The next moment at which something is to be told, or null. */
export function nextReminderAtMs(orders: readonly WorkOrder[], figures: OrderFigures, nowMs: number): number | null {
  let next: number | null = null;
  for (const order of orders) {
    for (const reminder of planned(order, figures)) {
      if (reminder.atMs > nowMs && (next === null || reminder.atMs < next)) next = reminder.atMs;
    }
  }
  return next;
}

import type { OrderLimit, WatchLevel } from '#contract/work-orders/terms.ts';
import type { OrderFigures } from '../work-orders/order-figures.ts';
import { openLimits } from '../work-orders/order-limits.ts';
import type { LimitMoment, WorkOrder } from '../work-orders/order-state.ts';
import { type ClockInForce, wasTold } from './told-limits.ts';

/** Something to be told of an order at a moment. */
export interface Reminder extends LimitMoment {
  readonly atMs: number;
  readonly tell: readonly WatchLevel[];
}

const MINUTE_MS = 60_000;

/** Who hears of which limit: before it whoever can still keep it, at it whoever stands above them. */
const whoHears: Readonly<Record<OrderLimit, Readonly<Record<Reminder['moment'], readonly WatchLevel[]>>>> = {
  response: { before: ['lead', 'areaManager'], atLimit: ['lead', 'areaManager', 'trafficMonitor'] },
  result: { before: ['owner'], atLimit: ['owner', 'lead'] },
  reply: { before: ['owner', 'lead'], atLimit: ['owner', 'lead', 'areaManager'] },
  callback: { before: ['owner'], atLimit: ['owner', 'lead'] },
};

/** Of the second watch: before a limit they chase only where nobody has. At the limit everybody above hears of it. */
function hearers(order: WorkOrder, limit: OrderLimit, moment: Reminder['moment']): WatchLevel[] {
  const chased = moment === 'before' && order.chasedAtMs !== null;
  return whoHears[limit][moment].filter((level) => !(chased && level === 'areaManager'));
}

/** Every reminder that an order still has before it, told or not, by time. */
function planned(order: WorkOrder, figures: OrderFigures): Reminder[] {
  return openLimits(order, figures)
    .flatMap(({ limit, deadline: { dueAtMs, stretches } }): Reminder[] => {
      const beforeAtMs = dueAtMs - figures.reminderBeforeMinutes * MINUTE_MS;
      const startsAtMs = stretches[0]?.fromMs ?? dueAtMs;
      const atLimit = {
        atMs: dueAtMs,
        limit,
        moment: 'atLimit' as const,
        dueAtMs,
        tell: hearers(order, limit, 'atLimit'),
      };
      // A limit that is as short as the reminder's lead is told of at its end only.
      if (beforeAtMs <= startsAtMs) return [atLimit];
      return [{ atMs: beforeAtMs, limit, moment: 'before', dueAtMs, tell: hearers(order, limit, 'before') }, atLimit];
    })
    .sort((one, other) => one.atMs - other.atMs);
}

/**
 * What has to be told now. Whatever was slept through is told late, but a limit that is over is told of as over: the
 * reminder that it is near would help nobody any more. What the clock in force has told of is never told again.
 */
export function dueReminders(order: WorkOrder, figures: OrderFigures, clock: ClockInForce): Reminder[] {
  const { nowMs } = clock;
  return planned(order, figures).filter(
    (reminder) =>
      reminder.atMs <= nowMs &&
      (reminder.moment === 'atLimit' || nowMs < reminder.dueAtMs) &&
      !wasTold(order, reminder, reminder.atMs, clock),
  );
}

/** What was told lately and still holds: each running limit with the loudest that the clock in force has said of it. */
export function toldNow(order: WorkOrder, figures: OrderFigures, clock: ClockInForce): Reminder[] {
  const told = planned(order, figures).filter((reminder) => wasTold(order, reminder, reminder.atMs, clock));
  return told.filter(
    ({ limit, moment }) => moment === 'atLimit' || !told.some((one) => one.limit === limit && one.moment === 'atLimit'),
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

import { dayStretches, type Stretch } from './day-stretches.ts';
import type { Limit } from './limit.ts';
import type { SiteCalendar } from './site-calendar.ts';
import { dayIn } from './zone-offset.ts';

export interface Deadline {
  readonly dueAtMs: number;
  readonly limit: Limit;
  /** The stretches of open time that were counted, in order; an elapsed limit has one. */
  readonly stretches: readonly Stretch[];
  /** False when a year without holiday data was counted as plain weekdays. */
  readonly calendarKnown: boolean;
}

/** A site that does not open often enough for a limit ever to end. */
export class NoOpenHours extends Error {
  override readonly name = 'NoOpenHours';
}

export { usedShare } from '#contract/used-share.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Some ten years of days: a site that was not open long enough by then never will be. */
const MOST_DAYS = 3_700;

/** When a limit that starts at a moment ends. Throws NoOpenHours when the site does not open for long enough within ten years. */
export function deadlineFrom(fromAtMs: number, limit: Limit, calendar: SiteCalendar): Deadline {
  if (limit.clock === 'elapsed') {
    const dueAtMs = fromAtMs + limit.minutes * MINUTE_MS;
    return { dueAtMs, limit, stretches: [{ fromMs: fromAtMs, toMs: dueAtMs }], calendarKnown: true };
  }
  const { timeZone } = calendar;
  const first = Date.parse(`${dayIn(fromAtMs, timeZone)}T00:00:00Z`);
  const stretches: Stretch[] = [];
  let leftMs = limit.minutes * MINUTE_MS;
  let calendarKnown = true;
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const day = new Date(first + days * DAY_MS).toISOString().slice(0, 10);
    calendarKnown &&= calendar.yearKnown(Number(day.slice(0, 4)));
    for (const open of dayStretches(day, calendar.hoursOf(day), timeZone)) {
      const fromMs = Math.max(open.fromMs, fromAtMs);
      const toMs = Math.min(open.toMs, fromMs + leftMs);
      if (toMs <= fromMs) continue;
      leftMs -= toMs - fromMs;
      addStretch(stretches, { fromMs, toMs });
      if (leftMs === 0) return { dueAtMs: toMs, limit, stretches, calendarKnown };
    }
  }
  throw new NoOpenHours(
    `no ${limit.minutes} open minutes within ${MOST_DAYS} days from ${new Date(fromAtMs).toISOString()}`,
  );
}

/** A site open through midnight has one stretch, not one a day. */
function addStretch(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (last?.toMs === next.fromMs) stretches[stretches.length - 1] = { fromMs: last.fromMs, toMs: next.toMs };
  else stretches.push(next);
}

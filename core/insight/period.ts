import type { InsightQuery } from '#contract/insight/views.ts';
import { offsetMs } from '../deadlines/zone-offset.ts';
import { dayOfText } from './count-repo.ts';

const DAY_MS = 86_400_000;

export interface Days {
  readonly fromDay: number;
  readonly toDay: number;
  /** The same as moments, the end not included. */
  readonly fromAtMs: number;
  readonly toAtMs: number;
}

/** The days asked for, the last of them today; a period given the wrong way round is turned. */
export function daysOf(period: InsightQuery['period'], nowMs: number, timeZone: string): Days {
  const today = Math.floor((nowMs + offsetMs(nowMs, timeZone)) / DAY_MS);
  const [one, other] =
    'days' in period ? [today - period.days + 1, today] : [dayOfText(period.fromDay), dayOfText(period.toDay)];
  const [fromDay, toDay] = [Math.min(one, other), Math.max(one, other)];
  return { fromDay, toDay, fromAtMs: startOf(fromDay, timeZone), toAtMs: startOf(toDay + 1, timeZone) };
}

/** When a day begins; read twice, because the clocks may change in the night before it. */
function startOf(day: number, timeZone: string): number {
  const near = day * DAY_MS - offsetMs(day * DAY_MS, timeZone);
  return day * DAY_MS - offsetMs(near, timeZone);
}

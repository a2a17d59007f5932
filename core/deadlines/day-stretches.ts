import type { OpenHours } from './site-calendar.ts';
import { offsetMs } from './zone-offset.ts';

export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The moments at which the wall clock of a zone shows a day (`yyyy-MM-dd`) and one of its open minutes, in order. Where the
 * clock goes forward the skipped minutes do not exist; where it goes back the repeated ones count each time.
 */
export function dayStretches(day: string, hours: readonly OpenHours[], timeZone: string): Stretch[] {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - offsetMs(midnight, timeZone);
  const before = offsetMs(guess - 3 * HOUR_MS, timeZone);
  const after = offsetMs(guess + 27 * HOUR_MS, timeZone);
  const under = (offset: number): Stretch[] =>
    hours.map(({ fromMinute, toMinute }) => ({
      fromMs: midnight + fromMinute * MINUTE_MS - offset,
      toMs: midnight + toMinute * MINUTE_MS - offset,
    }));
  if (before === after) return under(before);
  const changeMs = changeBetween(guess - 3 * HOUR_MS, guess + 27 * HOUR_MS, before, timeZone);
  return [
    ...under(before).map(({ fromMs, toMs }) => ({ fromMs, toMs: Math.min(toMs, changeMs) })),
    ...under(after).map(({ fromMs, toMs }) => ({ fromMs: Math.max(fromMs, changeMs), toMs })),
  ].filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** The first whole minute at which the offset is no longer the one before. */
function changeBetween(fromMs: number, toMs: number, before: number, timeZone: string): number {
  let same = Math.floor(fromMs / MINUTE_MS);
  let other = Math.ceil(toMs / MINUTE_MS);
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetMs(middle * MINUTE_MS, timeZone) === before) same = middle;
    else other = middle;
  }
  return other * MINUTE_MS;
}

import { dayStretches } from '#core/deadlines/day-stretches.ts';
import type { SiteCalendar } from '#core/deadlines/site-calendar.ts';
import { dayIn } from '#core/deadlines/zone-offset.ts';

const DAY_MS = 86_400_000;

/** When the site closes on the day of a moment; null when it is closed all day, or goes on over midnight. */
export function closingOf(atMs: number, calendar: SiteCalendar): number | null {
  const { timeZone } = calendar;
  const day = dayIn(atMs, timeZone);
  const end = dayStretches(day, calendar.hoursOf(day), timeZone).at(-1)?.toMs;
  if (end === undefined) return null;
  const next = dayIn(Date.parse(`${day}T12:00:00Z`) + DAY_MS, 'UTC');
  return dayStretches(next, calendar.hoursOf(next), timeZone)[0]?.fromMs === end ? null : end;
}

/** Whether the end of the shift is near or over: from `beforeMinutes` ahead of closing until the day is over. */
export function shiftEnds(atMs: number, calendar: SiteCalendar, beforeMinutes: number): number | null {
  const endsAtMs = closingOf(atMs, calendar);
  return endsAtMs !== null && atMs >= endsAtMs - beforeMinutes * 60_000 ? endsAtMs : null;
}

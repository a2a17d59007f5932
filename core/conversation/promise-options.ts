import type { PromiseOption } from '#contract/conversation/view.ts';
import { dayStretches, type Stretch } from '../deadlines/day-stretches.ts';
import type { SiteCalendar } from '../deadlines/site-calendar.ts';
import { dayIn } from '../deadlines/zone-offset.ts';
import { promiseText } from './promise-text.ts';

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Times on offer beside the latest one. */
const MOST = 4;

/**
 * Times one would promise now, soonest first: when the site is open, none after `latestAtMs`, and the last one the latest
 * allowed. Each says which open hours lie before it. Where the site does not open in time, the latest moment alone.
 */
export function promiseOptions(nowMs: number, latestAtMs: number, calendar: SiteCalendar): PromiseOption[] {
  const { open, calendarKnown } = openUntil(nowMs, latestAtMs, calendar);
  const today = dayIn(nowMs, calendar.timeZone);
  const spoken = open.flatMap(({ fromMs, toMs }) =>
    dayIn(fromMs, calendar.timeZone) === today ? [toMs] : [fromMs + HOUR_MS, toMs],
  );
  const latest = Math.floor((open.at(-1)?.toMs ?? 0) / HALF_HOUR_MS) * HALF_HOUR_MS;
  const fits = (dueAtMs: number) => dueAtMs >= nowMs + HOUR_MS && dueAtMs <= latestAtMs && openMs(open, dueAtMs) > 0;
  const due = [...new Set(spoken.map((one) => one - (one % HALF_HOUR_MS)))].filter(fits).sort((a, b) => a - b);
  const chosen = new Set([...due.slice(0, MOST), latest].filter(fits));
  if (chosen.size === 0)
    return latestAtMs - (latestAtMs % HALF_HOUR_MS) > nowMs ? [onlyLatest(nowMs, latestAtMs, calendar)] : [];
  return [...chosen].map((dueAtMs) => ({
    dueAtMs,
    text: promiseText(dueAtMs, nowMs, calendar.timeZone),
    deadline: {
      dueAtMs,
      limit: { clock: 'working', minutes: Math.max(1, Math.round(openMs(open, dueAtMs) / MINUTE_MS)) },
      stretches: upTo(open, dueAtMs),
      calendarKnown,
    },
  }));
}

function onlyLatest(nowMs: number, latestAtMs: number, { timeZone }: SiteCalendar): PromiseOption {
  const dueAtMs = latestAtMs - (latestAtMs % HALF_HOUR_MS);
  const minutes = Math.max(1, Math.round((dueAtMs - nowMs) / MINUTE_MS));
  const stretches = [{ fromMs: nowMs, toMs: dueAtMs }];
  const deadline = { dueAtMs, limit: { clock: 'elapsed' as const, minutes }, stretches, calendarKnown: true };
  return { dueAtMs, text: promiseText(dueAtMs, nowMs, timeZone), deadline };
}

function openUntil(nowMs: number, latestAtMs: number, calendar: SiteCalendar) {
  const { timeZone } = calendar;
  const open: Stretch[] = [];
  let calendarKnown = true;
  const first = Date.parse(`${dayIn(nowMs, timeZone)}T00:00:00Z`);
  const last = Date.parse(`${dayIn(latestAtMs, timeZone)}T00:00:00Z`);
  for (let dayMs = first; dayMs <= last; dayMs += DAY_MS) {
    const day = new Date(dayMs).toISOString().slice(0, 10);
    calendarKnown &&= calendar.yearKnown(Number(day.slice(0, 4)));
    for (const { fromMs, toMs } of dayStretches(day, calendar.hoursOf(day), timeZone)) {
      const stretch = { fromMs: Math.max(fromMs, nowMs), toMs: Math.min(toMs, latestAtMs) };
      if (stretch.toMs > stretch.fromMs) open.push(stretch);
    }
  }
  return { open, calendarKnown };
}

function upTo(open: readonly Stretch[], dueAtMs: number): Stretch[] {
  return open.flatMap(({ fromMs, toMs }) => (fromMs < dueAtMs ? [{ fromMs, toMs: Math.min(toMs, dueAtMs) }] : []));
}

function openMs(open: readonly Stretch[], dueAtMs: number): number {
  return upTo(open, dueAtMs).reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

import { dayStretches } from '#core/deadlines/day-stretches.ts';
import type { SiteCalendar } from '#core/deadlines/site-calendar.ts';
import { dayIn } from '#core/deadlines/zone-offset.ts';
import type { SpokenMoment } from '../spoken-moment.ts';
import { ENGLISH_NUMBER, readEnglishNumber } from './numbers.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const CLOCK = '(?:\\d{1,2}(?::\\d{2})? ?(?:am|pm)|\\d{1,2}:\\d{2}|noon|midnight)';
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS.join('|')})|(?:${MONTHS.join('|')}) \\d{1,2}(?:st|nd|rd|th)?)`;
const DAY = `(?:today|tonight|(?:the )?day after tomorrow|tomorrow|(?:(?:next|this|on|by) )?(?:${WEEKDAYS.join('|')})|(?:on )?(?:the )?${DATE}|next week|next month)`;
const WITHIN = `(?:with)?in (?:the next )?(?:half an hour|${ENGLISH_NUMBER} (?:working |business )?(?:minutes?|hours?|days?|weeks?|months?))`;

/** Source of a pattern for a time as one promises it: by Friday, within 3 working days, at 8 pm tomorrow, on 3 December. */
export const ENGLISH_MOMENT = `(?:${WITHIN}|(?:(?:at|by|before|from) )?${CLOCK}(?: (?:on )?${DAY})?|(?:by |before |on |until )?${DAY}(?:,? (?:morning|afternoon|evening))?(?:,? (?:at |by |before )?${CLOCK})?)`;

/** Any sign that a time was given. */
export const someEnglishTime = new RegExp(
  `\\b(?:${CLOCK}|${DAY}|${ENGLISH_NUMBER} (?:working |business )?(?:minutes?|hours?|days?|weeks?)|half an hour|this (?:morning|afternoon|evening))\\b`,
);

const within = new RegExp(
  `^(?:with)?in (?:the next )?(half an hour|${ENGLISH_NUMBER}) ?(working |business )?(minute|hour|day|week|month)?`,
);
const clockWithin = new RegExp(`(?:^|\\b)(${CLOCK})`);
const dayWithin = new RegExp(`\\b(${DAY})`);
const UNIT_HOURS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 720 };

/** The moment a promise of time stands for, as heard at `nowMs` on the site; null where it cannot be told. */
export function readEnglishMoment(text: string, nowMs: number, calendar: SiteCalendar): SpokenMoment | null {
  const { timeZone } = calendar;
  const stretch = within.exec(text);
  if (stretch) return readWithin(stretch, nowMs, calendar);
  const today = dayIn(nowMs, timeZone);
  const said = dayWithin.exec(text)?.[1];
  const clock = clockWithin.exec(text)?.[1];
  if (said === undefined && clock === undefined) return null;
  const day = said === undefined ? today : readDay(said, today);
  if (day === null) return null;
  const minute = clock === undefined ? null : readClock(clock);
  if (clock !== undefined && minute === null) return null;
  const [until] = dayStretches(
    day,
    [{ fromMinute: 0, toMinute: minute === null || minute === 0 ? 1_440 : minute }],
    timeZone,
  );
  return until ? { atMs: until.toMs, exact: minute !== null, day } : null;
}

function readWithin(
  [, count = '', working, unit = 'hour']: RegExpExecArray,
  nowMs: number,
  calendar: SiteCalendar,
): SpokenMoment | null {
  const { timeZone } = calendar;
  const amount = count === 'half an hour' ? 0.5 : readEnglishNumber(count.trim());
  if (amount === null) return null;
  if (working !== undefined && unit === 'day') {
    let day = dayIn(nowMs, timeZone);
    for (let left = amount, tries = 0; left > 0 && tries < 400; tries += 1) {
      day = dayAfter(day, 1);
      if (calendar.hoursOf(day).length > 0) left -= 1;
    }
    const [end] = dayStretches(day, [{ fromMinute: 0, toMinute: 1_440 }], timeZone);
    return end ? { atMs: end.toMs, exact: false, day } : null;
  }
  const atMs = nowMs + amount * (UNIT_HOURS[unit] ?? 24) * HOUR_MS;
  return { atMs, exact: false, day: dayIn(atMs, timeZone) };
}

function readDay(said: string, today: string): string | null {
  if (/^(?:today|tonight)$/.test(said)) return today;
  if (said.endsWith('day after tomorrow')) return dayAfter(today, 2);
  if (said === 'tomorrow') return dayAfter(today, 1);
  if (said === 'next week') return dayAfter(today, 7);
  if (said === 'next month') return dayAfter(today, 30);
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const wanted = WEEKDAYS.findIndex((name) => said.endsWith(name));
  if (wanted >= 0) {
    const ahead = (wanted - now + 7) % 7;
    return dayAfter(today, said.startsWith('next ') ? ahead || 7 : ahead);
  }
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(said)) + 1;
  const date = Number(/\d{1,2}/.exec(said)?.[0] ?? 0);
  if (month === 0 || date === 0) return null;
  const year = Number(today.slice(0, 4));
  for (const one of [year, year + 1]) {
    const day = `${one}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    if (day >= today && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)) return day;
  }
  return null;
}

/** Minutes since midnight; what cannot be a time of day is null. */
function readClock(said: string): number | null {
  if (said === 'noon') return 720;
  if (said === 'midnight') return 1_440;
  const [, hours = '', minutes = '0', half] = /^(\d{1,2})(?::(\d{2}))? ?(am|pm)?$/.exec(said) ?? [];
  const hour = Number(hours);
  if (hours === '' || Number(minutes) > 59 || hour > (half === undefined ? 24 : 12)) return null;
  const shifted = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return shifted * 60 + Number(minutes);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

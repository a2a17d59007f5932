import { describe, expect, test } from 'vitest';
import { type ChosenRules, defaultRules } from '#contract/site-rules.ts';
import { deadlineFrom, NoOpenHours, usedShare } from '#core/deadlines/deadline.ts';
import { builtInDays, builtInHoliday, builtInYear } from '#core/deadlines/holiday-calendar.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';

const china = (local: string) => Date.parse(`${local}:00+08:00`);
const shown = (atMs: number) => new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const site = (rules: Partial<ChosenRules> = {}) => siteCalendar({ ...defaultRules, ...rules, holidayYears: [] });
const hours = (minutes: number) => ({ clock: 'working', minutes }) as const;
const due = (local: string, minutes: number, rules: Partial<ChosenRules> = {}) =>
  shown(deadlineFrom(china(local), hours(minutes), site(rules)).dueAtMs);

describe('working hours', () => {
  test('the closed night is not counted', () => {
    const deadline = deadlineFrom(china('2026-11-24T16:20'), hours(240), site());
    expect(deadline.stretches.map(({ fromMs, toMs }) => `${shown(fromMs)} – ${shown(toMs)}`)).toEqual([
      '2026-11-24 16:20 – 2026-11-24 18:00',
      '2026-11-25 08:00 – 2026-11-25 10:20',
    ]);
    expect(deadline.calendarKnown).toBe(true);
  });

  test('a start before opening, after closing or at a weekend waits for the next opening', () => {
    expect(due('2026-11-24T06:00', 60)).toBe('2026-11-24 09:00');
    expect(due('2026-11-24T19:30', 60)).toBe('2026-11-25 09:00');
    expect(due('2026-11-21T11:00', 60)).toBe('2026-11-23 09:00');
  });

  test('a limit that is used up at closing time ends there and not the next morning', () => {
    expect(due('2026-11-24T17:00', 60)).toBe('2026-11-24 18:00');
    expect(due('2026-11-24T18:00', 1)).toBe('2026-11-25 08:01');
  });

  test('seconds are counted too', () => {
    const fromAtMs = china('2026-11-24T17:30') + 12_345;
    const { dueAtMs } = deadlineFrom(fromAtMs, hours(60), site());
    expect(dueAtMs).toBe(china('2026-11-25T08:30') + 12_345);
  });

  test('public holidays are closed, and the Saturday worked for them is open', () => {
    expect(due('2026-09-30T17:00', 120)).toBe('2026-10-08 09:00');
    expect(due('2026-10-09T17:00', 120)).toBe('2026-10-10 09:00');
  });

  test('a noon break and an exception of the day are left out', () => {
    const noon = [
      { fromMinute: 540, toMinute: 720 },
      { fromMinute: 840, toMinute: 1_080 },
    ];
    const rules: Partial<ChosenRules> = {
      openingHours: { ...defaultRules.openingHours, tuesday: noon },
      exceptions: [{ day: '2026-11-25', hours: [], note: '盘点' }],
    };
    expect(due('2026-11-24T11:00', 120, rules)).toBe('2026-11-24 15:00');
    expect(due('2026-11-24T17:00', 120, rules)).toBe('2026-11-26 09:00');
  });

  test('a site that never closes has one stretch, and holidays make no difference to it', () => {
    const always = [{ fromMinute: 0, toMinute: 1_440 }];
    const openingHours = Object.fromEntries(
      Object.keys(defaultRules.openingHours).map((kind) => [kind, always]),
    ) as ChosenRules['openingHours'];
    const deadline = deadlineFrom(china('2029-09-30T23:00'), hours(2_880), site({ openingHours }));
    expect(deadline.stretches).toHaveLength(1);
    expect(shown(deadline.dueAtMs)).toBe('2029-10-02 23:00');
    expect(deadline.calendarKnown).toBe(true);
  });

  test('a shift of the clock is kept to: an hour that does not exist is not worked', () => {
    const night = { ...defaultRules.openingHours, sunday: [{ fromMinute: 60, toMinute: 240 }] };
    const calendar = site({ timeZone: 'Europe/Berlin', openingHours: night });
    const spring = deadlineFrom(Date.parse('2026-03-28T23:30:00Z'), hours(90), calendar);
    expect(new Date(spring.dueAtMs).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    const autumn = deadlineFrom(Date.parse('2026-10-24T22:30:00Z'), hours(210), calendar);
    expect(new Date(autumn.dueAtMs).toISOString()).toBe('2026-10-25T02:30:00.000Z');
  });

  test('a site that never opens is refused after a bounded search', () => {
    const closed = { timeZone: 'Asia/Shanghai', hoursOf: () => [], yearKnown: () => true };
    expect(() => deadlineFrom(china('2026-11-24T10:00'), hours(1), closed)).toThrow(NoOpenHours);
  });
});

describe('what is known of a year', () => {
  test('a year whose notice is not built in is noticed, and said', () => {
    expect(builtInYear(2026)).toBe(true);
    expect(builtInYear(2027)).toBe(false);
    expect(builtInDays(2027)).toEqual([]);
    expect(deadlineFrom(china('2026-12-31T17:00'), hours(60), site()).calendarKnown).toBe(true);
    expect(deadlineFrom(china('2026-12-31T17:00'), hours(61), site()).calendarKnown).toBe(false);
  });

  test('days are public holidays, make-up workdays, or not named at all', () => {
    expect(builtInHoliday('2026-10-01')).toEqual({ day: '2026-10-01', kind: 'off', name: '国庆节' });
    expect(builtInHoliday('2026-02-14')).toEqual({ day: '2026-02-14', kind: 'work', name: '春节' });
    expect(builtInHoliday('2026-11-24')).toBeNull();
    expect(builtInHoliday('2026-11-22')).toBeNull();
  });

  test('a year loaded from a file counts, also in place of the built-in one', () => {
    const year = { year: 2027, days: [{ day: '2027-01-01', kind: 'off' as const, name: '元旦' }] };
    const calendar = siteCalendar({ ...defaultRules, holidayYears: [year] });
    const deadline = deadlineFrom(china('2026-12-31T17:00'), hours(120), calendar);
    expect(shown(deadline.dueAtMs)).toBe('2027-01-04 09:00');
    expect(deadline.calendarKnown).toBe(true);
    const instead = siteCalendar({
      ...defaultRules,
      holidayYears: [{ year: 2026, days: [{ day: '2026-11-24', kind: 'off' as const, name: '馆庆' }] }],
    });
    expect(shown(deadlineFrom(china('2026-11-24T09:00'), hours(60), instead).dueAtMs)).toBe('2026-11-25 09:00');
    expect(instead.hoursOf('2026-10-01')).not.toEqual([]);
  });
});

test('an elapsed limit counts nights and holidays, and has one stretch', () => {
  const deadline = deadlineFrom(china('2026-09-30T17:00'), { clock: 'elapsed', minutes: 2_880 }, site());
  expect(shown(deadline.dueAtMs)).toBe('2026-10-02 17:00');
  expect(deadline.stretches).toHaveLength(1);
});

test('the share used stands still while the site is closed', () => {
  const deadline = deadlineFrom(china('2026-11-24T16:00'), hours(240), site());
  expect(usedShare(deadline, china('2026-11-24T15:00'))).toBe(0);
  expect(usedShare(deadline, china('2026-11-24T17:00'))).toBe(0.25);
  expect(usedShare(deadline, china('2026-11-24T23:00'))).toBe(0.5);
  expect(usedShare(deadline, china('2026-11-25T07:59'))).toBe(0.5);
  expect(usedShare(deadline, china('2026-11-25T09:00'))).toBe(0.75);
  expect(usedShare(deadline, china('2026-11-30T00:00'))).toBe(1);
});

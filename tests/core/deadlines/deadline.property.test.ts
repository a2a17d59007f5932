import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenHoursOfDay, OpeningHours } from '#contract/site-rules/opening-hours.ts';
import { defaultRules } from '#contract/site-rules.ts';
import { deadlineFrom, usedShare } from '#core/deadlines/deadline.ts';
import type { SiteCalendar } from '#core/deadlines/site-calendar.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';
import { count } from '#tests/counts.ts';
import { slowDueAt, WallClock } from './slow-deadline.ts';

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
];
const clocks = new Map(ZONES.map((zone) => [zone, new WallClock(zone)]));

const span = (from: number, length: number, pause: number): OpenHoursOfDay[] => {
  const toMinute = Math.min(1_440, from + length);
  const second = toMinute + pause;
  return [
    { fromMinute: from, toMinute },
    ...(pause > 0 && second < 1_440 ? [{ fromMinute: second, toMinute: Math.min(1_440, second + length) }] : []),
  ];
};
const dayHours = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(1_380), fc.integer({ min: 20, max: 700 }), fc.nat(120)).map((of) => span(...of)),
  },
  { weight: 2, arbitrary: fc.constant<OpenHoursOfDay[]>([]) },
  { weight: 1, arbitrary: fc.constant<OpenHoursOfDay[]>([{ fromMinute: 0, toMinute: 1_440 }]) },
);
const openDay = fc.tuple(fc.nat(1_380), fc.integer({ min: 60, max: 700 }), fc.nat(120)).map((of) => span(...of));
const openingHours: fc.Arbitrary<OpeningHours> = fc.record({
  monday: openDay,
  tuesday: dayHours,
  wednesday: dayHours,
  thursday: dayHours,
  friday: dayHours,
  saturday: dayHours,
  sunday: dayHours,
  publicHoliday: dayHours,
  makeUpWorkday: dayHours,
});

/** Whole minutes within two years, half of them within days on which some zone changes its clock. */
const BEGIN = Date.UTC(2025, 0, 1);
const CHANGES = [
  '2025-03-09',
  '2025-03-30',
  '2025-04-06',
  '2025-04-25',
  '2025-10-05',
  '2025-10-26',
  '2025-11-02',
  '2025-10-31',
];
const start = fc.oneof(
  fc.nat(2 * 525_600 - 60_000).map((minute) => BEGIN + minute * 60_000),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.nat(3_000))
    .map(([day, minute]) => Date.parse(`${day}T00:00:00Z`) + (minute - 1_000) * 60_000),
);
const exceptions = fc.array(
  fc.tuple(fc.nat(720), dayHours).map(([at, hours]) => ({
    day: new Date(BEGIN + at * 86_400_000).toISOString().slice(0, 10),
    hours,
    note: '',
  })),
  { maxLength: 40 },
);

/** The reference asks for the same days over and over. */
function remembered(calendar: SiteCalendar): SiteCalendar {
  const known = new Map<string, ReturnType<SiteCalendar['hoursOf']>>();
  return {
    ...calendar,
    hoursOf(day) {
      const hours = known.get(day) ?? calendar.hoursOf(day);
      known.set(day, hours);
      return hours;
    },
  };
}

test('a working limit ends where counting its open minutes one by one ends', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      openingHours,
      exceptions,
      fc.array(fc.tuple(start, fc.integer({ min: 1, max: 900 })), { minLength: 20, maxLength: 20 }),
      (timeZone, hours, except, cases) => {
        const calendar = remembered(
          siteCalendar({ ...defaultRules, timeZone, openingHours: hours, exceptions: except, holidayYears: [] }),
        );
        const clock = clocks.get(timeZone) as WallClock;
        for (const [fromAtMs, minutes] of cases) {
          const deadline = deadlineFrom(fromAtMs, { clock: 'working', minutes }, calendar);
          expect(deadline.dueAtMs, `${timeZone} ${new Date(fromAtMs).toISOString()} +${minutes}`).toBe(
            slowDueAt(fromAtMs, minutes, calendar, clock),
          );
          let counted = 0;
          let last = Number.NEGATIVE_INFINITY;
          for (const { fromMs, toMs } of deadline.stretches) {
            expect(fromMs).toBeGreaterThan(last);
            expect(toMs).toBeGreaterThan(fromMs);
            counted += toMs - fromMs;
            last = toMs;
          }
          expect(counted).toBe(minutes * 60_000);
          expect(last).toBe(deadline.dueAtMs);
          expect(usedShare(deadline, deadline.dueAtMs)).toBe(1);
          expect(usedShare(deadline, fromAtMs)).toBe(0);
        }
      },
    ),
    { numRuns: Math.ceil(count('deadlines') / 20) },
  );
}, 3_600_000);

import type { DayKind } from '#contract/site-rules/opening-hours.ts';
import type { SiteRules } from '#contract/site-rules.ts';
import { builtInHoliday, builtInYear } from '../deadlines/holiday-calendar.ts';
import type { SiteCalendar } from '../deadlines/site-calendar.ts';

const WEEKDAYS: readonly DayKind[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export type CalendarRules = Pick<SiteRules, 'timeZone' | 'openingHours' | 'exceptions' | 'holidayYears'>;

/** What sort of day a calendar day is: a public holiday or a make-up workday comes before the day of the week. */
export function dayKindOf({ holidayYears }: Pick<CalendarRules, 'holidayYears'>): (day: string) => DayKind {
  const loadedYears = new Set(holidayYears.map(({ year }) => year));
  const loadedDays = new Map(holidayYears.flatMap(({ days }) => days.map(({ day, kind }) => [day, kind] as const)));
  return (day) => {
    const noted = loadedYears.has(Number(day.slice(0, 4))) ? loadedDays.get(day) : builtInHoliday(day)?.kind;
    if (noted === 'off') return 'publicHoliday';
    if (noted === 'work') return 'makeUpWorkday';
    return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'monday';
  };
}

/**
 * The calendar of a site: an exception of the day comes first, then a public holiday or a make-up workday, then the day of
 * the week. A year loaded from a file takes the place of the built-in one.
 */
export function siteCalendar({ timeZone, openingHours, exceptions, holidayYears }: CalendarRules): SiteCalendar {
  const hoursOnException = new Map(exceptions.map(({ day, hours }) => [day, hours]));
  const loadedYears = new Set(holidayYears.map(({ year }) => year));
  const kindOf = dayKindOf({ holidayYears });
  const always = new Set(Object.values(openingHours).map((hours) => JSON.stringify(hours))).size === 1;
  return {
    timeZone,
    hoursOf: (day) => hoursOnException.get(day) ?? openingHours[kindOf(day)],
    // Where every day is alike, as at a site that never closes, holidays make no difference.
    yearKnown: (year) => always || loadedYears.has(year) || builtInYear(year),
  };
}

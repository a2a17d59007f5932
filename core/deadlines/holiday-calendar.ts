import chineseDays from 'chinese-days';
import type { Holiday } from '#contract/site-rules/opening-hours.ts';

/**
 * What the State Council's notice made of a day (`yyyy-MM-dd`), as far as the built-in calendar knows: a public holiday, a
 * make-up workday, or null for a day the notice does not name. Years without a notice hold only nulls.
 */
export function builtInHoliday(day: string): Holiday | null {
  // The calendar names such a day 「Spring Festival,春节,4」, and any other by its weekday.
  const { work, name } = chineseDays.getDayDetail(day);
  const chinese = name.split(',')[1];
  if (chinese === undefined) return null;
  return { day, kind: work ? 'work' : 'off', name: chinese };
}

/** Whether the notice of a year is built in. Without it the calendar would count plain weekdays and not say so. */
export function builtInYear(year: number): boolean {
  return builtInHoliday(`${year}-10-01`) !== null;
}

/** Every named day of a year; empty when the notice is not built in. */
export function builtInDays(year: number): Holiday[] {
  if (!builtInYear(year)) return [];
  const days: Holiday[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const holiday = builtInHoliday(new Date(at).toISOString().slice(0, 10));
    if (holiday) days.push(holiday);
  }
  return days;
}

import type { SiteRules } from '#contract/site-rules.ts';
import { type SiteTime, siteTime } from '../site-time.ts';
import { type CalendarRules, dayKindOf } from './calendar-of-site.ts';

const DAY_MS = 86_400_000;
const FRIDAY_EVENING_HOUR = 18;

/** What of a site's rules says how customers are greeted. */
export type GreetingRules = CalendarRules & Pick<SiteRules, 'weekendGreeting'>;

/**
 * The wall clock of a site at a moment, `weekend` as the site greets: Saturday and Sunday, or Friday evening and Saturday.
 * A day that is worked to make up for a holiday is no weekend, nor is the evening before it.
 */
export function greetingTime(atMs: number, rules: GreetingRules): SiteTime {
  const now = siteTime(atMs, rules.timeZone);
  return { ...now, weekend: isWeekend(now, rules) };
}

function isWeekend({ day, hour }: SiteTime, rules: GreetingRules): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const worked = (one: string) => dayKindOf(rules)(one) === 'makeUpWorkday';
  if (weekday === 6) return !worked(day);
  if (rules.weekendGreeting === 'saturdayAndSunday') return weekday === 0 && !worked(day);
  return weekday === 5 && hour >= FRIDAY_EVENING_HOUR && !worked(dayAfter(day));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

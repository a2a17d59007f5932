import type { SiteRules, SiteRulesView } from '#contract/site-rules.ts';
import { builtInDays, builtInYear } from '../deadlines/holiday-calendar.ts';

type YearState = SiteRulesView['years'][number];

/** This year, the next one, and every other year that was loaded: what is known of each. */
export function yearOverview({ holidayYears }: Pick<SiteRules, 'holidayYears'>, thisYear: number): YearState[] {
  const years = new Set([thisYear, thisYear + 1, ...holidayYears.map(({ year }) => year)]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const loaded = holidayYears.find((one) => one.year === year);
      const days = loaded?.days ?? builtInDays(year);
      const daysOff = days.filter(({ kind }) => kind === 'off').length;
      const source = loaded ? 'file' : builtInYear(year) ? 'builtIn' : 'unknown';
      return { year, source, daysOff, makeUpWorkdays: days.length - daysOff };
    });
}

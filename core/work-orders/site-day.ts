import { wallTime } from '../conversation/wall-time.ts';

const DAY_MS = 86_400_000;

/** A calendar day of a site. */
export interface SiteDay {
  /** `yyMMdd` */
  readonly shortDay: string;
  /** First moment of the day and of the next one; on days when the clock changes, an hour off. */
  readonly fromMs: number;
  readonly toMs: number;
}

export function siteDay(atMs: number, timeZone: string): SiteDay {
  const { year, month, day, hour, minute } = wallTime(atMs, timeZone);
  const fromMs = atMs - (hour * 60 + minute) * 60_000 - (((atMs % 60_000) + 60_000) % 60_000);
  const shortDay = [year % 100, month, day].map((part) => String(part).padStart(2, '0')).join('');
  return { shortDay, fromMs, toMs: fromMs + DAY_MS };
}

import type { ReadHandle } from '../db/open.ts';
import { siteDay } from './site-day.ts';
import { nextOfDay } from './work-order-repo.ts';

/** The number of the next order at this desk: the site's calendar day, then a count from 001. */
export function nextWorkOrderNumber(db: ReadHandle, atMs: number, timeZone: string): string {
  const { shortDay, fromMs, toMs } = siteDay(atMs, timeZone);
  return `${shortDay}-${String(nextOfDay(db, shortDay, fromMs, toMs)).padStart(3, '0')}`;
}

import type { TFunction } from 'i18next';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A past moment as one says it: just now, 3 minutes ago, 14:02, yesterday's with its date. Milliseconds since 1970. */
export function sayMoment(atMs: number, nowMs: number, language: string, t: TFunction): string {
  const passed = nowMs - atMs;
  if (passed < MINUTE) return t('frame.justNow');
  if (passed < HOUR) {
    return new Intl.RelativeTimeFormat(language, { style: 'short' }).format(-Math.floor(passed / MINUTE), 'minute');
  }
  const sameDay = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(sameDay ? {} : { month: 'numeric', day: 'numeric' }),
  }).format(atMs);
}

/** A moment ahead with its day: 7月3日 周五 14:00. Milliseconds since 1970. */
export function sayDue(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);
}

import type { TFunction } from 'i18next';
import type { DeadlineView } from '#contract/deadlines.ts';

interface SayWith {
  t: TFunction;
  /** Language of the interface. */
  language: string;
  nowMs: number;
  /** IANA name of the site's zone: a limit is explained by the clock on the site's wall. */
  timeZone: string;
}

/** 「4 个工作小时：今天 16:20 至 明天 10:20」. */
export function explainDeadline({ limit, stretches, dueAtMs }: DeadlineView, say: SayWith): string {
  return say.t('deadlines.explain', {
    limit: sayLimit(limit, say.t),
    from: sayMomentOf(stretches[0]?.fromMs ?? dueAtMs, say),
    to: sayMomentOf(dueAtMs, say),
  });
}

/** The length of a limit on its own clock. */
function sayLimit({ clock, minutes }: DeadlineView['limit'], t: TFunction): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t(clock === 'working' ? 'deadlines.workingMinutes' : 'deadlines.minutes', { count: rest });
  const whole = t(clock === 'working' ? 'deadlines.workingHours' : 'deadlines.hours', { count: hours });
  return rest === 0 ? whole : t('deadlines.andMinutes', { hours: whole, minutes: rest });
}

/** 今天 16:20, 7月3日周五 10:20: a moment by the clock of the site. */
export function sayMomentOf(atMs: number, { t, language, nowMs, timeZone }: SayWith): string {
  const time = new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const near = ['yesterday', 'today', 'tomorrow', 'dayAfterTomorrow'] as const;
  const name = near[daysBetween(nowMs, atMs, timeZone) + 1];
  const date = new Intl.DateTimeFormat(language, { timeZone, month: 'short', day: 'numeric', weekday: 'short' });
  return t('deadlines.moment', {
    day: name === undefined ? date.format(atMs) : t(`deadlines.${name}`),
    time: time.format(atMs),
  });
}

function daysBetween(fromMs: number, toMs: number, timeZone: string): number {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (Date.parse(day.format(toMs)) - Date.parse(day.format(fromMs))) / 86_400_000;
}

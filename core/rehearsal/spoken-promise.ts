import type { Promised } from '#contract/conversation/terms.ts';
import type { SiteCalendar } from '../deadlines/site-calendar.ts';
import { MOMENT, readMoment } from '../lint/spoken-moment.ts';

const TEXT_MAX = 40;
const moments = new RegExp(MOMENT, 'gu');

/** The last time named in an answer that can be reckoned with, as a promise of the conversation; null where none was. */
export function spokenPromise(text: string, nowMs: number, calendar: SiteCalendar): Promised | null {
  const named = [...text.matchAll(moments)].flatMap(([words]) => {
    const moment = readMoment(words, nowMs, calendar);
    return moment !== null && moment.atMs > nowMs && words.length <= TEXT_MAX
      ? [{ text: words, dueAtMs: moment.atMs }]
      : [];
  });
  return named.at(-1) ?? null;
}

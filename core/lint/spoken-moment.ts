import { dayStretches } from '../deadlines/day-stretches.ts';
import type { SiteCalendar } from '../deadlines/site-calendar.ts';
import { dayIn } from '../deadlines/zone-offset.ts';
import { NUMBER, readNumber } from './spoken-number.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const PART = '(?:凌晨|清早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)';
const CLOCK = `(?:${PART}?${NUMBER}[点:](?:半|${NUMBER}分?|一刻|三刻)?钟?|${PART})`;
const DAY =
  '(?:今天|今晚|今早|今日|明天|明早|明晚|明日|大后天|后天|(?:这|本|下下|下)?(?:周|星期|礼拜)[一二三四五六日天]|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号])';
const WITHIN = `(?:半个?|${NUMBER}个?)(?:工作日|小时|钟头|天|周|星期|礼拜|月)(?:之内|以内|内|后|之后)?`;

/** Source of a pattern for a time as one promises it: 明天上午十点, 下周三, 三个工作日内, 12月3日. */
export const MOMENT = `(?:${DAY}${CLOCK}?|${WITHIN}|${CLOCK})`;

/** Any sign that a time was given: it need not be understood. */
export const someTime = new RegExp(
  `${DAY}|${NUMBER}[点:]|(?<![过这那几])${NUMBER}个?(?:分钟|小时|工作日|天)|下班前|${PART}`,
  'u',
);

const startsWithin = new RegExp(`^(半个?|${NUMBER})个?(工作日|小时|钟头|天|周|星期|礼拜|月)`, 'u');
const startsDay = new RegExp(`^(${DAY})?(${CLOCK})?`, 'u');
const clockTime = new RegExp(`^(${PART})?(${NUMBER})[点:](半|一刻|三刻|${NUMBER})?`, 'u');

export interface SpokenMoment {
  readonly atMs: number;
  /** A clock time was said; otherwise `atMs` is the end of a day or of a stretch of time. */
  readonly exact: boolean;
  /** The day it falls on, `yyyy-MM-dd`. */
  readonly day: string;
}

/** The moment a promise of time stands for, as heard at `nowMs` on the site; null where it cannot be told. */
export function readMoment(text: string, nowMs: number, calendar: SiteCalendar): SpokenMoment | null {
  const { timeZone } = calendar;
  const today = dayIn(nowMs, timeZone);
  const within = startsWithin.exec(text);
  if (within) return readWithin(within[1] ?? '', within[2] ?? '', nowMs, calendar);
  const said = startsDay.exec(text);
  const day = readDay(said?.[1], today);
  if (day === null || (said?.[1] === undefined && said?.[2] === undefined)) return null;
  const minute = readMinute(said?.[2], /[晚]$/u.test(said?.[1] ?? ''), /早$/u.test(said?.[1] ?? ''));
  const [opens] = dayStretches(day, [{ fromMinute: 0, toMinute: minute ?? 1_440 }], timeZone);
  return opens ? { atMs: opens.toMs, exact: minute !== null, day } : null;
}

function readWithin(count: string, unit: string, nowMs: number, calendar: SiteCalendar): SpokenMoment | null {
  const amount = count.startsWith('半') ? 0.5 : readNumber(count);
  if (amount === null) return null;
  const { timeZone } = calendar;
  if (unit === '工作日') {
    let day = dayIn(nowMs, timeZone);
    for (let left = amount, tries = 0; left > 0 && tries < 400; tries += 1) {
      day = dayAfter(day, 1);
      if (calendar.hoursOf(day).length > 0) left -= 1;
    }
    return { atMs: endOf(day, timeZone), exact: false, day };
  }
  const hours = { 小时: 1, 钟头: 1, 天: 24, 周: 168, 星期: 168, 礼拜: 168, 月: 720 }[unit] ?? 24;
  const atMs = nowMs + amount * hours * HOUR_MS;
  return { atMs, exact: false, day: dayIn(atMs, timeZone) };
}

function readDay(said: string | undefined, today: string): string | null {
  if (said === undefined || /^今/u.test(said)) return today;
  if (said.startsWith('明')) return dayAfter(today, 1);
  if (said === '后天') return dayAfter(today, 2);
  if (said === '大后天') return dayAfter(today, 3);
  const week = /(这|本|下下|下)?(?:周|星期|礼拜)(.)$/u.exec(said);
  if (week) {
    const wanted = '一二三四五六日'.indexOf(week[2] === '天' ? '日' : (week[2] ?? ''));
    const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    if (week[1] === '下' || week[1] === '下下') return dayAfter(today, wanted - now + (week[1] === '下' ? 7 : 14));
    return dayAfter(today, wanted < now ? wanted - now + 7 : wanted - now);
  }
  const date = /^(?:(.{1,3})月)?(.{1,3})[日号]$/u.exec(said);
  const [month, dayOfMonth] = [readNumber(date?.[1] ?? today.slice(5, 7)), readNumber(date?.[2] ?? '')];
  if (month === null || dayOfMonth === null) return null;
  return soonest(today, month, dayOfMonth, date?.[1] === undefined);
}

/** The next time a date comes round; a day that no month has is none. */
function soonest(today: string, month: number, dayOfMonth: number, monthOpen: boolean): string | null {
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  for (let later = 0; later <= 12; later += 1) {
    const inMonth = monthOpen ? thisMonth + later : month + 12 * Math.floor(later / 12);
    const at = new Date(Date.UTC(year, inMonth - 1, dayOfMonth));
    if (at.getUTCDate() !== dayOfMonth) continue;
    const day = at.toISOString().slice(0, 10);
    if (day >= today) return day;
  }
  return null;
}

function readMinute(clock: string | undefined, evening: boolean, morning: boolean): number | null {
  const said = clockTime.exec(clock ?? '');
  const hour = said ? readNumber(said[2] ?? '') : null;
  if (!said || hour === null || hour > 24) return null;
  const past = said[3] === '半' ? 30 : said[3] === '一刻' ? 15 : said[3] === '三刻' ? 45 : readNumber(said[3] ?? '0');
  const afternoon = /^(?:下午|傍晚|晚上|夜里)$/u.test(said[1] ?? '') || (said[1] === '中午' && hour < 3) || evening;
  // 三点 by itself is said in the afternoon; nobody promises three at night.
  const unsaid = said[1] === undefined && !morning && hour > 0 && hour < 7;
  return (hour < 12 && (afternoon || unsaid) ? hour + 12 : hour) * 60 + (past ?? 0);
}

function endOf(day: string, timeZone: string): number {
  return dayStretches(day, [{ fromMinute: 0, toMinute: 1_440 }], timeZone).at(-1)?.toMs ?? 0;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

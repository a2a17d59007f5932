import type { Promised } from '#contract/conversation/terms.ts';
import { type WallTime, wallTime } from './wall-time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A reply time in spoken words, as seen at `nowMs`: 今天下午四点前, 后天上午十点半前. */
export function promiseText(dueAtMs: number, nowMs: number, timeZone: string): string {
  const due = wallTime(dueAtMs, timeZone);
  return `${dayWords(due, wallTime(nowMs, timeZone))}${hourWords(due)}前`;
}

/** Times one would promise now, soonest first, none of them after `latestAtMs`; the last one is the latest allowed. */
export function promiseOptions(nowMs: number, latestAtMs: number, timeZone: string): Promised[] {
  const now = wallTime(nowMs, timeZone);
  const today = nowMs - (now.hour * HOUR_MS + now.minute * MINUTE_MS) - (nowMs % MINUTE_MS);
  const at = (days: number, hour: number) => today + days * DAY_MS + hour * HOUR_MS;
  const latest = latestAtMs - (latestAtMs % (30 * MINUTE_MS));
  const due = [at(0, 12), at(0, 18), at(1, 10), at(1, 18), latest].filter(
    (one) => one > nowMs + HOUR_MS && one <= latestAtMs,
  );
  return [...new Set(due)]
    .sort((a, b) => a - b)
    .map((dueAtMs) => ({ dueAtMs, text: promiseText(dueAtMs, nowMs, timeZone) }));
}

function dayWords(due: WallTime, now: WallTime): string {
  const days = Math.round(
    (Date.UTC(due.year, due.month - 1, due.day) - Date.UTC(now.year, now.month - 1, now.day)) / DAY_MS,
  );
  return ['今天', '明天', '后天'][days] ?? `${due.month}月${due.day}日`;
}

function hourWords({ hour, minute }: WallTime): string {
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour === 12 ? '中午' : hour < 19 ? '下午' : '晚上';
  const clock = hour > 12 ? hour - 12 : hour;
  const tail = minute === 0 ? '' : minute === 30 ? '半' : `${String(minute).padStart(2, '0')}分`;
  return `${part}${hanziNumber(clock)}点${tail}`;
}

function hanziNumber(hour: number): string {
  return ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'][hour] ?? String(hour);
}

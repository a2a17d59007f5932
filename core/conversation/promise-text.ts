import { type WallTime, wallTime } from './wall-time.ts';

const DAY_MS = 86_400_000;

/** A reply time in spoken words, as seen at `nowMs`: 今天下午四点前, 后天上午十点半前. */
export function promiseText(dueAtMs: number, nowMs: number, timeZone: string): string {
  const due = wallTime(dueAtMs, timeZone);
  return `${dayWords(due, wallTime(nowMs, timeZone))}${hourWords(due)}前`;
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

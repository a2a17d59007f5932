import type { OpenHoursOfDay } from '#contract/site-rules/opening-hours.ts';

/** 8:00-12:00 13:30-18:00; nothing when closed. */
export function hoursText(hours: readonly OpenHoursOfDay[]): string {
  return hours.map(({ fromMinute, toMinute }) => `${clock(fromMinute)}-${clock(toMinute)}`).join(' ');
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** Reads what a person typed, also with full-width signs or 8点半 left out; null where it cannot be read. */
export function readHours(text: string): OpenHoursOfDay[] | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return [];
  const parts = plain.replace(/\s*[-~\u2013\u2014\u81f3\u5230]+\s*/gu, '-').split(/[\s,;\u3001]+/u);
  const hours: OpenHoursOfDay[] = [];
  for (const part of parts) {
    const found = /^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/.exec(part);
    if (!found) return null;
    const [fromMinute, toMinute] = [minuteOf(found[1], found[2]), minuteOf(found[3], found[4])];
    const last = hours.at(-1);
    if (fromMinute === null || toMinute === null || fromMinute >= toMinute) return null;
    if (last && last.toMinute >= fromMinute) return null;
    hours.push({ fromMinute, toMinute });
  }
  return hours.length <= 6 ? hours : null;
}

function minuteOf(hour: string | undefined, minute = '0'): number | null {
  const value = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && value <= 1_440 ? value : null;
}

import type { SiteCalendar } from '#core/deadlines/site-calendar.ts';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** The wall clock of a zone, asked once for every quarter of an hour: no zone changes its offset in between. */
export class WallClock {
  readonly timeZone: string;
  private readonly offsets = new Map<number, number>();
  private readonly formatter: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.timeZone = timeZone;
    this.formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
  }

  /** Day and minute the clock shows. */
  at(atMs: number): { day: string; minute: number } {
    const quarter = Math.floor(atMs / QUARTER_MS);
    let offset = this.offsets.get(quarter);
    if (offset === undefined) {
      const shown = Date.parse(`${this.formatter.format(quarter * QUARTER_MS).replace(' ', 'T')}Z`);
      offset = shown - quarter * QUARTER_MS;
      this.offsets.set(quarter, offset);
    }
    const wall = atMs + offset;
    const dayStart = Math.floor(wall / 86_400_000) * 86_400_000;
    return { day: dayText(dayStart), minute: (wall - dayStart) / MINUTE_MS };
  }
}

const dayTexts = new Map<number, string>();
function dayText(dayStart: number): string {
  let text = dayTexts.get(dayStart);
  if (text === undefined) {
    text = new Date(dayStart).toISOString().slice(0, 10);
    dayTexts.set(dayStart, text);
  }
  return text;
}

/** The slow and obvious way: go on minute by minute, and count those in which the site is open. */
export function slowDueAt(fromAtMs: number, minutes: number, calendar: SiteCalendar, clock: WallClock): number {
  let left = minutes;
  let at = fromAtMs;
  while (left > 0) {
    const { day, minute } = clock.at(at);
    if (calendar.hoursOf(day).some(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute)) left -= 1;
    at += MINUTE_MS;
  }
  return at;
}

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** Offsets by minute since 1970: no zone changes within one, and a deadline asks for the same few again and again. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();
const MINUTE_MS = 60_000;
const MOST_OFFSETS = 2_000;

/** How far the wall clock of an IANA zone is ahead of UTC at a moment, in ms. Throws RangeError on an unknown zone. */
export function offsetMs(atMs: number, timeZone: string): number {
  const { offsets, formatter } = zoneOf(timeZone);
  const minute = Math.floor(atMs / MINUTE_MS);
  const known = offsets.get(minute);
  if (known !== undefined) return known;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  const offset = askOffset(minute * MINUTE_MS, formatter);
  offsets.set(minute, offset);
  return offset;
}

function askOffset(atMs: number, formatter: Intl.DateTimeFormat): number {
  const wall = new Map(formatter.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => wall.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - atMs;
}

/** The calendar day (`yyyy-MM-dd`) of a zone at a moment. */
export function dayIn(atMs: number, timeZone: string): string {
  return new Date(atMs + offsetMs(atMs, timeZone)).toISOString().slice(0, 10);
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const made = { formatter, offsets: new Map<number, number>() };
  zones.set(timeZone, made);
  return made;
}

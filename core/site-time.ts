export interface SiteTime {
  /** `YYYY-MM-DD` */
  day: string;
  /** 0–23 */
  hour: number;
  /** Saturday or Sunday on the wall calendar. */
  weekend: boolean;
}

/** The wall calendar and clock of a site at a moment; `timeZone` is an IANA name. */
export function siteTime(atMs: number, timeZone: string): SiteTime {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(atMs)
      .map((part) => [part.type, part.value]),
  );
  const weekday = parts.get('weekday');
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: Number(parts.get('hour')),
    weekend: weekday === 'Sat' || weekday === 'Sun',
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  });
  formatters.set(timeZone, made);
  return made;
}

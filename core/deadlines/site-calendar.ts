/** A stretch in which a site is open, in minutes of its local day; the end is exclusive, 1440 is midnight. */
export interface OpenHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Opening hours of a site in its own time zone. */
export interface SiteCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** When it is open on a day (`yyyy-MM-dd`), sorted and disjoint; empty when closed. */
  hoursOf(day: string): readonly OpenHours[];
  /** False when the public holidays of the year are not known, so that `hoursOf` took its days for plain weekdays. */
  yearKnown(year: number): boolean;
}

import chineseDays from 'chinese-days';
import type { Courtesy } from '#contract/library/line.ts';

export type Festival = NonNullable<Courtesy['occasion']['festival']>;

/** Names of public holidays as the calendar has them. */
const BY_NAME: Readonly<Record<string, Festival>> = {
  元旦: 'newYear',
  春节: 'springFestival',
  清明: 'qingming',
  劳动节: 'labourDay',
  端午: 'dragonBoat',
  中秋: 'midAutumn',
  国庆节: 'nationalDay',
};

const SOLAR: Readonly<Record<string, Festival>> = {
  '01-01': 'newYear',
  '05-01': 'labourDay',
  '05-02': 'labourDay',
  '10-01': 'nationalDay',
  '10-02': 'nationalDay',
  '10-03': 'nationalDay',
};

const LUNAR: Readonly<Record<string, Festival>> = {
  '1-1': 'springFestival',
  '1-2': 'springFestival',
  '1-3': 'springFestival',
  '1-15': 'lanternFestival',
  '5-5': 'dragonBoat',
  '8-15': 'midAutumn',
};

/**
 * The festival a day (`YYYY-MM-DD`) is greeted with: the day itself, by the lunar or the solar calendar, else any other
 * day off of its holiday as far as holidays are known for the year. Null on ordinary days, and on make-up workdays.
 */
export function festivalOn(day: string): Festival | null {
  return lunarFestival(day) ?? solarFestival(day) ?? dayOff(day);
}

/**
 * Whether the days off of a year are known. They are announced each autumn for the year after; without them the
 * statutory days still count, the days moved around them do not.
 */
export function holidaysKnownFor(year: number): boolean {
  return nameOfDayOff(`${year}-10-01`) !== undefined;
}

function lunarFestival(day: string): Festival | null {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  if (isLeap) return null;
  const tomorrow = chineseDays.getLunarDate(dayAfter(day));
  if (tomorrow.lunarMon === 1 && tomorrow.lunarDay === 1) return 'springFestival';
  return LUNAR[`${lunarMon}-${lunarDay}`] ?? null;
}

function solarFestival(day: string): Festival | null {
  const known = SOLAR[day.slice(5)];
  if (known) return known;
  const year = Number(day.slice(0, 4));
  return chineseDays.getSolarTermDate(year, 4, 'pure_brightness') === day ? 'qingming' : null;
}

function dayOff(day: string): Festival | null {
  const name = nameOfDayOff(day);
  return name === undefined ? null : (BY_NAME[name] ?? null);
}

/** The calendar names a day off 「Spring Festival,春节,4」, and any other day by its weekday. */
function nameOfDayOff(day: string): string | undefined {
  const { work, name } = chineseDays.getDayDetail(day);
  return work ? undefined : name.split(',')[1];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

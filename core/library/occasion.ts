import type { Courtesy } from '#contract/library/line.ts';
import type { SiteTime } from '../site-time.ts';

type DayPart = NonNullable<Courtesy['occasion']['dayPart']>;

/** 早上 to 11, 中午 to 13, 下午 to 18, 晚上 until 5 in the morning. */
export function dayPartAt(hour: number): DayPart {
  if (hour >= 5 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 13) return 'noon';
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}

/**
 * How well a courtesy phrase suits the hour by itself: null when one of its conditions does not hold or cannot be known
 * from the clock (a festival, a returning or an unwell customer), else higher for the more particular. Weekend beats daily.
 */
export function occasionFit({ occasion }: Pick<Courtesy, 'occasion'>, now: SiteTime): number | null {
  if (occasion.festival || occasion.returningCaller || occasion.soundsIll) return null;
  if (occasion.dayPart && occasion.dayPart !== dayPartAt(now.hour)) return null;
  if (occasion.day && (occasion.day === 'weekend') !== now.weekend) return null;
  return (occasion.day === 'weekend' ? 4 : occasion.day ? 1 : 0) + (occasion.dayPart ? 2 : 0);
}

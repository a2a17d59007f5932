import type { z } from 'zod';
import type { Courtesy } from '#contract/library/line.ts';
import type { Channel, tierSchema } from '#contract/vocabulary.ts';
import type { SiteTime } from '../site-time.ts';
import { type Festival, festivalOn } from './festival.ts';

type DayPart = NonNullable<Courtesy['occasion']['dayPart']>;

/** 早上 to 11, 中午 to 13, 下午 to 18, 晚上 until 5 in the morning. */
export function dayPartAt(hour: number): DayPart {
  if (hour >= 5 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 13) return 'noon';
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}

/**
 * How well a courtesy phrase suits the hour by itself: null when one of its conditions does not hold or cannot be known
 * from the clock (a returning or an unwell customer), else higher for the more particular. Festival beats weekend,
 * weekend beats daily.
 */
export function occasionFit({ occasion }: Pick<Courtesy, 'occasion'>, now: SiteTime): number | null {
  if (occasion.returningCaller || occasion.soundsIll) return null;
  if (occasion.festival && occasion.festival !== festivalToday(now.day)) return null;
  if (occasion.dayPart && occasion.dayPart !== dayPartAt(now.hour)) return null;
  if (occasion.day && (occasion.day === 'weekend') !== now.weekend) return null;
  const day = occasion.festival ? 16 : occasion.day === 'weekend' ? 8 : occasion.day ? 1 : 0;
  return day + (occasion.dayPart ? 2 : 0);
}

export interface GreetingWanted {
  /** Unknown: only greetings for everybody. */
  tier?: z.infer<typeof tierSchema> | undefined;
  channel: Channel;
  now: SiteTime;
}

/**
 * The greeting for this customer now: the one that fits the day best, among equals one made for the tier, then the
 * first. Null when none fits. Whether a greeting is in force is the caller's to see to.
 */
export function chooseGreeting(courtesies: readonly Courtesy[], wanted: GreetingWanted): Courtesy | null {
  let best: { courtesy: Courtesy; score: number } | null = null;
  for (const courtesy of courtesies) {
    const score = greetingScore(courtesy, wanted);
    if (score !== null && (best === null || score > best.score)) best = { courtesy, score };
  }
  return best?.courtesy ?? null;
}

function greetingScore(courtesy: Courtesy, { tier, channel, now }: GreetingWanted): number | null {
  if (courtesy.courtesyKind !== 'greeting' || !courtesy.channels.includes(channel)) return null;
  const forTier = courtesy.tiers.length > 0;
  if (forTier && (tier === undefined || !courtesy.tiers.includes(tier))) return null;
  const fit = occasionFit(courtesy, now);
  return fit === null ? null : 2 * fit + (forTier ? 1 : 0);
}

/** A list of greetings asks for the same day over and over. */
let last: { day: string; festival: Festival | null } | null = null;

function festivalToday(day: string): Festival | null {
  if (last?.day !== day) last = { day, festival: festivalOn(day) };
  return last.festival;
}

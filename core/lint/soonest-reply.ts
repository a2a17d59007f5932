import { promiseText } from '../conversation/promise-text.ts';
import { deadlineFrom, NoOpenHours } from '../deadlines/deadline.ts';
import type { Circumstances } from './reckoned.ts';

const HALF_HOUR_MS = 1_800_000;

/** A moment that can be kept: within the working hours a green-channel order is answered in, to the half hour. */
export function soonestReplyAtMs({ nowMs, calendar, rules }: Circumstances): number {
  const limit = { clock: 'working', minutes: rules.greenChannelResponseMinutes } as const;
  try {
    const { dueAtMs } = deadlineFrom(nowMs, limit, calendar);
    return Math.ceil(dueAtMs / HALF_HOUR_MS) * HALF_HOUR_MS;
  } catch (error) {
    if (!(error instanceof NoOpenHours)) throw error;
    return nowMs + rules.customerReplyMinutes * 60_000;
  }
}

/** The same in spoken Chinese. */
export function soonestReply(circumstances: Circumstances): string {
  return promiseText(soonestReplyAtMs(circumstances), circumstances.nowMs, circumstances.calendar.timeZone);
}

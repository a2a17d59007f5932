import { promiseText } from '../conversation/promise-text.ts';
import { deadlineFrom, NoOpenHours } from '../deadlines/deadline.ts';
import type { Circumstances } from './reckoned.ts';

/** A time that can be kept, in spoken words: within the working hours a green-channel order is answered in, to the half hour. */
export function soonestReply({ nowMs, calendar, rules }: Circumstances): string {
  const halfHour = 1_800_000;
  const limit = { clock: 'working', minutes: rules.greenChannelResponseMinutes } as const;
  try {
    const { dueAtMs } = deadlineFrom(nowMs, limit, calendar);
    return promiseText(Math.ceil(dueAtMs / halfHour) * halfHour, nowMs, calendar.timeZone);
  } catch (error) {
    if (!(error instanceof NoOpenHours)) throw error;
    return promiseText(nowMs + rules.customerReplyMinutes * 60_000, nowMs, calendar.timeZone);
  }
}

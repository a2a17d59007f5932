import type { DeskNotice, OrderCounts } from '#contract/reminders.ts';

/** Calls back once after some milliseconds; returns how to call it off. */
export type Timer = (ms: number, work: () => void) => () => void;

/** What whoever runs the core gives so that limits can be watched. */
export interface WatchHost {
  readonly timer: Timer;
  /** Shows notices to the people at this desk, and the counts on its badge. */
  tell(notices: readonly DeskNotice[], counts: OrderCounts): void;
}

export const systemTimer: Timer = (ms, work) => {
  const timeout = setTimeout(work, ms);
  return () => clearTimeout(timeout);
};

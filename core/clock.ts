import { performance } from 'node:perf_hooks';

/** Where the core gets its time from: the wall clock for records, the monotonic one for durations; both milliseconds. */
export interface Clock {
  nowMs(): number;
  monotonicMs(): number;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

import type { Clock } from '#core/clock.ts';

export interface FixedClock extends Clock {
  advance(ms: number): void;
  jumpTo(atMs: number): void;
}

/** A clock that stands still until it is told to move; a jump moves the wall clock only, as a person setting the time does. */
export function fixedClock(startMs = Date.UTC(2026, 10, 2, 1, 0, 0)): FixedClock {
  let wallMs = startMs;
  let steadyMs = 0;
  return {
    nowMs: () => wallMs,
    monotonicMs: () => steadyMs,
    advance(ms) {
      wallMs += ms;
      steadyMs += ms;
    },
    jumpTo(atMs) {
      wallMs = atMs;
    },
  };
}

import type { Clock } from '../clock.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Slows down guessing: after five wrong PINs a person's sign-in waits, twice as long after each further one. */
export function createPinTries(clock: Clock) {
  const tries = new Map<string, { wrong: number; openAgainAtMs: number }>();
  return {
    /** Milliseconds until the next try is looked at; 0 when it may be made now. */
    waitMs(personId: string): number {
      return Math.max(0, (tries.get(personId)?.openAgainAtMs ?? 0) - clock.monotonicMs());
    },
    /** Notes a wrong PIN and returns the wait in ms that follows from it. */
    wrong(personId: string): number {
      const wrong = (tries.get(personId)?.wrong ?? 0) + 1;
      const over = wrong - FREE_TRIES;
      const waitMs = over < 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** over);
      tries.set(personId, { wrong, openAgainAtMs: clock.monotonicMs() + waitMs });
      return waitMs;
    },
    right(personId: string): void {
      tries.delete(personId);
    },
  };
}
export type PinTries = ReturnType<typeof createPinTries>;

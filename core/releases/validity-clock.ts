import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import { readReleaseFact, writeReleaseFact } from './signed/release-fact-repo.ts';

const MINUTE_MS = 60_000;
/** A step that a desk which was off for a while takes; a longer one may be a wrong clock. */
const LEAP_MS = 7 * 24 * 60 * MINUTE_MS;
/** A longer step is believed once the clock went on evenly for so long. */
const BELIEVED_AFTER_MS = 60 * MINUTE_MS;
const EVEN_WITHIN_MS = 5 * MINUTE_MS;

interface ValidityClock extends Clock {
  /** The server's time is the truth, also where this clock was ahead of it. */
  heard(serverMs: number): void;
}

/**
 * The time by which wording is valid: never before what this desk has seen, so that setting the clock back brings no line
 * back to life. A clock set years ahead by mistake counts while it stands so, and not for good.
 */
export function createValidityClock(db: WriteHandle, clock: Clock): ValidityClock {
  let leap: { readonly atMs: number; readonly monotonicMs: number } | null = null;

  function believed(nowMs: number, seenMs: number): boolean {
    if (nowMs - seenMs <= LEAP_MS) return true;
    const since = clock.monotonicMs() - (leap?.monotonicMs ?? 0);
    if (leap === null || Math.abs(nowMs - leap.atMs - since) > EVEN_WITHIN_MS) {
      leap = { atMs: nowMs, monotonicMs: clock.monotonicMs() };
      return false;
    }
    return since >= BELIEVED_AFTER_MS;
  }

  return {
    monotonicMs: clock.monotonicMs,
    nowMs() {
      const nowMs = clock.nowMs();
      const seenMs = readReleaseFact(db, 'seenMs');
      if (seenMs !== null && seenMs >= nowMs) return seenMs;
      const sameMinute = seenMs !== null && Math.floor(seenMs / MINUTE_MS) === Math.floor(nowMs / MINUTE_MS);
      if (!sameMinute && believed(nowMs, seenMs ?? nowMs)) writeReleaseFact(db, 'seenMs', nowMs);
      return nowMs;
    },
    heard(serverMs) {
      leap = null;
      writeReleaseFact(db, 'seenMs', Math.floor(serverMs));
    },
  };
}

const FIRST_MS = 100;
const LONGEST_MS = 15_000;
/** A core that ran this long before it died is taken for a fresh trouble, not for the same one again. */
export const SETTLED_MS = 60_000;

/** Waiting time in ms before start number `attempt` (1 = the first restart): short at first, doubling, bounded. */
export function restartDelayMs(attempt: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt - 1));
}

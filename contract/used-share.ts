// Apart from the schemas: the window draws the share of every limit and has no use for what checks them.
import type { DeadlineView } from './deadlines.ts';

/** How much of a limit is used up on its own clock at a moment, 0 to 1. */
export function usedShare({ stretches, limit }: DeadlineView, nowMs: number): number {
  let used = 0;
  for (const { fromMs, toMs } of stretches) used += Math.max(0, Math.min(nowMs, toMs) - fromMs);
  return Math.min(1, used / (limit.minutes * 60_000));
}

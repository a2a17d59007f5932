import type { LimitMoment, WorkOrder } from '../work-orders/order-state.ts';
import type { ClockSetback } from './setback-repo.ts';

/** Time servers put clocks right by fractions of a second all day; only more than this is a clock that was set. */
export const SETBACK_MS = 60_000;

/** What the clock of this desk has been through. */
export interface ClockInForce {
  readonly nowMs: number;
  readonly installId: string;
  /** Every time it was set back, with the place in this desk's journal. */
  readonly setbacks: readonly ClockSetback[];
}

/**
 * Whether the clock in force has told of it. An own telling no longer counts when this desk's clock was set back behind its
 * moment afterwards, and another desk's not while it lies ahead of the clock here: that clock was wrong, and the limit is still
 * to come. `momentAtMs` is when it was to be told. "Afterwards" goes by the journal's sequence, never by a clock.
 */
export function wasTold(
  order: Pick<WorkOrder, 'toldLimits'>,
  what: LimitMoment,
  momentAtMs: number,
  { nowMs, installId, setbacks }: ClockInForce,
): boolean {
  return order.toldLimits.some((told) => {
    if (told.limit !== what.limit || told.moment !== what.moment || told.dueAtMs !== what.dueAtMs) return false;
    if (told.installId !== installId) return told.atMs <= nowMs + SETBACK_MS;
    return !setbacks.some((back) => back.toAtMs < momentAtMs && isBehind(told, back));
  });
}

const isBehind = (one: { epoch: number; seq: number }, other: { epoch: number; seq: number }): boolean =>
  one.epoch < other.epoch || (one.epoch === other.epoch && one.seq < other.seq);

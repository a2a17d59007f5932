import type { OrderFigures } from '../work-orders/order-figures.ts';
import type { LimitMoment, ToldLimit } from '../work-orders/order-state.ts';
import { type ClockInForce, wasTold } from './told-limits.ts';

/** A promise that no order carries: by when, and since when it stands. */
export interface StandingPromise {
  readonly dueAtMs: number;
  readonly sinceMs: number;
}

interface PromiseMoment extends LimitMoment {
  readonly atMs: number;
}

/** When a promise is told of: ahead of its time, where there was more time than that, and at it. */
export function promiseMoments(
  { dueAtMs, sinceMs }: StandingPromise,
  { reminderBeforeMinutes }: Pick<OrderFigures, 'reminderBeforeMinutes'>,
): PromiseMoment[] {
  const beforeAtMs = dueAtMs - reminderBeforeMinutes * 60_000;
  const atLimit: PromiseMoment = { limit: 'reply', moment: 'atLimit', dueAtMs, atMs: dueAtMs };
  if (beforeAtMs <= sinceMs) return [atLimit];
  return [{ limit: 'reply', moment: 'before', dueAtMs, atMs: beforeAtMs }, atLimit];
}

/** What has to be told of it now, by the rules that hold for the limits of orders (see told-limits.ts). */
export function duePromiseMoments(
  promise: StandingPromise,
  told: readonly ToldLimit[],
  figures: Pick<OrderFigures, 'reminderBeforeMinutes'>,
  clock: ClockInForce,
): PromiseMoment[] {
  return promiseMoments(promise, figures).filter(
    (one) =>
      one.atMs <= clock.nowMs &&
      (one.moment === 'atLimit' || clock.nowMs < one.dueAtMs) &&
      !wasTold({ toldLimits: told }, one, one.atMs, clock),
  );
}

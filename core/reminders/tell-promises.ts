import type { Person } from '#contract/people.ts';
import { type DeskNotice, promiseTold } from '#contract/reminders.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { OrderFigures } from '../work-orders/order-figures.ts';
import { isTakenBy, openPromises } from '../work-orders/shifts/open-promises.ts';
import { duePromiseMoments, promiseMoments, type StandingPromise } from './plan-promises.ts';
import { toldOfPromise } from './promise-repo.ts';
import type { ClockInForce } from './told-limits.ts';

interface ToldPromises {
  readonly notices: readonly DeskNotice[];
  /** The next moment at which a promise is to be told of, or null. */
  readonly nextAtMs: number | null;
}

/**
 * Tells of promises that no open order carries; each telling is an event first, so that nothing is told twice. One made at
 * another desk is told where whoever has it now sits.
 */
export function tellPromises(
  { db, journal }: { readonly db: WriteHandle; readonly journal: Journal },
  figures: OrderFigures,
  clock: ClockInForce,
  person: Pick<Person, 'id' | 'role'> | null,
): ToldPromises {
  const notices: DeskNotice[] = [];
  let nextAtMs: number | null = null;
  for (const open of openPromises(db, journal.fields)) {
    const { state } = open;
    if (!state.promise || (state.elsewhere && (person === null || !isTakenBy(person, open)))) continue;
    const { id: conversationId } = state;
    const standing: StandingPromise = {
      dueAtMs: state.promise.dueAtMs,
      sinceMs: state.finishedAtMs ?? state.startedAtMs,
    };
    const due = duePromiseMoments(standing, toldOfPromise(db, conversationId), figures, clock);
    if (due.length > 0) {
      journal.transaction(null, (tx) => {
        for (const { moment, dueAtMs } of due) tx.append(promiseTold, { conversationId, moment, dueAtMs });
      });
    }
    notices.push(...due.map(({ moment, dueAtMs }): DeskNotice => ({ kind: 'promise', moment, dueAtMs })));
    for (const { atMs } of promiseMoments(standing, figures)) {
      if (atMs > clock.nowMs && (nextAtMs === null || atMs < nextAtMs)) nextAtMs = atMs;
    }
  }
  return { notices, nextAtMs };
}

import { clockWentBack, type DeskNotice, type OrderCounts } from '#contract/reminders.ts';
import { limitTold } from '#contract/work-orders/events.ts';
import { shiftPrompted } from '#contract/work-orders/shifts.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { findPerson } from '../people/people-repo.ts';
import { isHeldBy } from '../work-orders/held-orders.ts';
import type { OrderRules } from '../work-orders/order-figures.ts';
import type { WorkOrder } from '../work-orders/order-state.ts';
import { shiftEnds } from '../work-orders/shifts/closing.ts';
import { openPromises } from '../work-orders/shifts/open-promises.ts';
import { wasPrompted } from '../work-orders/shifts/shift-repo.ts';
import { listWorkOrders } from '../work-orders/work-order-repo.ts';
import { countOrders } from './count-orders.ts';
import { dueReminders, nextReminderAtMs } from './plan-reminders.ts';
import { listSetbacks } from './setback-repo.ts';
import { tellPromises } from './tell-promises.ts';
import { type ClockInForce, SETBACK_MS } from './told-limits.ts';
import type { Timer } from './watch-host.ts';

export interface ReminderRunnerParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timer: Timer;
  rules(): OrderRules;
  /** Who sits at the desk now. */
  personId(): string | null;
  /** Shows it to the people at this desk. */
  tell(notices: readonly DeskNotice[], counts: OrderCounts): void;
  onError(error: unknown): void;
}

export interface ReminderRunner {
  /** Looks at the clock now: tells what is due, notices a clock that went back, and sets the next look. */
  look(): void;
  stop(): void;
}

/** A sleeping PC, a set clock and a restart all show in the wall clock only, so it is looked at again after this long at most. */
const LOOK_EVERY_MS = 30_000;
/** As many of the newest events are looked through for the latest time that was seen before a start. */
const LOOKED_BACK = 64;

/** Keeps every promise of every open order in view. What it tells is an event first, so that nothing is told twice. */
export function runReminders(parts: ReminderRunnerParts): ReminderRunner {
  const { db, journal, clock, timer } = parts;
  let latestMs = latestSeenMs(journal) ?? clock.nowMs();
  let callOff: (() => void) | null = null;
  let looking = false;
  let stopped = false;

  const lookSoon = (events: readonly { kind: string }[]): void => {
    if (
      looking ||
      !events.some(({ kind }) => /^(?:workOrder|siteRules|conversation|sharedConversation|shift)\./.test(kind))
    )
      return;
    schedule(0);
  };
  const stopListening = [journal.onCommitted(lookSoon), journal.onForeign(lookSoon)];

  function look(): void {
    if (stopped) return;
    callOff?.();
    callOff = null;
    let next = LOOK_EVERY_MS;
    looking = true;
    try {
      const nowMs = clock.nowMs();
      const notices: DeskNotice[] = clockNotices(nowMs);
      const { figures, calendar } = parts.rules();
      const settledSinceMs = Number.MAX_SAFE_INTEGER;
      const orders = listWorkOrders(db, journal.fields, { state: null, settledSinceMs });
      const inForce = { nowMs, installId: journal.health().installId, setbacks: listSetbacks(db) };
      notices.push(...orders.flatMap((order) => tellLimits(order, inForce)));
      const personId = parts.personId();
      const person = personId === null ? null : findPerson(db, journal.fields, personId);
      const promises = tellPromises({ db, journal }, figures, inForce, person);
      notices.push(...promises.notices);
      notices.push(...shiftNotices(orders, shiftEnds(nowMs, calendar, figures.reminderBeforeMinutes)));
      parts.tell(notices, countOrders(orders, figures, nowMs));
      const nextMs = Math.min(
        nextReminderAtMs(orders, figures, nowMs) ?? nowMs + LOOK_EVERY_MS,
        promises.nextAtMs ?? nowMs + LOOK_EVERY_MS,
      );
      next = Math.min(LOOK_EVERY_MS, nextMs - nowMs);
    } catch (error) {
      // A full disk, say: the next look tries again, and nothing counts as told that was not stored.
      parts.onError(error);
    } finally {
      looking = false;
    }
    schedule(next);
  }

  function clockNotices(nowMs: number): DeskNotice[] {
    const before = latestMs;
    latestMs = nowMs;
    if (nowMs >= before - SETBACK_MS) {
      latestMs = Math.max(before, nowMs);
      return [];
    }
    const setback = { fromAtMs: before, toAtMs: nowMs };
    journal.transaction(null, (tx) => tx.append(clockWentBack, setback));
    return [{ kind: 'clockWentBack', ...setback }];
  }

  /** Once for a closing time, to whoever sits here with something in hand. */
  function shiftNotices(orders: readonly WorkOrder[], endsAtMs: number | null): DeskNotice[] {
    const personId = parts.personId();
    if (endsAtMs === null || personId === null || wasPrompted(db, endsAtMs)) return [];
    const promised = openPromises(db, journal.fields).filter(({ keeperId }) => keeperId === personId);
    const open = orders.filter((order) => isHeldBy(order, personId)).length + promised.length;
    if (open === 0) return [];
    journal.transaction(null, (tx) => tx.append(shiftPrompted, { endsAtMs }));
    return [{ kind: 'shiftEnds', endsAtMs, open }];
  }

  /** Each order by itself: one that cannot be stored does not keep the others from being told. */
  function tellLimits(order: WorkOrder, inForce: ClockInForce): DeskNotice[] {
    const due = dueReminders(order, parts.rules().figures, inForce);
    if (due.length === 0) return [];
    journal.transaction(null, (tx) => {
      for (const [index, { limit, moment, dueAtMs, tell }] of due.entries()) {
        tx.append(limitTold, {
          workOrderId: order.id,
          orderRevision: order.revision + 1 + index,
          limit,
          moment,
          dueAtMs,
          tell: [...tell],
        });
      }
    });
    return due.map(({ limit, moment, dueAtMs }) => ({
      kind: 'limit',
      workOrderId: order.id,
      number: order.number,
      limit,
      moment,
      dueAtMs,
    }));
  }

  function schedule(ms: number): void {
    if (stopped) return;
    callOff?.();
    callOff = timer(ms, look);
  }

  return {
    look,
    stop() {
      stopped = true;
      for (const stop of stopListening) stop();
      callOff?.();
    },
  };
}

/**
 * The latest time among the newest events: a restart notices a clock that was set back in between, although the first events
 * of this start already carry the earlier time. What lies before a setback that was told of counts no more.
 */
function latestSeenMs(journal: Journal): number | null {
  const { epoch, seq } = journal.head();
  if (seq === 0) return null;
  const newest = journal.read({ epoch, seq: Math.max(1, seq - LOOKED_BACK + 1) }, LOOKED_BACK);
  const from = newest.findLastIndex(({ kind }) => kind === clockWentBack.kind);
  const times = newest.slice(Math.max(0, from)).map(({ atMs }) => atMs);
  return times.length === 0 ? null : Math.max(...times);
}

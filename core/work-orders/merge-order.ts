import type { OrderRefusal } from '#contract/work-orders/terms.ts';
import { evolveOrder, type OrderChange } from './evolve-order.ts';
import type { WorkOrder } from './order-state.ts';
import { stepGate } from './step-gate.ts';

/** One stored event of an order, from whichever desk. */
export interface OrderEntry {
  readonly eventId: string;
  readonly installId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly atMs: number;
  readonly personId: string | null;
  readonly change: OrderChange;
}

/** A step that lost against one taken elsewhere at the same time: it stays in the history, with the reason. */
export interface Superseded {
  readonly eventId: string;
  readonly reason: OrderRefusal;
  /** Whose step it was and at which desk, and who had moved the order on before it. */
  readonly personId: string | null;
  readonly installId: string;
  readonly movedBy: string | null;
}

export interface MergedOrder {
  readonly order: WorkOrder;
  readonly superseded: readonly Superseded[];
}

/**
 * The one order of steps on every desk: first by revision (a step taken in knowledge of another comes after it), then by
 * clock, then by desk and its own sequence. A clock that is wrong can only decide between steps that did not know of each other.
 */
export function compareEntries(one: OrderEntry, other: OrderEntry): number {
  return (
    one.change.payload.orderRevision - other.change.payload.orderRevision ||
    one.atMs - other.atMs ||
    compareText(one.installId, other.installId) ||
    one.epoch - other.epoch ||
    one.seq - other.seq
  );
}

/** Applies the next step in that order; one whose gate is closed by now is superseded and changes nothing but the revision. */
export function applyEntry(merged: MergedOrder, { change, eventId, ...by }: OrderEntry): MergedOrder {
  const { order, superseded } = merged;
  // What a desk told stands, also where another told the same: each went by its own clock (see reminders/told-limits.ts).
  const reason = change.type === 'limitTold' ? null : stepGate(order, change, by.personId);
  if (reason !== null) {
    const lost = { eventId, reason, personId: by.personId, installId: by.installId, movedBy: order.movedBy };
    return { order: seen(order, change), superseded: [...superseded, lost] };
  }
  return { order: evolveOrder(order, change, by), superseded };
}

/** Folds all steps of an order, in whatever order they came in. */
export function mergeOrder(drafted: WorkOrder, entries: readonly OrderEntry[]): MergedOrder {
  return entries.toSorted(compareEntries).reduce(applyEntry, { order: drafted, superseded: [] } as MergedOrder);
}

function seen(order: WorkOrder, change: OrderChange): WorkOrder {
  return { ...order, revision: Math.max(order.revision, change.payload.orderRevision) };
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitTold, orderEvents, workOrderOpened } from '#contract/work-orders/events.ts';
import { type StepType, stepTypeSchema } from '#contract/work-orders/steps.ts';
import type { WriteHandle } from '#core/db/open.ts';
import type { OpenEvent } from '#core/journal/event.ts';
import { decideOrder } from '#core/work-orders/decide-order.ts';
import type { OrderChange } from '#core/work-orders/evolve-order.ts';
import {
  applyEntry,
  compareEntries,
  type MergedOrder,
  mergeOrder,
  type OrderEntry,
} from '#core/work-orders/merge-order.ts';
import { workOrdersProjection } from '#core/work-orders/projection.ts';
import { findMerged } from '#core/work-orders/work-order-repo.ts';
import { count } from '#tests/counts.ts';
import { addEveryTable } from '#tests/harness/add-every-table.ts';
import { openJournal } from '#tests/harness/open-journal.ts';
import { draft, roles, rules, START_MS, sampleStep } from './order-fixtures.ts';

interface Desk {
  merged: MergedOrder;
  seq: number;
  readonly installId: string;
  /** How far this desk's clock is off. */
  readonly skewMs: number;
}

/** One step at one desk, decided on what that desk knows; null when its own gate refuses it. */
function take(desk: Desk, type: StepType, role: (typeof roles)[number], atMs: number): OrderEntry | null {
  const actor = { personId: `${role}-${desk.installId}`, role, atMs: atMs + desk.skewMs };
  const decided = decideOrder(desk.merged.order, sampleStep(type), actor, rules);
  if ('refused' in decided) return null;
  desk.seq += 1;
  const { installId, seq } = desk;
  const eventId = `${installId}-${seq}`;
  const entry: OrderEntry = { eventId, installId, epoch: 1, seq, ...actor, change: decided.step };
  desk.merged = applyEntry(desk.merged, entry);
  return entry;
}

const fresh = (installId: string, skewMs = 0): Desk => ({
  installId,
  skewMs,
  seq: 0,
  merged: { order: draft(), superseded: [] },
});

const actions = fc.array(
  fc.record({
    type: fc.constantFrom(...stepTypeSchema.options),
    role: fc.constantFrom(...roles),
    desk: fc.nat({ max: 1 }),
    sync: fc.nat({ max: 9 }),
  }),
  { minLength: 40, maxLength: 60 },
);

describe('two desks on one order', () => {
  test('come to the same order whichever way their steps arrive, and nothing gets lost', () => {
    let superseded = 0;
    fc.assert(
      fc.property(
        actions,
        fc.integer({ min: -86_400_000, max: 86_400_000 }),
        fc.infiniteStream(fc.nat()),
        (steps, skewMs, random) => {
          const desks = [fresh('install-a'), fresh('install-b', skewMs)];
          const all: OrderEntry[] = [];
          for (const [index, { type, role, desk, sync }] of steps.entries()) {
            const at = desks[desk];
            const entry = at ? take(at, type, role, START_MS + index * 60_000) : null;
            if (entry) all.push(entry);
            // Now and then the network is there.
            if (sync === 0) for (const each of desks) each.merged = mergeOrder(draft(), all);
          }
          const straight = mergeOrder(draft(), all);
          expect(mergeOrder(draft(), shuffled(all, random))).toEqual(straight);
          // A desk that takes entries in one by one, folding again where one belongs before others, ends there too.
          const arrived: OrderEntry[] = [];
          let byOne: MergedOrder = { order: draft(), superseded: [] };
          for (const entry of shuffled(all, random)) {
            const last = arrived.every((other) => compareEntries(other, entry) < 0);
            arrived.push(entry);
            byOne = last ? applyEntry(byOne, entry) : mergeOrder(draft(), arrived);
          }
          expect(byOne).toEqual(straight);
          superseded += straight.superseded.length;
        },
      ),
      { numRuns: Math.ceil(count('orderMerges')) },
    );
    expect(superseded).toBeGreaterThan(0);
  });

  test('signing for one at two desks: the first counts, the other keeps its step in the history with the reason', () => {
    const dispatched = draft({ state: 'dispatched', department: 'provinceNetwork', revision: 2 });
    const [one, other] = [fresh('install-a'), fresh('install-b')];
    for (const desk of [one, other]) desk.merged = { order: dispatched, superseded: [] };
    const later = take(one, 'signFor', 'handler', START_MS + 60_000);
    const sooner = take(other, 'signFor', 'handler', START_MS);
    if (!later || !sooner) throw new Error('both desks may sign');
    const merged = mergeOrder(dispatched, [later, sooner]);
    expect(merged.order).toMatchObject({ state: 'signedFor', handlerId: 'handler-install-b' });
    expect(merged.superseded).toMatchObject([
      { eventId: later.eventId, reason: 'wrongState', personId: 'handler-install-a', movedBy: 'handler-install-b' },
    ]);
  });

  test('a step taken in knowledge of another comes after it, however wrong the clock', () => {
    const desk = fresh('install-a');
    const first = take(desk, 'dispatch', 'lead', START_MS);
    const slow = { ...fresh('install-b', -400 * 86_400_000), merged: desk.merged };
    const second = take(slow, 'signFor', 'handler', START_MS + 60_000);
    if (!first || !second) throw new Error('both steps are taken');
    expect(mergeOrder(draft(), [second, first])).toMatchObject({ order: { state: 'signedFor' }, superseded: [] });
  });

  test('the stored projection is the same for every interleaving of two journals', () => {
    const desks = [fresh('install-a'), fresh('install-b', 3_600_000)];
    const script: readonly [number, StepType, (typeof roles)[number]][] = [
      [0, 'dispatch', 'lead'],
      [1, 'dispatch', 'administrator'],
      [0, 'signFor', 'handler'],
      [1, 'note', 'agent'],
      [1, 'signFor', 'handler'],
      [0, 'verify', 'handler'],
      [1, 'tellCustomer', 'agent'],
      [0, 'handle', 'handler'],
    ];
    const journals: OrderEntry[][] = [[], []];
    for (const [index, [at, type, role]] of script.entries()) {
      const desk = desks[at];
      const entry = desk ? take(desk, type, role, START_MS + index * 60_000) : null;
      if (entry) journals[at]?.push(entry);
    }
    const results = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), fc.nat({ max: 8 }), (turns, draftAt) => {
        const { db, journal } = openJournal(undefined, { prepare: addEveryTable });
        const [a = [], b = []] = journals.map((entries) => [...entries]);
        const order: (OrderEntry | null)[] = [];
        for (const turn of turns) order.push((turn ? a.shift() : b.shift()) ?? a.shift() ?? b.shift() ?? null);
        const merged = order.filter((entry) => entry !== null);
        for (const [index, entry] of merged.entries()) {
          if (index === draftAt) apply(db, journal.fields, draftEvent());
          apply(db, journal.fields, eventOf(entry));
        }
        if (merged.length <= draftAt) apply(db, journal.fields, draftEvent());
        results.add(JSON.stringify(findMerged(db, journal.fields, 'order-1')));
      }),
      { numRuns: 6 },
    );
    expect(results.size).toBe(1);
    expect([...results][0]).toContain('"wrongState"');
  });
});

function shuffled<Item>(items: readonly Item[], random: Iterable<number>): Item[] {
  const numbers = random[Symbol.iterator]();
  return items
    .map((item) => ({ item, key: numbers.next().value as number }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

type Seal = Parameters<typeof findMerged>[1];

function apply(db: WriteHandle, seal: Seal, event: OpenEvent): void {
  workOrdersProjection.apply.get(event.kind)?.(db, event, seal);
}

const bytes = new Uint8Array(32);

function eventOf({ eventId, installId, epoch, seq, atMs, personId, change }: OrderEntry): OpenEvent {
  const { kind, schemaVersion } = declarationOf(change);
  const columns = { installId, epoch, seq, atMs, personId, kind, schemaVersion, payload: change.payload };
  return { ...columns, id: eventId, subjectIds: [], salt: bytes, commitment: bytes, hash: bytes };
}

function declarationOf(change: OrderChange): { kind: string; schemaVersion: number } {
  return change.type === 'limitTold' ? limitTold : orderEvents[change.type];
}

function draftEvent(): OpenEvent {
  const order = draft();
  const { kind, schemaVersion } = workOrderOpened;
  const { number, category, matter, channel, customerName, customerNumber, fields } = order;
  return {
    installId: 'install-a',
    epoch: 1,
    seq: 0,
    id: 'draft',
    atMs: START_MS,
    personId: 'agent-1',
    kind,
    schemaVersion,
    payload: {
      workOrderId: order.id,
      abnormal: false,
      promisedAtMs: null,
      promiseText: null,
      conversationId: null,
      source: 'hotline',
      trigger: 'demand',
      orderKind: 'network',
      green: null,
      responseDue: null,
      ...{ number, category, matter, channel, customerName, customerNumber, fields },
    },
    subjectIds: [],
    salt: bytes,
    commitment: bytes,
    hash: bytes,
  };
}

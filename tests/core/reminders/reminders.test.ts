import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskNotice } from '#contract/reminders.ts';
import { orderEvents, workOrderOpened } from '#contract/work-orders/events.ts';
import { remindersProjection } from '#core/reminders/projection.ts';
import { runReminders } from '#core/reminders/reminder-runner.ts';
import { listSetbacks, unseenSetback } from '#core/reminders/setback-repo.ts';
import { workOrdersProjection } from '#core/work-orders/projection.ts';
import { findMerged } from '#core/work-orders/work-order-repo.ts';
import { draft, HOUR_MS, rules, START_MS } from '#tests/core/work-orders/order-fixtures.ts';
import { count } from '#tests/counts.ts';
import { addEveryTable } from '#tests/harness/add-every-table.ts';
import { openJournal, testFolder } from '#tests/harness/open-journal.ts';

const MINUTE_MS = 60_000;

/** A desk with its limits watched: a clock and a timer that move only by hand. */
function watchedDesk(folder = testFolder(), startMs = START_MS) {
  const opened = openJournal(folder, {
    projections: [workOrdersProjection, remindersProjection],
    prepare: addEveryTable,
  });
  const { db, journal, clock } = opened;
  clock.jumpTo(startMs);
  const told: DeskNotice[] = [];
  let due: { atMs: number; work: () => void } | null = null;
  const runner = runReminders({
    db,
    journal,
    clock,
    rules: () => rules,
    personId: () => null,
    tell: (notices) => told.push(...notices),
    onError(error) {
      throw error;
    },
    timer(ms, work) {
      const mine = { atMs: clock.monotonicMs() + ms, work };
      due = mine;
      return () => {
        if (due === mine) due = null;
      };
    },
  });
  return {
    ...opened,
    told,
    runner,
    limits: () => told.flatMap((notice) => (notice.kind === 'limit' ? [`${notice.limit} ${notice.moment}`] : [])),
    /** Time passes as it does while the PC is awake. */
    pass(ms: number): void {
      const end = clock.monotonicMs() + ms;
      while (due && due.atMs <= end) {
        const { atMs, work } = due;
        due = null;
        clock.advance(atMs - clock.monotonicMs());
        work();
      }
      clock.advance(end - clock.monotonicMs());
    },
    openGreen(): void {
      const { responseDue } = draft({ greenService: 'booking' });
      const order = draft({ greenService: 'booking', category: 'other' });
      const { number, category, matter, channel, customerName, customerNumber, fields, green } = order;
      journal.transaction('lead-1', (tx) =>
        tx.append(workOrderOpened, {
          ...{ number, category, matter, channel, customerName, customerNumber, green, responseDue },
          workOrderId: 'order-1',
          fields: [...fields],
          abnormal: false,
          promisedAtMs: null,
          promiseText: null,
          conversationId: null,
          source: 'hotline',
          trigger: 'demand',
          orderKind: 'other',
        }),
      );
    },
    preHandle(): void {
      journal.transaction('handler-1', (tx) =>
        tx.append(orderEvents.preHandle, {
          workOrderId: 'order-1',
          orderRevision: 9,
          actingAs: 'handler',
          text: '约好了',
        }),
      );
    },
    order: () => findMerged(db, journal.fields, 'order-1')?.order,
  };
}

// A green order opened on Monday at 9 has four working hours, till 13:00, and its reply in 48 hours.
describe('reminders', () => {
  test('come half an hour before a limit and at it, once each, with the order carrying both', () => {
    const desk = watchedDesk();
    desk.runner.look();
    desk.openGreen();
    desk.pass(3 * HOUR_MS + 29 * MINUTE_MS);
    expect(desk.limits()).toEqual([]);
    desk.pass(2 * MINUTE_MS);
    expect(desk.limits()).toEqual(['response before']);
    desk.pass(HOUR_MS);
    expect(desk.limits()).toEqual(['response before', 'response atLimit']);
    desk.pass(5 * HOUR_MS);
    expect(desk.limits()).toHaveLength(2);
    expect(desk.order()?.toldLimits).toHaveLength(2);
  });

  test('do not come when what was due was done', () => {
    const desk = watchedDesk();
    desk.runner.look();
    desk.openGreen();
    desk.pass(3 * HOUR_MS);
    desk.preHandle();
    desk.pass(3 * HOUR_MS);
    expect(desk.limits()).toEqual([]);
  });

  test('a PC that slept through the deadline tells of it right after waking, as over', () => {
    const desk = watchedDesk();
    desk.runner.look();
    desk.openGreen();
    desk.pass(HOUR_MS);
    // Asleep the wall clock goes on and the timers do not.
    desk.clock.jumpTo(START_MS + 9 * HOUR_MS);
    desk.pass(MINUTE_MS);
    expect(desk.limits()).toEqual(['response atLimit']);
    desk.pass(HOUR_MS);
    expect(desk.limits()).toHaveLength(1);
  });

  test('a restart at the very deadline loses nothing and tells nothing twice', () => {
    const folder = testFolder();
    const before = watchedDesk(folder);
    before.runner.look();
    before.openGreen();
    before.pass(3 * HOUR_MS + 31 * MINUTE_MS);
    expect(before.limits()).toEqual(['response before']);
    before.runner.stop();
    before.close();
    const after = watchedDesk(folder, START_MS + 4 * HOUR_MS);
    after.runner.look();
    expect(after.limits()).toEqual(['response atLimit']);
    after.runner.stop();
    after.close();
    const third = watchedDesk(folder, START_MS + 4 * HOUR_MS + 1);
    third.runner.look();
    third.pass(HOUR_MS);
    expect(third.limits()).toEqual([]);
  });

  test('a clock set back behind a reminder is told once; the reminder comes again when that clock reaches it, and no more', () => {
    const desk = watchedDesk();
    desk.runner.look();
    desk.openGreen();
    desk.pass(3 * HOUR_MS + 31 * MINUTE_MS);
    desk.clock.jumpTo(START_MS + 2 * HOUR_MS);
    desk.pass(MINUTE_MS);
    expect(desk.told.filter(({ kind }) => kind === 'clockWentBack')).toHaveLength(1);
    expect(unseenSetback(desk.db)).toMatchObject({ toAtMs: expect.any(Number) });
    desk.pass(3 * HOUR_MS);
    expect(desk.limits()).toEqual(['response before', 'response before', 'response atLimit']);
    expect(desk.told.filter(({ kind }) => kind === 'clockWentBack')).toHaveLength(1);
  });

  test('a clock set back only a little, not behind what was told, repeats nothing', () => {
    const desk = watchedDesk();
    desk.runner.look();
    desk.openGreen();
    desk.pass(3 * HOUR_MS + 50 * MINUTE_MS);
    desk.clock.jumpTo(START_MS + 3 * HOUR_MS + 35 * MINUTE_MS);
    desk.pass(HOUR_MS);
    expect(desk.limits()).toEqual(['response before', 'response atLimit']);
  });

  test('a limit that a clock set forward told of too early is told again when it really comes', () => {
    const desk = watchedDesk();
    desk.runner.look();
    desk.openGreen();
    desk.pass(HOUR_MS);
    desk.clock.jumpTo(START_MS + 6 * HOUR_MS);
    desk.pass(MINUTE_MS);
    expect(desk.limits()).toEqual(['response atLimit']);
    desk.clock.jumpTo(START_MS + HOUR_MS);
    desk.pass(MINUTE_MS);
    expect(desk.limits()).toEqual(['response atLimit']);
    desk.pass(4 * HOUR_MS);
    expect(desk.limits()).toEqual(['response atLimit', 'response before', 'response atLimit']);
  });

  test('a clock set forward by mistake and back again loses no limit', () => {
    const desk = watchedDesk();
    desk.runner.look();
    desk.openGreen();
    desk.pass(HOUR_MS);
    desk.clock.jumpTo(START_MS + 3 * HOUR_MS + 45 * MINUTE_MS);
    desk.pass(MINUTE_MS);
    expect(desk.limits()).toEqual(['response before']);
    desk.clock.jumpTo(START_MS + HOUR_MS);
    desk.pass(4 * HOUR_MS);
    expect(desk.limits()).toEqual(['response before', 'response before', 'response atLimit']);
  });

  test('under any walk of the clock nothing is lost, and nothing is told twice unless the clock was set back behind it', () => {
    const walk = fc.array(
      fc.oneof(
        fc.record({ pass: fc.integer({ min: 1, max: 150 }) }),
        fc.record({ jump: fc.integer({ min: -300, max: 300 }) }),
        fc.record({ restart: fc.boolean() }),
      ),
      { minLength: 4, maxLength: 14 },
    );
    fc.assert(
      fc.property(walk, (steps) => {
        const folder = testFolder();
        let desk = watchedDesk(folder);
        desk.runner.look();
        desk.openGreen();
        for (const step of steps) {
          if ('pass' in step) desk.pass(step.pass * MINUTE_MS);
          else if ('jump' in step) desk.clock.jumpTo(desk.clock.nowMs() + step.jump * MINUTE_MS);
          else {
            const nowMs = desk.clock.nowMs();
            desk.runner.stop();
            desk.close();
            desk = watchedDesk(folder, nowMs);
            desk.runner.look();
          }
        }
        desk.pass(MINUTE_MS);
        judge(desk);
        desk.runner.stop();
        desk.close();
      }),
      { numRuns: count('clockWalks') },
    );
  });

  test('a clock that was set back while the app was closed is noticed at the next start', () => {
    const folder = testFolder();
    const before = watchedDesk(folder, START_MS + HOUR_MS);
    before.openGreen();
    before.close();
    const after = watchedDesk(folder, START_MS);
    after.runner.look();
    expect(after.told).toMatchObject([{ kind: 'clockWentBack', fromAtMs: START_MS + HOUR_MS, toAtMs: START_MS }]);
  });
});

/** Everything the clock in force has reached was told under it, and between two tellings of the same it was set back behind it. */
function judge(desk: ReturnType<typeof watchedDesk>): void {
  const order = desk.order();
  if (!order) throw new Error('the order is there');
  const nowMs = desk.clock.nowMs();
  const setbacks = listSetbacks(desk.db);
  const dueAtMs = order.responseDue?.dueAtMs ?? 0;
  for (const moment of ['before', 'atLimit'] as const) {
    const momentAtMs = moment === 'before' ? dueAtMs - 30 * MINUTE_MS : dueAtMs;
    const backs = setbacks.filter(({ toAtMs }) => toAtMs < momentAtMs).map(({ seq }) => seq);
    const told = order.toldLimits.filter((one) => one.limit === 'response' && one.moment === moment);
    for (const [index, { seq }] of told.entries()) {
      const before = told[index - 1];
      if (before) expect(backs.some((back) => back > before.seq && back < seq)).toBe(true);
    }
    const due = nowMs >= momentAtMs && (moment === 'atLimit' || nowMs < dueAtMs);
    if (due) expect((told.at(-1)?.seq ?? 0) > (backs.at(-1) ?? 0)).toBe(true);
  }
}

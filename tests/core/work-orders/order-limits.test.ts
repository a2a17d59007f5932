import { describe, expect, test } from 'vitest';
import { evolveOrder } from '#core/work-orders/evolve-order.ts';
import { callbackDue, openLimits, responseDue } from '#core/work-orders/order-limits.ts';
import { draft, HOUR_MS, rules, START_MS } from './order-fixtures.ts';

const limits = (order: ReturnType<typeof draft>) =>
  openLimits(order, rules.figures).map(({ limit, deadline }) => [limit, (deadline.dueAtMs - START_MS) / HOUR_MS]);
const place = { installId: 'install-a', epoch: 1, seq: 1 };
const step = { workOrderId: 'order-1', actingAs: 'agent' as const };

describe('the limits of an order', () => {
  test('a reply is due in 48 hours, or as promised, whichever is sooner', () => {
    expect(limits(draft())).toEqual([['reply', 48]]);
    expect(limits(draft({ promise: { text: '五小时内', dueAtMs: START_MS + 5 * HOUR_MS } }))).toEqual([['reply', 5]]);
    expect(limits(draft({ promise: { text: '三天内', dueAtMs: START_MS + 72 * HOUR_MS } }))).toEqual([['reply', 48]]);
  });

  test("a department's result is due an hour before the reply, so that it can be rechecked", () => {
    expect(limits(draft({ state: 'signedFor', department: 'provinceNetwork' }))).toEqual([
      ['result', 47],
      ['reply', 48],
    ]);
  });

  test('a time told anew holds from then on', () => {
    const promise = { text: '后天', dueAtMs: START_MS + 60 * HOUR_MS };
    const told = {
      type: 'tellCustomer',
      payload: { ...step, orderRevision: 2, text: '再等等', line: null, promise },
    } as const;
    expect(
      limits(evolveOrder(draft(), told, { atMs: START_MS + 40 * HOUR_MS, personId: 'agent-1', ...place })),
    ).toEqual([['reply', 60]]);
  });

  test('a reopened order counts from its reopening, not from a promise that is long past', () => {
    const closed = draft({ state: 'closed', promise: { text: '今天', dueAtMs: START_MS + 5 * HOUR_MS } });
    const reopened = { type: 'reopen', payload: { ...step, orderRevision: 2, text: '还是不行' } } as const;
    expect(
      limits(evolveOrder(closed, reopened, { atMs: START_MS + 100 * HOUR_MS, personId: 'agent-1', ...place })),
    ).toEqual([['reply', 148]]);
  });

  test("the green channel's response runs over open hours only: what opens at four in the afternoon is due at ten", () => {
    const due = responseDue('normal', START_MS + 7 * HOUR_MS, rules);
    // Monday 16:00 has two hours left till closing; the other two begin on Tuesday at eight.
    expect((due.dueAtMs - START_MS) / HOUR_MS).toBe(25);
    expect(due.stretches).toHaveLength(2);
    expect((responseDue('urgent', START_MS, rules).dueAtMs - START_MS) / HOUR_MS).toBe(1);
  });

  test('every green order is called back within 24 hours of closing, of the others the share that the site sets', () => {
    const called = (green: boolean, percent: number) => {
      const figures = { ...rules.figures, callbackOtherPercent: percent };
      const due = Array.from({ length: 100 }, (_, at) => {
        const number = `261102-${String(at + 1).padStart(3, '0')}`;
        const order = green ? draft({ number, greenService: 'goods' }) : draft({ number });
        return callbackDue(order, START_MS, { ...rules, figures });
      });
      expect(new Set(due.filter((one) => one !== null).map(({ dueAtMs }) => dueAtMs - START_MS))).toEqual(
        new Set(percent > 0 || green ? [24 * HOUR_MS] : []),
      );
      return due.filter((one) => one !== null).length;
    };
    expect(called(true, 0)).toBe(100);
    expect([0, 30, 100].map((percent) => called(false, percent))).toEqual([0, 30, 100]);
  });
});

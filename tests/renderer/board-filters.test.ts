import { describe, expect, test } from 'vitest';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import { type BoardQuery, chosenOrders, groupedOrders } from '#renderer/features/work-orders/board-filters.ts';

const NOW = Date.UTC(2026, 10, 2, 6, 0, 0);
const HOUR = 3_600_000;

function order(number: string, dueInHours: number | null, changed: Partial<WorkOrderSummary> = {}): WorkOrderSummary {
  const dueAtMs = NOW + (dueInHours ?? 0) * HOUR;
  const deadline = {
    dueAtMs,
    limit: { clock: 'elapsed' as const, minutes: 60 },
    stretches: [{ fromMs: NOW - HOUR, toMs: dueAtMs }],
    calendarKnown: true,
  };
  return {
    id: number,
    number,
    revision: 1,
    category: 'network',
    kindLabel: '网络',
    source: 'hotline',
    abnormal: false,
    dissatisfaction: false,
    state: 'drafted',
    settled: dueInHours === null,
    matter: '家里没信号',
    customerShown: '王女士 138****5678',
    draftedAtMs: NOW - HOUR,
    promisedAtMs: null,
    promiseText: null,
    conversationId: null,
    personName: '张敏',
    departmentLabel: null,
    handlerName: null,
    green: null,
    limits: dueInHours === null ? [] : [{ limit: 'reply', deadline, usedShare: 0.5 }],
    returns: 0,
    reopened: 0,
    callback: null,
    mine: false,
    watchedByMe: false,
    watchedAs: [],
    waitsForShift: false,
    lostSteps: 0,
    steps: [],
    ...changed,
  };
}

const all: BoardQuery = { filter: 'all', state: null, category: null, text: '' };
const numbers = (orders: readonly WorkOrderSummary[]) => orders.map(({ number }) => number);

describe('the board', () => {
  const orders = [
    order('261102-001', -1),
    order('261102-002', 0.5),
    order('261102-003', 5, { mine: true, green: { service: 'booking', urgency: 'normal' } }),
    order('261102-004', 12, { category: 'billing', matter: '扣费不对' }),
    order('261101-009', null, { state: 'closed' }),
  ];

  test('groups orders by how close their next limit is, days turning at midnight of the site', () => {
    const grouped = groupedOrders(orders, NOW, 'Asia/Shanghai');
    expect(grouped.map(({ group, orders: rows }) => [group, numbers(rows)])).toEqual([
      ['late', ['261102-001']],
      ['hour', ['261102-002']],
      ['today', ['261102-003']],
      ['later', ['261102-004']],
      ['settled', ['261101-009']],
    ]);
  });

  test('finds an order by part of its number, with or without the dash, by matter and by customer', () => {
    const find = (text: string) => numbers(chosenOrders(orders, { ...all, text }, NOW));
    expect(find('261102-004')).toEqual(['261102-004']);
    expect(find('261102004')).toEqual(['261102-004']);
    expect(find('扣费')).toEqual(['261102-004']);
    expect(find('王女士 003')).toEqual(['261102-003']);
    expect(find('没有这回事')).toEqual([]);
  });

  test('filters leave what they say', () => {
    const filtered = (filter: BoardQuery['filter']) => numbers(chosenOrders(orders, { ...all, filter }, NOW));
    expect(filtered('late')).toEqual(['261102-001']);
    expect(filtered('mine')).toEqual(['261102-003']);
    expect(filtered('green')).toEqual(['261102-003']);
    expect(filtered('recheck')).toEqual([]);
    expect(numbers(chosenOrders(orders, { ...all, category: 'billing' }, NOW))).toEqual(['261102-004']);
    expect(numbers(chosenOrders(orders, { ...all, state: 'closed' }, NOW))).toEqual(['261101-009']);
  });
});

import { describe, expect, test } from 'vitest';
import { findMerged, listWorkOrders } from '#core/work-orders/work-order-repo.ts';
import { agent, openConversations, untilResolve } from '#tests/core/conversation/open-conversations.ts';
import { openCore, signInAs } from '#tests/harness/open-core.ts';

const customer = { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' } as const;
const request = { channel: 'phone', customer } as const;

describe('work orders', () => {
  test('are counted from 001 on every day of the site', () => {
    const opened = openConversations();
    const order = () => {
      const { state } = opened.desk.start(agent, request);
      opened.do(state.id, ...untilResolve);
      return opened.openWorkOrder(state.id);
    };
    expect([order(), order()]).toEqual(['261102-001', '261102-002']);
    // 23:59 in Shanghai is 15:59 UTC.
    opened.clock.jumpTo(Date.UTC(2026, 10, 2, 16, 0, 0));
    expect(order()).toBe('261103-001');
  });

  test('carry a promise that is made or changed after they were drafted', () => {
    const opened = openConversations();
    const { state } = opened.desk.start(agent, request);
    opened.do(state.id, ...untilResolve);
    const number = opened.openWorkOrder(state.id);
    const dueAtMs = opened.clock.nowMs() + 3_600_000 * 5;
    opened.do(state.id, { type: 'setPromise', text: '今天下午四点前', dueAtMs });
    expect(findMerged(opened.db, opened.journal.fields, `order-${number}`)?.order).toMatchObject({
      promise: { dueAtMs, text: '今天下午四点前' },
      customerName: '王女士',
    });
  });

  test('a customer who accepts nothing leads to an abnormal one, with everything captured in words', async () => {
    const opened = openConversations();
    const { state } = opened.desk.start(agent, request);
    opened.do(
      state.id,
      ...untilResolve,
      { type: 'startTable', tableId: 'telecom/table-no-coverage' },
      { type: 'answer', nodeId: 'hereBefore', answerId: 'alwaysBad' },
      { type: 'refuseFinding', nodeId: 'reportArea' },
      { type: 'refuseFinding', nodeId: 'otherAngle' },
    );
    expect(() => opened.openWorkOrder(state.id)).toThrow(expect.objectContaining({ code: 'stepRefused' }));
    expect(listWorkOrders(opened.db, opened.journal.fields, { state: null, settledSinceMs: 0 })).toEqual([]);
    opened.do(state.id, { type: 'captureField', fieldId: 'claimedLoss', value: '误了两单生意' });
    const number = opened.openWorkOrder(state.id);
    const order = findMerged(opened.db, opened.journal.fields, `order-${number}`)?.order;
    expect(order).toMatchObject({ abnormal: true, category: 'network' });
    expect(order?.fields).toContainEqual({
      id: 'cause',
      label: '原因在哪边',
      value: '一时不清',
      personal: false,
    });
  });

  test('an unknown one is not found', async () => {
    const opened = await openCore();
    await signInAs(opened, 'agent');
    await expect(opened.client.workOrders.view({ workOrderId: 'none' })).rejects.toMatchObject({ code: 'notFound' });
    opened.remove();
  });
});

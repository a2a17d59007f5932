import { fireEvent, screen, waitFor } from '@testing-library/react';
import i18next, { type TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { beforeAll, expect, test } from 'vitest';
import type { ShiftView } from '#contract/work-orders/shifts.ts';
import type { WorkOrderSummary, WorkOrderView } from '#contract/work-orders/view.ts';
import { LostSteps, OrderWatch } from '#renderer/features/work-orders/order-watch.tsx';
import { ShiftSheet } from '#renderer/features/work-orders/shift-sheet.tsx';
import { ShiftStrip } from '#renderer/features/work-orders/shift-strip.tsx';
import { showOverCore } from '#tests/renderer/over-core.tsx';
import { wholeWording } from '#tests/renderer/whole-wording.ts';

beforeAll(() => wholeWording('zh-CN'));

const NOW = Date.UTC(2026, 10, 2, 9, 40, 0);

function show(workOrders: Record<string, unknown>, part: ReactNode): void {
  showOverCore(part, {
    workOrders,
    people: { current: async () => ({ id: 'p1', name: '张敏', role: 'agent', hasPin: false, sample: true }) },
    siteRules: { read: async () => ({ rules: { timeZone: 'Asia/Shanghai' } }) },
  });
}

const order = (id: string, matter: string, green: WorkOrderSummary['green'] = null) =>
  ({
    id,
    number: `261102-${id}`,
    matter,
    customerShown: '王女士',
    state: 'drafted',
    promiseText: null,
    green,
    steps: [],
  }) as unknown as WorkOrderSummary;

const shift: ShiftView = {
  endsAtMs: NOW + 20 * 60_000,
  dueNow: true,
  orders: [order('001', '家里没信号'), order('002', '换卡没办成', { service: 'booking', urgency: 'normal' })],
  promises: [
    {
      conversationId: 'c1',
      customerShown: '李先生',
      matter: '投诉',
      text: '今晚八点前',
      dueAtMs: NOW,
      fromName: '张敏',
      note: '',
    },
  ],
  colleagues: [
    { id: 'p2', name: '李蔚', role: 'lead', areaManager: false },
    { id: 'p3', name: '周宁', role: 'reviewer', areaManager: true },
  ],
  waiting: [],
  promisesTaken: [],
  left: [],
};

test('the sheet at the end of a shift sends each order and promise to whom it was given; green ones go to the area manager first', async () => {
  const sent: unknown[] = [];
  const endShift = async (input: unknown) => {
    sent.push(input);
    return { handed: 2, left: 1, refused: [] };
  };
  show({ shift: async () => shift, endShift }, <ShiftSheet onClose={() => undefined} />);
  const green = await screen.findByLabelText<HTMLSelectElement>(/换卡没办成 交给谁/);
  expect(green.selectedOptions[0]?.textContent).toBe('周宁（区域管理）');
  fireEvent.change(screen.getByLabelText(/家里没信号 交给谁/), { target: { value: 'p2' } });
  fireEvent.change(screen.getByLabelText(/李先生 交给谁/), { target: { value: '' } });
  fireEvent.submit(screen.getByText('交班'));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    orders: [
      { workOrderId: '001', to: 'p2' },
      { workOrderId: '002', to: 'p3' },
    ],
    promises: [],
    text: '',
  });
  expect(await screen.findByText('还有 1 件没交，已经告诉值班长')).toBeTruthy();
});

test('near closing the strip says what is still in hand and opens the sheet; leads read what was left', async () => {
  let opened = 0;
  const left = [
    {
      endId: 'e1',
      personName: '陈立',
      atMs: NOW,
      orders: [{ id: '003', number: '261102-003', matter: '电梯没信号' }],
      promises: 0,
    },
  ];
  const promisesTaken = shift.promises.map((one) => ({ ...one, note: '晚上七点后才方便接' }));
  show({ shift: async () => ({ ...shift, left, promisesTaken }) }, <ShiftStrip onEnd={() => (opened += 1)} />);
  expect(await screen.findByText(/3 件没了的事/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '交一下班' }));
  expect(opened).toBe(1);
  expect(screen.getByText(/陈立 .*还有 1 件没交/)).toBeTruthy();
  expect(screen.getByText(/261102-003 电梯没信号/)).toBeTruthy();
  expect(screen.getByText('投诉 · 晚上七点后才方便接')).toBeTruthy();
});

test('a step that did not count is told kindly: who was first, what is kept, where the order stands; watches are named', async () => {
  const seen: unknown[] = [];
  const view = {
    ...order('001', '家里没信号'),
    state: 'signedFor',
    watch: [
      { level: 'lead', names: ['李蔚'], standIn: false },
      { level: 'areaManager', names: [], standIn: true },
    ],
    history: [
      { eventId: 'x', type: 'signFor', atMs: NOW, superseded: 'wrongState', supersededBy: '陈立', lostByMe: true },
      { eventId: 'y', type: 'note', atMs: NOW, superseded: null, supersededBy: null, lostByMe: false },
    ],
  } as unknown as WorkOrderView;
  const t: TFunction = i18next.t;
  const say = { t, language: 'zh-CN', nowMs: NOW, timeZone: 'Asia/Shanghai' };
  show(
    { seeLostSteps: async (input: unknown) => void seen.push(input) },
    <>
      <OrderWatch order={view} />
      <LostSteps order={view} say={say} />
    </>,
  );
  expect(screen.getByRole('alert').textContent).toMatch(/「签收」没算上：陈立在另一台电脑先办了/);
  expect(screen.getByRole('alert').textContent).toContain('您写的都留在经过里');
  expect(screen.getByText(/区域管理没人担任，值班长先顶上/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '知道了' }));
  await waitFor(() => expect(seen).toEqual([{ workOrderId: '001' }]));
});

import { afterEach, expect, test } from 'vitest';
import type { OrderStep } from '#contract/work-orders/steps.ts';
import type { GreenChannel } from '#contract/work-orders/terms.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { letter, sampleStep } from './order-fixtures.ts';

let opened: OpenCore | null = null;
afterEach(() => opened?.remove());

const form: GreenChannel = {
  service: 'booking',
  urgency: 'normal',
  condition: 'ourFault',
  wanted: '补换卡',
  explained: '说了可以在线办',
  notAccepted: '不想再跑一趟',
  demand: '约好时间',
  identity: 'passed',
  leadNumber: '62001',
  hall: '城南厅',
  branchTold: 'voice',
};

/** Signs the role in and takes the step. */
async function by(
  desk: OpenCore,
  role: 'agent' | 'lead' | 'handler' | 'administrator',
  workOrderId: string,
  step: OrderStep,
) {
  await signInAs(desk, role);
  return desk.client.workOrders.act({ workOrderId, step });
}

test('an order goes all the way round: failed recheck, unsatisfied callback, reopened, closed, satisfied', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  const { id } = await opened.client.workOrders.open({ ...letter, fields: [...letter.fields] });
  const desk = opened;
  const handled = async () => {
    await by(desk, 'lead', id, sampleStep('dispatch'));
    await by(desk, 'handler', id, sampleStep('signFor'));
    await by(desk, 'handler', id, sampleStep('verify'));
    return by(desk, 'handler', id, sampleStep('handle'));
  };
  expect((await handled()).departmentLabel).toBe('省网络中心');
  await expect(by(desk, 'handler', id, sampleStep('passRecheck'))).rejects.toMatchObject({
    data: { reason: 'notYourRole' },
  });
  expect(await by(desk, 'lead', id, sampleStep('failRecheck'))).toMatchObject({ state: 'returned', returns: 1 });
  await by(desk, 'handler', id, sampleStep('handle'));
  await by(desk, 'lead', id, sampleStep('passRecheck'));
  await by(desk, 'agent', id, sampleStep('answer'));
  const closed = await by(desk, 'lead', id, sampleStep('close'));
  expect(closed).toMatchObject({ state: 'closed', settled: false, limits: [{ limit: 'callback' }] });
  expect(closed.limits[0]?.deadline.limit).toEqual({ clock: 'elapsed', minutes: 1_440 });
  await by(desk, 'agent', id, sampleStep('callBack', { result: 'unsatisfied', text: '还是不行' }));
  expect(await by(desk, 'agent', id, sampleStep('reopen'))).toMatchObject({ state: 'reopened', reopened: 1 });
  await handled();
  await by(desk, 'lead', id, sampleStep('passRecheck'));
  await by(desk, 'agent', id, sampleStep('answer'));
  await by(desk, 'lead', id, sampleStep('close'));
  const settled = await by(desk, 'agent', id, sampleStep('callBack'));
  expect(settled).toMatchObject({ state: 'closed', settled: true, limits: [], callback: 'satisfied' });
  expect(settled.told.map(({ how }) => how)).toEqual(['answer', 'callback', 'answer', 'callback']);
  expect(settled.history).toHaveLength(20);
  const before = await desk.client.workOrders.list();
  expect(before).toHaveLength(1);
  opened = await desk.reopen();
  expect(await opened.client.workOrders.list()).toEqual(before);
});

test('a green channel of each kind, by a lead only, due after four working hours or one', async () => {
  opened = await openCore();
  const base = { matter: '换卡没办成', customerName: '陈女士', customerNumber: '13900002046', conversationId: null };
  const open = (green: GreenChannel) =>
    (opened as OpenCore).client.workOrders.openGreen({ ...base, channel: 'phone', green });
  await signInAs(opened, 'agent');
  await expect(open(form)).rejects.toMatchObject({ code: 'notAllowed' });
  await signInAs(opened, 'lead');
  const conditions = { booking: 'queue', entrusted: 'password', goods: 'outOfStock', device: 'setUp' } as const;
  for (const service of ['booking', 'entrusted', 'goods', 'device'] as const) {
    const order = await open({
      ...form,
      service,
      condition: conditions[service],
      urgency: service === 'goods' ? 'urgent' : 'normal',
    });
    const [first] = order.limits;
    expect(first).toMatchObject({ limit: 'response', deadline: { limit: { clock: 'working' } } });
    expect(first?.deadline.limit.minutes).toBe(service === 'goods' ? 60 : 240);
    expect(order).toMatchObject({ watchedByMe: true, green: { service } });
  }
  await expect(open({ ...form, service: 'entrusted', condition: 'papers', identity: 'failed' })).rejects.toMatchObject({
    data: { reason: 'identityNotPassed' },
  });
  await expect(open({ ...form, condition: 'outOfStock' })).rejects.toMatchObject({
    data: { reason: 'conditionMissing' },
  });
});

test('a green order closes again after an unsatisfied callback only when that was audited', async () => {
  opened = await openCore();
  const desk = opened;
  await signInAs(desk, 'lead');
  const { id } = await desk.client.workOrders.openGreen({
    matter: '换卡没办成',
    customerName: '陈女士',
    customerNumber: '13900002046',
    conversationId: null,
    channel: 'phone',
    green: form,
  });
  const round = async () => {
    await by(desk, 'lead', id, sampleStep('dispatch', { department: 'hall' }));
    await by(desk, 'handler', id, sampleStep('signFor'));
    await by(desk, 'handler', id, sampleStep('verify'));
    await by(desk, 'handler', id, sampleStep('handle'));
    await by(desk, 'agent', id, sampleStep('answer'));
    await by(desk, 'lead', id, sampleStep('passRecheck'));
  };
  await by(desk, 'handler', id, sampleStep('preHandle'));
  await round();
  await by(desk, 'lead', id, sampleStep('close'));
  await by(desk, 'lead', id, sampleStep('callBack', { result: 'unsatisfied' }));
  await by(desk, 'lead', id, sampleStep('reopen'));
  await round();
  await expect(by(desk, 'lead', id, sampleStep('close'))).rejects.toMatchObject({ data: { reason: 'auditMissing' } });
  await by(desk, 'lead', id, sampleStep('auditCallback'));
  expect(await by(desk, 'lead', id, sampleStep('close'))).toMatchObject({ state: 'closed' });
});

test('an enquiry is no order, and an order without what its kind needs names what is missing', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  const none = { concreteDemand: false, strongDispleasure: false, concreteProposal: false };
  const ask = { ...letter, fields: [...letter.fields] };
  await expect(opened.client.workOrders.open({ ...ask, signs: none })).rejects.toMatchObject({
    data: { reason: 'conditionMissing' },
  });
  await expect(opened.client.workOrders.open({ ...ask, fields: [] })).rejects.toMatchObject({
    data: { reason: 'fieldsMissing', missing: expect.arrayContaining([expect.objectContaining({ id: 'district' })]) },
  });
});

test('a bulk step decides each order by itself and lists what was refused', async () => {
  const desk = await openCore();
  opened = desk;
  await signInAs(opened, 'agent');
  const orders = [];
  for (let n = 0; n < 3; n += 1)
    orders.push(await opened.client.workOrders.open({ ...letter, fields: [...letter.fields] }));
  const [first, second, third] = orders.map(({ id }) => id) as [string, string, string];
  await by(opened, 'lead', second, sampleStep('dispatch'));
  await signInAs(opened, 'lead');
  const results = await opened.client.workOrders.actOnMany({
    workOrderIds: [first, second, third],
    step: sampleStep('dispatch'),
  });
  expect(results.map(({ refused }) => refused)).toEqual([null, 'wrongState', null]);
  // No gate is softer for many than for one: not the role, not the own handling, not what the customer has accepted.
  const { client } = opened;
  const fields = [{ id: 'what', label: '什么情况', value: '地面湿滑', personal: false }];
  const plain = { ...letter, orderKind: 'other', fields };
  const own = (await client.workOrders.open(plain)).id;
  const others = (await client.workOrders.open(plain)).id;
  await by(opened, 'lead', own, sampleStep('handle', { atDesk: true }));
  await by(opened, 'administrator', others, sampleStep('handle', { atDesk: true }));
  for (const id of [own, others]) await by(opened, 'agent', id, sampleStep('answer', { accepted: id === own }));
  const many = async (role: string, step: OrderStep, orders = [own, others]) => {
    await signInAs(desk, role);
    const taken = await client.workOrders.actOnMany({ workOrderIds: orders, step });
    return taken.map(({ refused }) => refused);
  };
  expect(await many('trainee', sampleStep('note'))).toEqual(['notYourRole', 'notYourRole']);
  expect(await many('agent', sampleStep('passRecheck'))).toEqual(['notYourRole', 'notYourRole']);
  expect(await many('lead', sampleStep('passRecheck'))).toEqual(['ownHandling', 'notAccepted']);
  expect(await many('lead', sampleStep('close'))).toEqual(['recheckFirst', 'recheckFirst']);
  expect(await many('lead', sampleStep('dispatch'), [first, third])).toEqual(['wrongState', 'wrongState']);
  const { history } = await client.workOrders.view({ workOrderId: own });
  expect(history.map(({ type }) => type)).toEqual(['drafted', 'handle', 'answer']);
});

test('an abnormal case raises an alert with who must be told by when; acknowledging and telling are recorded', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  const { id, number } = await opened.client.workOrders.open({ ...letter, fields: [...letter.fields] });
  await by(opened, 'agent', id, sampleStep('markAbnormal', { alert: 'media', text: '记者在门口' }));
  const [alert] = await opened.client.alerts.list();
  expect(alert).toMatchObject({ alertKind: 'media', level: 'major', workOrderNumber: number, text: '记者在门口' });
  expect(alert?.tell[0]?.dueAtMs).toBe(opened.clock.nowMs() + 5 * 60_000);
  expect(alert?.noticeLines.length).toBeGreaterThan(0);
  const alertId = alert?.id ?? '';
  await opened.client.alerts.acknowledge({ alertId });
  await opened.client.alerts.acknowledge({ alertId });
  const told = await opened.client.alerts.recordTold({ alertId, post: alert?.tell[0]?.post ?? '' });
  expect(told.acknowledged).toHaveLength(1);
  expect(told.tell[0]).toMatchObject({ toldBy: '张敏' });
  await expect(opened.client.alerts.end({ alertId, text: '过去了' })).rejects.toMatchObject({ code: 'notAllowed' });
  await signInAs(opened, 'lead');
  await opened.client.alerts.fill({ alertId, values: { affectedArea: '王女士家' } });
  await opened.client.alerts.end({ alertId, text: '过去了' });
  expect(await opened.client.alerts.list()).toEqual([]);
  // Whatever was said about it goes when the order's customer is forgotten.
  const read = openForReading(dataFolder(opened.dataDir).database);
  const subjects = read.prepare("SELECT kind, subject_ids FROM journal WHERE kind LIKE 'alert.%'").raw().all();
  read.close();
  expect(subjects).toHaveLength(5);
  for (const [kind, ids] of subjects as [string, string][]) {
    expect(JSON.parse(ids), kind).toEqual([expect.any(String), id, alertId]);
  }
});

test('whoever calls the customer sees the whole number for a reason, and who looked stands in the history; nobody else sees it', async () => {
  opened = await openCore();
  const { client } = opened;
  await signInAs(opened, 'agent');
  const { id } = await client.workOrders.open({ ...letter, fields: [...letter.fields] });
  await signInAs(opened, 'handler');
  const before = await client.workOrders.view({ workOrderId: id });
  expect(before).toMatchObject({ numberToShow: true, customerShown: '王女士 138****5678' });
  expect(before.steps).not.toContain('lookAtNumber');
  await expect(client.workOrders.showNumber({ workOrderId: id, reason: '' })).rejects.toThrow();
  const { numbers } = await client.workOrders.showNumber({ workOrderId: id, reason: '约上门时间' });
  expect(numbers).toEqual([{ label: '', value: '13812345678' }]);
  const after = await client.workOrders.view({ workOrderId: id });
  expect(after.history.at(-1)).toMatchObject({ type: 'lookAtNumber', personName: '陈立', text: '约上门时间' });
  expect(JSON.stringify(after)).not.toContain('13812345678');
  await signInAs(opened, 'trainee');
  expect((await client.workOrders.view({ workOrderId: id })).numberToShow).toBe(false);
  await expect(client.workOrders.showNumber({ workOrderId: id, reason: '看看' })).rejects.toMatchObject({
    data: { reason: 'notYourRole' },
  });
});

test('every kind of alert has lines that this release knows', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  for (const alertKind of ['massComplaint', 'media', 'regulator', 'safety', 'legal', 'dataLeak'] as const) {
    const alert = await opened.client.alerts.raise({ alertKind, text: '出事了' });
    expect(alert.noticeLines.length, alertKind).toBeGreaterThan(0);
  }
});

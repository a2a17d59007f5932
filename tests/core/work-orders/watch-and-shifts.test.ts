import { afterEach, expect, test } from 'vitest';
import type { DeskNotice } from '#contract/reminders.ts';
import type { GreenChannel } from '#contract/work-orders/terms.ts';
import type { WatchHost } from '#core/reminders/watch-host.ts';
import { closingOf } from '#core/work-orders/shifts/closing.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { promiseByChat } from '#tools/drive/promise-by-chat.ts';
import { letter, rules, START_MS, sampleStep } from './order-fixtures.ts';

let opened: OpenCore | null = null;
afterEach(() => opened?.remove());

const HOUR_MS = 3_600_000;
const green: GreenChannel = {
  ...{ service: 'booking', urgency: 'normal', condition: 'ourFault', wanted: '补换卡', explained: '说了可以在线办' },
  ...{ notAccepted: '不想再跑一趟', demand: '约好时间', identity: 'passed', leadNumber: '62001', hall: '城南厅' },
  branchTold: 'voice',
};
const greenOrder = {
  ...{ matter: '换卡没办成', customerName: '陈女士', customerNumber: '13900002046' },
  ...{ conversationId: null, channel: 'phone' as const, green },
};

/** A desk whose timer is turned by hand. */
async function watchedDesk() {
  const told: DeskNotice[] = [];
  let due: (() => void) | null = null;
  const watch: WatchHost = {
    timer(_ms, work) {
      due = work;
      return () => {
        if (due === work) due = null;
      };
    },
    tell: (notices) => told.push(...notices),
  };
  const desk = await openCore({ watch, clock: fixedClock(START_MS) });
  opened = desk;
  desk.core.watchLimits();
  const look = (ms: number) => {
    desk.clock.advance(ms);
    const work = due;
    due = null;
    work?.();
  };
  return { desk, told, look, kinds: () => told.map(({ kind }) => kind) };
}

const openLetter = ({ client }: OpenCore) => client.workOrders.open({ ...letter, fields: [...letter.fields] });

test('a duty puts green orders on a list of its own; where nobody has it the lead stands in, and audits are its holder’s', async () => {
  const { desk, told, look } = await watchedDesk();
  const { client } = desk;
  const lead = await signInAs(desk, 'lead');
  const { id } = await client.workOrders.openGreen(greenOrder);
  const asked = async () => (await client.workOrders.list())[0]?.watchedAs;
  expect(await asked()).toEqual(['lead', 'areaManager']);
  expect((await client.workOrders.view({ workOrderId: id })).watch).toEqual([
    { level: 'lead', names: [lead.name], standIn: false },
    { level: 'areaManager', names: [], standIn: true },
  ]);
  const people = await client.people.list();
  const [manager, monitor] = ['reviewer', 'administrator'].map((role) => people.find((one) => one.role === role));
  if (!manager || !monitor) throw new Error('the sample people are there');
  await client.people.setDuties({ personId: manager.id, duties: ['areaManager'] });
  await client.people.setDuties({ personId: monitor.id, duties: ['trafficMonitor'] });
  expect(await asked()).toEqual(['lead']);
  await client.people.signIn({ personId: manager.id });
  expect(await asked()).toEqual(['areaManager']);
  await client.people.signIn({ personId: monitor.id });
  expect(await asked()).toEqual([]);

  // Half an hour before the limit both watches are told, unless somebody has chased; at the limit the monitor too.
  const before = (await client.workOrders.view({ workOrderId: id })).ahead.find(({ limit }) => limit === 'response');
  expect(before?.tell).toEqual(['lead', 'areaManager']);
  await client.people.signIn({ personId: manager.id });
  await client.workOrders.act({ workOrderId: id, step: sampleStep('remind') });
  const chased = (await client.workOrders.view({ workOrderId: id })).ahead.find(({ limit }) => limit === 'response');
  expect(chased?.tell).toEqual(['lead']);
  look(4 * HOUR_MS);
  expect(told).toMatchObject([{ kind: 'limit', limit: 'response', moment: 'atLimit' }]);
  await client.people.signIn({ personId: monitor.id });
  expect(await asked()).toEqual(['trafficMonitor']);

  // The audit of an unsatisfied callback is the area manager's; a failed one calls the monitor.
  const by = async (role: 'lead' | 'handler' | 'agent', step: Parameters<typeof sampleStep>[0], changed = {}) => {
    await signInAs(desk, role);
    return client.workOrders.act({ workOrderId: id, step: sampleStep(step, changed) });
  };
  await by('lead', 'dispatch', { department: 'hall' });
  await by('handler', 'signFor');
  await by('handler', 'verify');
  await by('handler', 'handle');
  await by('agent', 'answer');
  await by('lead', 'passRecheck');
  await by('lead', 'close');
  await by('agent', 'callBack', { result: 'unsatisfied' });
  await expect(by('lead', 'auditCallback')).rejects.toMatchObject({ data: { reason: 'notYourRole' } });
  await client.people.signIn({ personId: manager.id });
  const step = sampleStep('auditCallback', { asPromised: false });
  expect((await client.workOrders.act({ workOrderId: id, step })).watch.map(({ level }) => level)).toContain(
    'trafficMonitor',
  );
  expect(told.at(-1)).toMatchObject({ kind: 'auditFailed', workOrderId: id });
});

test('near closing the desk asks once; what is handed over goes, what stays is told to the leads until they have seen it', async () => {
  const { desk, told, look, kinds } = await watchedDesk();
  const { client } = desk;
  const agent = await signInAs(desk, 'agent');
  const orders = [await openLetter(desk), await openLetter(desk), await openLetter(desk)];
  const [first, second, third] = orders.map(({ id }) => id) as [string, string, string];
  look(HOUR_MS);
  expect(kinds()).toEqual([]);
  expect(await client.workOrders.shift()).toMatchObject({ dueNow: false, endsAtMs: START_MS + 9 * HOUR_MS });
  look(8 * HOUR_MS - 20 * 60_000);
  look(60_000);
  expect(told).toEqual([{ kind: 'shiftEnds', endsAtMs: START_MS + 9 * HOUR_MS, open: 3 }]);
  const shift = await client.workOrders.shift();
  expect(shift).toMatchObject({ dueNow: true, waiting: [], left: [] });
  expect(shift.orders.map(({ id }) => id).toSorted()).toEqual([first, second, third].toSorted());
  const colleague = shift.colleagues.find(({ role }) => role === 'lead');
  const ended = await client.workOrders.endShift({
    orders: [
      { workOrderId: first, to: colleague?.id ?? null },
      { workOrderId: second, to: null },
    ],
    promises: [],
    text: '客户晚上才方便',
  });
  expect(ended).toEqual({ handed: 2, left: 1, refused: [] });
  expect(told.at(-1)).toEqual({ kind: 'shiftLeft', left: 1 });
  expect((await client.workOrders.shift()).orders.map(({ id }) => id)).toEqual([third]);

  await signInAs(desk, 'lead');
  const { left, waiting } = await client.workOrders.shift();
  expect(left).toMatchObject([{ personName: agent.name, orders: [{ id: third }], promises: 0 }]);
  expect(waiting.map(({ id }) => id)).toEqual([second]);
  const handed = await client.workOrders.view({ workOrderId: first });
  expect(handed).toMatchObject({ watchedByMe: true, handedTo: colleague?.name });
  expect(handed.history.at(-1)).toMatchObject({ type: 'handOver', to: colleague?.name, text: '客户晚上才方便' });
  await client.workOrders.seeLeft({ endId: left[0]?.endId ?? '' });
  expect((await client.workOrders.shift()).left).toEqual([]);

  // Whoever comes next takes what waits; nobody takes what is not theirs to take.
  const handler = await signInAs(desk, 'handler');
  const take = { type: 'handOver', toPersonId: handler.id, toName: handler.name, text: '' } as const;
  const results = await client.workOrders.actOnMany({ workOrderIds: [second, third], step: take });
  expect(results.map(({ refused }) => refused)).toEqual([null, 'notYourRole']);
  expect(await client.workOrders.shift()).toMatchObject({ waiting: [], orders: [{ id: second }] });
  opened = await desk.reopen();
  expect((await opened.client.workOrders.shift()).orders.map(({ id }) => id)).toEqual([second]);
});

test('a promise without an order is passed on with a word; whoever takes it passes it on again or keeps it, and nobody else', async () => {
  const { desk, told, look } = await watchedDesk();
  const { client } = desk;
  const agent = await signInAs(desk, 'agent');
  const chat = (name: string) => promiseByChat(client, { name, number: '13812345678' }, '发票一直没到');
  const [toLead, toNext, kept] = [await chat('王丽'), await chat('李强'), await chat('赵云')];
  const before = await client.workOrders.shift();
  expect(before).toMatchObject({ orders: [], promisesTaken: [] });
  expect(before.promises.map(({ conversationId }) => conversationId).toSorted()).toEqual(
    [toLead, toNext, kept].toSorted(),
  );
  expect(before.promises[0]).toMatchObject({ customerShown: expect.stringMatching(/ 138\*{4}5678$/), note: '' });
  // No order carries them: the desk itself tells ahead of their time and at it, each moment once.
  const dueAtMs = before.promises[0]?.dueAtMs ?? 0;
  const promise = (moment: 'before' | 'atLimit') => ({ kind: 'promise', moment, dueAtMs });
  look(dueAtMs - START_MS - 20 * 60_000);
  look(60_000);
  const shiftEnds = { kind: 'shiftEnds', endsAtMs: START_MS + 9 * HOUR_MS, open: 3 };
  expect(told.splice(0)).toEqual([...Array(3).fill(promise('before')), shiftEnds]);
  look(19 * 60_000);
  look(60_000);
  expect(told).toEqual(Array(3).fill(promise('atLimit')));

  const lead = before.colleagues.find(({ role }) => role === 'lead');
  const end = (promises: { conversationId: string; to: string | null }[], text: string) =>
    client.workOrders.endShift({ orders: [], promises, text });
  const given = [
    { conversationId: toLead, to: lead?.id ?? '' },
    { conversationId: toNext, to: null },
  ];
  expect(await end(given, '晚上七点后才方便接')).toEqual({ handed: 2, left: 1, refused: [] });
  expect(await client.workOrders.shift()).toMatchObject({ promises: [{ conversationId: kept }] });
  // The desk no longer lists what is somebody else's to keep.
  expect((await client.conversation.promises({ whose: 'mine' })).map(({ id }) => id)).toEqual([kept]);
  // What has gone is no longer theirs to give away a second time.
  expect(await end(given, '')).toEqual({ handed: 0, left: 1, refused: [] });
  await expect(client.workOrders.keepPromise({ conversationId: toLead })).rejects.toMatchObject({ code: 'notFound' });

  await signInAs(desk, 'handler');
  const next = await client.workOrders.shift();
  expect(next).toMatchObject({ promises: [], left: [], promisesTaken: [{ conversationId: toNext }] });
  await client.workOrders.keepPromise({ conversationId: toNext });
  await expect(client.workOrders.keepPromise({ conversationId: toLead })).rejects.toMatchObject({ code: 'notFound' });

  await signInAs(desk, 'lead');
  const taken = await client.workOrders.shift();
  expect(taken.promisesTaken).toMatchObject([
    { conversationId: toLead, fromName: agent.name, note: '晚上七点后才方便接' },
  ]);
  expect(taken.promises.map(({ conversationId }) => conversationId)).toEqual([toLead]);
  // They have the number to ring, for a reason that leads read; whoever has nothing to do with it has not.
  const ring = { conversationId: toLead, reason: '回电答复' };
  const { numbers } = await client.workOrders.showPromiseNumber(ring);
  expect(numbers).toEqual([{ label: '', value: '13812345678' }]);
  expect((await client.records.looks())[0]).toMatchObject({ recordId: toLead, reason: '回电答复' });
  await signInAs(desk, 'handler');
  await expect(client.workOrders.showPromiseNumber(ring)).rejects.toMatchObject({ code: 'notFound' });
  await signInAs(desk, 'lead');
  expect(taken.left).toMatchObject([{ personName: agent.name, orders: [], promises: 1 }]);
  // Handed on by the lead in turn, it comes back to whoever made it.
  expect(await end([{ conversationId: toLead, to: agent.id }], '')).toMatchObject({ handed: 1, left: 0 });
  await signInAs(desk, 'agent');
  opened = await desk.reopen();
  const again = opened.client;
  const mine = await again.workOrders.shift();
  expect(mine.promises.map(({ conversationId }) => conversationId).toSorted()).toEqual([toLead, kept].toSorted());
  await again.workOrders.keepPromise({ conversationId: toLead });
  expect((await again.workOrders.shift()).promisesTaken).toEqual([]);
});

test('a site closes at the end of its last open stretch, never on a closed day or where it goes on over midnight', () => {
  expect(closingOf(START_MS, rules.calendar)).toBe(START_MS + 9 * HOUR_MS);
  const always = { ...rules.calendar, hoursOf: () => [{ fromMinute: 0, toMinute: 1_440 }] };
  expect(closingOf(START_MS, always)).toBeNull();
  expect(closingOf(START_MS - 24 * HOUR_MS, rules.calendar)).toBeNull();
  const split = [
    { fromMinute: 480, toMinute: 720 },
    { fromMinute: 840, toMinute: 1_200 },
  ];
  expect(closingOf(START_MS, { ...rules.calendar, hoursOf: () => split })).toBe(START_MS + 11 * HOUR_MS);
});

test('lines of an alert are whole sentences or only named; a lead fills them, and every copy is the whole sentence', async () => {
  opened = await openCore();
  const { client } = opened;
  await signInAs(opened, 'agent');
  const raised = await client.alerts.raise({ alertKind: 'massComplaint', text: '一片没网' });
  const [line] = raised.noticeLines;
  expect(line).toMatchObject({ entryId: 'notices/cable-cut', excerpt: '' });
  expect(raised).toMatchObject({ mayFill: false });
  const copy = { alertId: raised.id, entryId: 'notices/cable-cut' };
  await expect(client.alerts.copyLine(copy)).rejects.toMatchObject({ code: 'variablesMissing' });
  const values = { affectedArea: '城东片', nextNewsTime: '十点' };
  await expect(client.alerts.fill({ alertId: raised.id, values })).rejects.toMatchObject({ code: 'notAllowed' });
  await signInAs(opened, 'lead');
  const gaps = await client.alerts.gapsOf({ alertKind: 'massComplaint' });
  expect(gaps.map(({ name }) => name)).toEqual(expect.arrayContaining(['affectedArea', 'nextNewsTime']));
  const filled = await client.alerts.fill({ alertId: raised.id, values });
  expect(filled.noticeLines[0]?.excerpt).toContain('城东片的光缆断了');
  await signInAs(opened, 'agent');
  const { text } = await client.alerts.copyLine(copy);
  expect(text).toBe(filled.noticeLines[0]?.excerpt);
  expect(text).not.toMatch(/[〔〕{}]/);
  expect((await client.library.recentUses({}))[0]).toMatchObject({ how: 'copied', entryId: 'notices/cable-cut', text });
  // Filled when it is raised, it is whole from the first moment.
  const whole = await client.alerts.raise({ alertKind: 'massComplaint', text: '一片没网', values });
  expect(whole.noticeLines[0]?.excerpt).toContain('城东片');
});

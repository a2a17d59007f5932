import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Excel from '@protobi/exceljs';
import { afterEach, expect, test } from 'vitest';
import { alertEnded, alertLinesFilled, alertRaised } from '#contract/alerts.ts';
import { promiseNoted, shiftPrompted, stepLossSeen } from '#contract/work-orders/shifts.ts';
import { alertsProjection } from '#core/alerts/projection.ts';
import { on, projection } from '#core/journal/projection.ts';
import { createCatalogue } from '#core/library/catalogue.ts';
import { noExchangeHost } from '#core/library/exchange/exchange-host.ts';
import { greenTemplateOf } from '#core/work-orders/green-template.ts';
import { shiftsProjection } from '#core/work-orders/shifts/projection.ts';
import { agent, openConversations, untilResolve } from '#tests/core/conversation/open-conversations.ts';
import { addEveryTable } from '#tests/harness/add-every-table.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { openJournal, testFolder } from '#tests/harness/open-journal.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';
import { letter, sampleStep } from './order-fixtures.ts';

let opened: OpenCore | null = null;
afterEach(() => {
  opened?.remove();
  opened = null;
});

test('the green-channel template is filled with what the conversation knows: who, what, how it was explained, what was refused', () => {
  const talk = openConversations();
  const { state } = talk.desk.start(agent, {
    channel: 'phone',
    customer: { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' },
  });
  talk.do(
    state.id,
    ...untilResolve,
    { type: 'startTable', tableId: 'telecom/table-no-coverage' },
    { type: 'answer', nodeId: 'hereBefore', answerId: 'alwaysBad' },
    { type: 'refuseFinding', nodeId: 'reportArea' },
  );
  const loaded = talk.desk.load(state.id);
  const template = greenTemplateOf(loaded.state, loaded.definition, createCatalogue(shippedRelease()));
  expect(template).toMatchObject({
    customerName: '王女士',
    customerNumber: '13812345678',
    matter: '家里打不通',
    wanted: '家里打不通',
    demand: '尽快修好',
    channel: 'phone',
  });
  expect(template.notAccepted).not.toBe('');
});

test('chosen orders go into a workbook or a .csv: masked numbers, nothing that runs as a formula, and no file nobody chose', async () => {
  const folder = testFolder();
  const exchange = {
    ...noExchangeHost,
    chosenPath: async (token: string) => (token === 'no' ? null : join(folder, token)),
  };
  const desk = await openCore({ exchange });
  opened = desk;
  await signInAs(desk, 'agent');
  const { id } = await desk.client.workOrders.open({
    ...letter,
    matter: '=HYPERLINK("x")',
    fields: [...letter.fields],
  });
  const ask = { workOrderIds: [id] };
  expect(await desk.client.workOrders.export({ ...ask, fileToken: 'orders.xlsx' })).toEqual({ exported: 1 });
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(join(folder, 'orders.xlsx'));
  const sheet = workbook.worksheets[0];
  expect(sheet?.getRow(1).getCell(1).text).toBe('单号');
  expect(sheet?.getRow(2).getCell(2).value).toBe(`'=HYPERLINK("x")`);
  expect(sheet?.getRow(2).getCell(3).text).toContain('138****5678');
  await desk.client.workOrders.export({ ...ask, fileToken: 'orders.csv' });
  const csv = readFileSync(join(folder, 'orders.csv'), 'utf8');
  expect(csv.startsWith('\ufeff"单号","事由"')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).not.toContain('13812345678');
  await expect(desk.client.workOrders.export({ ...ask, fileToken: 'no' })).rejects.toMatchObject({ code: 'notFound' });
});

test('what the customer was told stands on the order with time, person and promise; answer drafts have no open gaps', async () => {
  const desk = await openCore();
  opened = desk;
  const person = await signInAs(desk, 'agent');
  const { id } = await desk.client.workOrders.open({ ...letter, fields: [...letter.fields] });
  const dueAtMs = desk.clock.nowMs() + 3_600_000;
  const told = await desk.client.workOrders.act({
    workOrderId: id,
    step: sampleStep('tellCustomer', { text: '还在查，一小时内告诉您', promise: { text: '', dueAtMs } }),
  });
  expect(told.told).toEqual([
    {
      atMs: desk.clock.nowMs(),
      personName: person.name,
      how: 'told',
      text: '还在查，一小时内告诉您',
      promise: { dueAtMs, text: expect.stringMatching(/./) },
    },
  ]);
  const said = told.templates.flatMap(({ text, lines }) => [text, ...lines.map((line) => line.text)]);
  expect(said.length).toBeGreaterThan(0);
  for (const text of said) expect(text).not.toMatch(/[{}〔〕]|「」|：。/);
});

test('an approved line comes with its gaps filled from the order, and a step that has to wait says for what', async () => {
  const desk = await openCore();
  opened = desk;
  const { client } = desk;
  const agent = await signInAs(desk, 'agent');
  const { id } = await client.workOrders.open({ ...letter, fields: [...letter.fields] });
  const by = async (role: string, step: Parameters<typeof sampleStep>[0]) => {
    await signInAs(desk, role);
    return client.workOrders.act({ workOrderId: id, step: sampleStep(step) });
  };
  await by('lead', 'dispatch');
  await by('handler', 'signFor');
  await by('handler', 'verify');
  await by('handler', 'handle');
  await signInAs(desk, 'agent');
  const { templates, closedSteps } = await client.workOrders.view({ workOrderId: id });
  const said = templates.flatMap(({ lines }) => lines.map(({ entryId, text }) => [entryId, text] as const));
  const texts = new Map(said);
  expect(texts.get('telecom/order-callback')).toContain(`我是营业厅的${agent.name}。您上回说的家里三天没信号`);
  expect(texts.get('telecom/order-progress')).toMatch(/省网络中心已经接手.*后天.*我再打/);
  expect([...texts.values()].join()).not.toMatch(/[{}〔〕]/);
  expect(closedSteps).toEqual([{ type: 'answer', reason: 'recheckFirst' }]);
  await signInAs(desk, 'lead');
  expect((await client.workOrders.view({ workOrderId: id })).closedSteps).not.toContainEqual(
    expect.objectContaining({ reason: 'wrongState' }),
  );
});

test('what was said about an alert, a promise passed on and a lost step goes with its customer, row by row and without a rebuild', () => {
  let prompted = 0;
  const counting = projection('counting', [], [on(shiftPrompted, () => (prompted += 1))]);
  const projections = [alertsProjection, shiftsProjection, counting];
  const { db, journal, clock } = openJournal(undefined, { projections, prepare: addEveryTable });
  journal.transaction('lead-1', (tx) => tx.append(shiftPrompted, { endsAtMs: 1 }));
  for (const who of ['her', 'him']) {
    const subjects = [who, `order-${who}`];
    const alertId = `alert-${who}`;
    const raised = { alertId, alertKind: 'media', level: 'major', text: `${who} rang` } as const;
    journal.transaction('lead-1', (tx) => {
      tx.append(alertRaised, { ...raised, workOrderId: `order-${who}`, tell: [], lines: [] }, subjects);
      tx.append(alertLinesFilled, { alertId, values: { area: `by ${who}` } }, subjects);
      tx.append(alertEnded, { alertId, text: `${who} went` }, subjects);
      tx.append(promiseNoted, { conversationId: `talk-${who}`, text: `${who} works late` }, subjects);
      tx.append(stepLossSeen, { workOrderId: `order-${who}`, eventIds: [`step-${who}`] }, subjects);
    });
    clock.advance(1_000);
  }
  // A filling of another desk that came later and is about nobody, and stays.
  journal.transaction('lead-2', (tx) => tx.append(alertLinesFilled, { alertId: 'alert-her', values: { area: '' } }));
  journal.eraseSubjects({ personId: 'lead-1', subjectIds: ['her'], reason: 'customerAsked' });

  const tables = ['alert', 'alert_mark', 'alert_values', 'promise_note', 'step_loss_seen'];
  const counts = tables.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  expect(counts).toEqual([1, 1, 2, 1, 1]);
  expect(prompted).toBe(1);
  const digest = tableDigest(db, tables);
  journal.rebuild();
  expect(prompted).toBe(2);
  expect(tableDigest(db, tables)).toBe(digest);
});

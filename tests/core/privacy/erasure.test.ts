import { afterEach, expect, test } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading, openForWriting } from '#core/db/open.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import { createJournal } from '#core/journal/journal.ts';
import { createEventSealer } from '#core/journal/sealing.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { projections } from '#core/projections.ts';
import { captureAll, tickAll, walkNoCoverage } from '#tests/core/conversation/drive-conversation.ts';
import { letter, sampleStep } from '#tests/core/work-orders/order-fixtures.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';
import { filesWith, filesWithPieces, openedTexts, sealedValues } from './sealed-places.ts';

let desk: OpenCore;
afterEach(() => desk.remove());

const HER = { name: '欧阳雪莹', number: '13877665544' } as const;
/** Her name as the search would spell it, her number in pieces, and what was written down about her. */
const HERS = [HER.name, HER.number, '77665544', 'ouyangxueying', 'ouyxy', '阳台外面那台挖掘机'];
const HIS = { name: '司徒建国', number: '13911223344' } as const;

/** Of one customer everything a desk can know: a finished conversation with its order, a letter, a look at her number. */
async function serve(customer: { name: string; number: string }, spied: () => void): Promise<void> {
  const { client } = desk;
  let view = await client.conversation.start({
    channel: 'counter',
    customer: { ...customer, title: '女士', tier: 'standard' },
  });
  const conversationId = view.id;
  await client.conversation.writeNote({ conversationId, text: `${customer.name}说是阳台外面那台挖掘机` });
  spied();
  view = await captureAll(client, await tickAll(client, view), { matter: '没信号', demand: '尽快' });
  await client.conversation.advanceStage({ conversationId, from: 'accept' });
  view = await walkNoCoverage(client, view);
  view = await captureAll(client, await tickAll(client, view), { cause: 'ours', indoor: 'indoors' });
  await client.conversation.acceptFinding({ conversationId, nodeId: 'reportArea' });
  view = await client.conversation.advanceStage({ conversationId, from: 'clarify' });
  spied();
  await captureAll(client, await tickAll(client, view), {});
  view = await client.conversation.chooseOutcome({ conversationId, outcomeId: 'workOrder' });
  const promise = { dueAtMs: view.promiseOptions[0]?.dueAtMs ?? 0, text: `回${customer.name}的电话` };
  await client.conversation.setPromise({ conversationId, ...promise });
  await client.conversation.openWorkOrder({ conversationId });
  view = await client.conversation.advanceStage({ conversationId, from: 'resolve' });
  await captureAll(client, await tickAll(client, view), { satisfaction: 'satisfied' });
  await client.conversation.finish({ conversationId, summary: `${customer.name}，${customer.number}，已派单。` });
  await client.conversation.keepPromise({ conversationId });
  await client.records.showNumber({ recordId: conversationId, reason: `${customer.name}要核对` });
  const { name: customerName, number: customerNumber } = customer;
  await client.workOrders.open({ ...letter, customerName, customerNumber, fields: [...letter.fields] });
  spied();
}

/** Brings every order to its end, each step by whoever may take it. */
async function settleAll(): Promise<void> {
  const way = [
    ['dispatch', 'lead'],
    ['signFor', 'handler'],
    ['verify', 'handler'],
    ['handle', 'handler'],
    ['passRecheck', 'lead'],
    ['answer', 'agent'],
    ['close', 'lead'],
    ['callBack', 'agent'],
  ] as const;
  for (const { id } of await desk.client.workOrders.list()) {
    for (const [step, role] of way) {
      await signInAs(desk, role);
      await desk.client.workOrders.act({ workOrderId: id, step: sampleStep(step) });
    }
  }
  await signInAs(desk, 'lead');
}

async function tidied(): Promise<void> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    if ((await desk.client.privacy.overview()).unfinished === 'none') return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the erasure was never finished');
}

test('who asks to be forgotten is nowhere any more, with the key in hand; others, the counts and the chain are as before', async () => {
  const secrets = memorySecrets();
  desk = await openCore({ secrets });
  await signInAs(desk, 'lead');
  const folder = dataFolder(desk.dataDir);
  const spied = new Map<string, string>();
  const spy = () => {
    for (const [value, what] of sealedValues(folder.database)) spied.set(value, what);
  };
  await serve(HER, spy);
  await serve(HIS, spy);
  // A database set aside by a restore, and backups from before and after it.
  const { backups } = await desk.client.backups.make();
  await desk.client.backups.restore({ name: backups[0]?.name ?? '' });
  desk = await desk.reopen();
  await signInAs(desk, 'lead');
  desk.clock.advance(86_400_000);
  await desk.client.backups.make();
  await settleAll();
  spy();

  // Without the key nobody reads her anywhere, whatever the encoding.
  expect(filesWith(desk.dataDir, HERS)).toEqual([]);
  const before = await desk.client.workOrders.list();

  const [her, ...others] = await desk.client.privacy.find({ ...HER });
  expect(others).toHaveLength(1);
  const subjectIds = [her, ...others].map((one) => one?.subjectId ?? '');
  const preview = await desk.client.privacy.preview({ subjectIds });
  expect(preview.ownEvents).toBeGreaterThan(20);
  expect(preview.backups).toHaveLength(2);
  expect(preview.setAside).toHaveLength(1);
  const kept = projections.flatMap(({ tables }) => tables);
  const line = 'SELECT entry_id, stage, times FROM line_success ORDER BY 1, 2';
  const read = openForReading(folder.database);
  const helped = read.prepare(line).raw().all();
  const events = read.prepare('SELECT count(*) FROM journal').pluck().get();

  expect(await desk.client.privacy.erase({ subjectIds, why: 'customerAsked' })).toMatchObject({ outcome: 'erased' });
  await tidied();

  const dataKey = secrets.key ?? new Uint8Array(0);
  const after = await desk.client.backups.overview();
  expect(after.backups).toHaveLength(1);
  expect(after.setAside).toEqual([]);
  const copies = [folder.database, `${folder.backups}/${after.backups[0]?.name}`];
  for (const file of copies) {
    const texts = openedTexts(file, dataKey).join('\n');
    for (const word of HERS.slice(0, 3)) expect(texts).not.toContain(word);
    expect(texts).toContain(HIS.name);
  }
  // Nor does a piece of what was sealed about her lie in a free page, a log or a copy.
  const living = new Set(copies.flatMap((file) => [...sealedValues(file).keys()]));
  const gone = new Map([...spied].filter(([value]) => !living.has(value)));
  expect(gone.size).toBeGreaterThan(20);
  expect(filesWithPieces(desk.dataDir, gone)).toEqual([]);

  expect(await desk.client.privacy.find({ ...HER })).toEqual([]);
  expect(await desk.client.privacy.find({ ...HIS })).toHaveLength(2);
  expect(read.prepare(line).raw().all()).toEqual(helped);
  expect(Number(read.prepare('SELECT count(*) FROM journal').pluck().get())).toBeGreaterThan(Number(events));
  expect((await desk.client.privacy.overview()).keptFigures).toBe(1);
  expect((await desk.client.workOrders.list()).length).toBe(before.length - 2);
  const looks = await desk.client.records.looks();
  expect(looks.map(({ title }) => title === '')).toEqual([false, true]);
  const digest = tableDigest(read, kept);
  read.close();

  // The whole journal read again comes to the same tables, and its chain holds.
  desk.core.close();
  const db = openForWriting(folder.database);
  const headFile = openHeadFile(folder.head);
  const { clock } = desk;
  const installId = String(db.prepare('SELECT install_id FROM journal ORDER BY rowid DESC LIMIT 1').pluck().get());
  const journal = createJournal({ db, clock, ids: fixedIds('again'), dataKey, headFile, projections, installId });
  journal.rebuild();
  expect(tableDigest(db, kept)).toBe(digest);
  expect(journal.health().faults).toEqual([]);
  expect(
    verifyJournal(db, { sealer: createEventSealer(dataKey, () => new Uint8Array(12)), pages: true }).faults,
  ).toEqual([]);
  db.close();
  headFile.close();
}, 300_000);

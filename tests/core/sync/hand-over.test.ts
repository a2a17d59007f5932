import { afterAll, beforeAll, expect, it } from 'vitest';
import { sharedConversationTold } from '#contract/conversation/shared.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForWriting } from '#core/db/open.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import { createJournal } from '#core/journal/journal.ts';
import { projections } from '#core/projections.ts';
import { tickAll } from '#tests/core/conversation/drive-conversation.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { type OpenCore, signInAs } from '#tests/harness/open-core.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';
import { promiseByChat } from '#tools/drive/promise-by-chat.ts';
import { cable, type EnrolledDesk, openSite, until } from './site-of-desks.ts';

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const customer = { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' } as const;
const view = ({ client }: OpenCore, conversationId: string) => client.conversation.view({ conversationId });
let sites = 0;

/** Two desks with a colleague at each, who know of each other, and a conversation begun at the first. */
async function twoDesks() {
  const cables = [cable(), cable()] as const;
  sites += 1;
  const siteId = `talks-${sites}`;
  const one = await site.desk(cables[0], siteId);
  const two = await site.desk(cables[1], siteId);
  await signInAs(one, 'administrator');
  const agent = await one.client.people.add({ name: '孙小雨', role: 'agent' });
  const colleague = await one.client.people.add({ name: '赵一鸣', role: 'agent' });
  await until('the people are known there', async () => {
    const known = (await two.client.people.list()).map(({ id }) => id);
    return known.includes(colleague.id) && known.includes(agent.id);
  });
  await one.client.people.signIn({ personId: agent.id });
  await two.client.people.signIn({ personId: colleague.id });
  const { id: conversationId } = await one.client.conversation.start({
    flowId: 'telecom/flow-complaint',
    channel: 'phone',
    customer,
  });
  await one.client.conversation.captureField({ conversationId, fieldId: 'matter', value: '多扣了三百' });
  const offer = { conversationId, toId: colleague.id, why: 'shiftEnd', note: '客户等着退款' } as const;
  const waitsAt = ({ client }: OpenCore) =>
    until('the offer arrived', async () =>
      (await client.conversation.waiting()).some(({ id }) => id === conversationId),
    );
  const plug = async (plugged: boolean) => {
    for (const network of cables) network.plugged = plugged;
    if (plugged) for (const { client } of [one, two]) await client.sync.tryNow();
  };
  return { one, two, colleagueId: colleague.id, conversationId, offer, waitsAt, plug };
}

/** Reads the whole journal again and compares what the screens are made of. */
function expectSameAfterRebuild({ core, dataDir, clock, secrets }: EnrolledDesk): void {
  core.close();
  const folder = dataFolder(dataDir);
  const db = openForWriting(folder.database);
  const headFile = openHeadFile(folder.head);
  const installId = String(db.prepare('SELECT install_id FROM journal ORDER BY rowid DESC LIMIT 1').pluck().get());
  const dataKey = secrets.key ?? new Uint8Array();
  const journal = createJournal({ db, clock, ids: fixedIds('again'), dataKey, headFile, projections, installId });
  const tables = ['conversation', 'shared_definition', 'record', 'record_name', 'record_person', 'line_success'];
  const before = tableDigest(db, tables);
  journal.rebuild();
  expect(tableDigest(db, tables)).toBe(before);
  db.close();
  headFile.close();
}

it('goes on at the other desk with everything visible, and both name who has it', async () => {
  const { one, two, conversationId, offer, waitsAt } = await twoDesks();
  await one.client.conversation.handOver(offer);
  // Until somebody accepts, whoever has it goes on serving, and what is added goes along.
  await one.client.conversation.writeNote({ conversationId, text: '客户说下午还来' });
  await waitsAt(two);
  await until('the note arrived', async () => (await view(two, conversationId)).note !== '');
  expect(await view(two, conversationId)).toMatchObject({
    ...{ mine: false, elsewhere: true, ownerName: '孙小雨', customer: { number: '138****5678' } },
    handOver: { note: '客户等着退款', mayAccept: true },
  });
  const taken = await two.client.conversation.acceptHandOver({ conversationId });
  expect(taken).toMatchObject({
    mine: true,
    elsewhere: false,
    note: '客户说下午还来',
    customer: { number: customer.number },
  });
  expect(taken.fields.find((field) => field.id === 'matter')?.value).toBe('多扣了三百');
  expect(taken.owners.map((owner) => owner.name)).toEqual(['孙小雨', '赵一鸣']);
  expect(taken.undo, 'no step of the other desk can be taken back here').toBeNull();

  await until('the first desk knows', async () => (await view(one, conversationId)).elsewhere);
  expect(await view(one, conversationId)).toMatchObject({ mine: false, ownerName: '赵一鸣', lost: null });
  expect(await one.client.conversation.current()).toBeNull();
  expect(await one.client.conversation.lost()).toEqual([]);
  expect((await one.client.records.find()).rows).toMatchObject([{ id: conversationId, ownerName: '赵一鸣' }]);
  expect((await two.client.records.find()).rows.map(({ id }) => id)).toEqual([conversationId]);
  await two.client.conversation.breakOff({ conversationId, reason: 'customerLeft', summary: '客户先走了' });
  await until('its end is told', async () => (await view(one, conversationId)).state === 'finished');
  for (const apart of [one, two]) expectSameAfterRebuild(apart);
});

it('nothing leaves a desk before it is offered, and an erasure goes where the copy went', async () => {
  const { one, two, conversationId, offer, waitsAt } = await twoDesks();
  const other = await site.desk(cable(), `talks-${sites}`);
  await until('the desk is level', async () => (await other.client.sync.status()).state === 'upToDate');
  await expect(view(two, conversationId)).rejects.toMatchObject({ code: 'notFound' });
  await one.client.conversation.handOver({ ...offer, toId: null });
  await waitsAt(other);
  expect((await view(other, conversationId)).ownerName).toBe('孙小雨');
  await one.client.conversation.breakOff({ conversationId, reason: 'customerLeft', summary: '客户先走了' });
  const lead = (await one.client.people.list()).find(({ role }) => role === 'lead');
  await one.client.people.signIn({ personId: lead?.id ?? '' });
  const [found] = await one.client.privacy.find({ name: '王丽' });
  await one.client.privacy.erase({ subjectIds: found ? [found.subjectId] : [], why: 'customerAsked' });
  for (const apart of [one, two, other]) {
    await until('it is gone', async () =>
      view(apart, conversationId).then(
        () => false,
        () => true,
      ),
    );
  }
  expectSameAfterRebuild(other);
});

it('a desk that went on without knowing gives way, and whoever did it is told what did not go along', async () => {
  const { one, two, conversationId, offer, waitsAt, plug } = await twoDesks();
  await one.client.conversation.handOver(offer);
  await waitsAt(two);
  await plug(false);
  two.clock.advance(60_000);
  await two.client.conversation.acceptHandOver({ conversationId });
  one.clock.advance(120_000);
  await one.client.conversation.captureField({ conversationId, fieldId: 'demand', value: '今天退' });
  await one.client.conversation.writeNote({ conversationId, text: '答应今天回话' });
  await one.client.conversation.breakOff({ conversationId, reason: 'customerLeft', summary: '客户走了' });
  await plug(true);
  await until('the first desk gave way', async () => (await view(one, conversationId)).elsewhere);
  expect(await view(one, conversationId)).toMatchObject({ state: 'running', ownerName: '赵一鸣', note: '' });
  const [told] = await one.client.conversation.lost();
  expect(told).toMatchObject({
    conversation: { id: conversationId },
    lost: { steps: 3, byName: '赵一鸣', note: '答应今天回话', summary: '客户走了', fields: [{ value: '今天退' }] },
  });
  expect(told?.lost.fields[0]?.label).not.toBe('demand');
  await one.client.conversation.seeLost({ conversationId });
  expect(await one.client.conversation.lost()).toEqual([]);
  // Nothing more can be done here beside it, by the first one asked or by a lead.
  const step = { conversationId, fieldId: 'demand', value: '明天退' };
  await expect(one.client.conversation.captureField(step)).rejects.toMatchObject({ data: { reason: 'heldElsewhere' } });
  expect(await two.client.conversation.lost()).toEqual([]);
  expect(await view(two, conversationId)).toMatchObject({ mine: true, state: 'running' });
  for (const apart of [one, two]) expectSameAfterRebuild(apart);
});

it('an offer taken back before it was accepted elsewhere stays where it was', async () => {
  const { one, two, conversationId, offer, waitsAt, plug } = await twoDesks();
  await one.client.conversation.handOver(offer);
  await waitsAt(two);
  await plug(false);
  one.clock.advance(60_000);
  await one.client.conversation.withdrawHandOver({ conversationId });
  two.clock.advance(120_000);
  await two.client.conversation.acceptHandOver({ conversationId });
  await two.client.conversation.captureField({ conversationId, fieldId: 'demand', value: '今天退' });
  await plug(true);
  await until('the second desk gave way', async () => (await view(two, conversationId)).elsewhere);
  expect(await two.client.conversation.lost()).toMatchObject([{ lost: { steps: 1, byName: '孙小雨' } }]);
  expect(await view(one, conversationId)).toMatchObject({ mine: true, elsewhere: false, handOver: null });
  expect(await one.client.conversation.lost()).toEqual([]);
});

it('whoever declines at another desk is heard at the one that has it, and the offer is closed everywhere', async () => {
  const { one, two, conversationId, offer, waitsAt } = await twoDesks();
  await one.client.conversation.handOver(offer);
  await waitsAt(two);
  await two.client.conversation.declineHandOver({ conversationId, words: '正在接待另一位' });
  await until('the first desk heard', async () => (await view(one, conversationId)).handOver === null);
  expect(await view(one, conversationId)).toMatchObject({
    mine: true,
    handOvers: [{ answer: 'declined', byName: '赵一鸣', words: '正在接待另一位' }],
  });
  await one.client.conversation.handOver({ ...offer, note: '再请一次' });
  await until(
    'it is offered again',
    async () => (await two.client.conversation.waiting())[0]?.handOver?.note === '再请一次',
  );
});

it('no gate is passed by what comes over the wire', async () => {
  const { one, two, conversationId, offer, waitsAt } = await twoDesks();
  const siteId = `talks-${sites}`;
  await one.client.conversation.handOver(offer);
  await waitsAt(two);
  const stranger = await site.server.desk(`stranger-${siteId}`, siteId);
  const answer = await stranger.call('GET', '/v1/feed?after=0&limit=500', undefined, Date.now());
  const { items } = (await answer.json()) as { items: { event: { kind: string; payload: unknown } }[] };
  const last = items.findLast(({ event }) => event.kind === sharedConversationTold.kind)?.event;
  const { state, names } = sharedConversationTold.payload.parse(last?.payload);
  const later = { ...state, revision: state.revision + 10 };
  const accepted = { answer: 'accepted', byId: 'x', words: '', answeredAtMs: state.changedAtMs + 1 } as const;
  const forged = [
    // Ended with its stages still open.
    { ...later, state: 'finished' as const, summary: '都办好了', finishedAtMs: state.changedAtMs },
    // Taken by an agent to whom it was not offered.
    {
      ...later,
      ownerId: 'x',
      owners: [...state.owners, { personId: 'x', role: 'agent' as const, sinceMs: state.changedAtMs }],
      handOver: null,
      handOvers: [{ ...(state.handOver as NonNullable<typeof state.handOver>), ...accepted }],
    },
    // Led by what nobody told.
    { ...later, definitionHash: 'f'.repeat(64) },
  ];
  for (const one of forged) {
    stranger.append(sharedConversationTold.kind, { conversationId, state: one, names }, [
      state.customerId,
      conversationId,
    ]);
  }
  stranger.append('sharedConversation.offerDeclined', { conversationId, offer: 1, role: 'agent', words: '不接' }, []);
  expect((await stranger.upload(stranger.events, Date.now())).status).toBe(200);
  // What comes behind them has arrived, so they have.
  const marker = await one.client.siteRules.read();
  expect(marker.rules.siteName).toBeDefined();
  const orders = await one.client.workOrders.list();
  expect(orders).toEqual([]);
  await until('both have read past it', async () => {
    const read = await Promise.all([one, two].map(({ client }) => client.sync.status()));
    return read.every((status) => status.state === 'upToDate');
  });
  for (const apart of [one, two]) {
    expect(await view(apart, conversationId)).toMatchObject({
      state: 'running',
      ownerName: '孙小雨',
      handOver: { toName: '赵一鸣' },
    });
  }
  // Accepted properly, it asks at the other desk for everything that it would have asked for here.
  const taken = await two.client.conversation.acceptHandOver({ conversationId });
  await expect(two.client.conversation.advanceStage({ conversationId, from: 'accept' })).rejects.toMatchObject({
    data: { reason: 'stageIncomplete' },
  });
  await two.client.conversation.captureField({ conversationId, fieldId: 'demand', value: '今天退' });
  await tickAll(two.client, taken);
  expect((await two.client.conversation.advanceStage({ conversationId, from: 'accept' })).stage).toBe('clarify');
  await expect(two.client.conversation.finish({ conversationId, summary: '好了' })).rejects.toMatchObject({
    data: { reason: 'notInThisStage' },
  });
});

it('a promise passed on at the end of a shift is kept at the desk where its keeper sits, and is done everywhere', async () => {
  const { one, two, colleagueId, plug } = await twoDesks();
  const chat = (name: string) => promiseByChat(one.client, { name, number: '13812345678' }, '发票一直没到');
  const [toColleague, toNext, kept] = [await chat('周先生'), await chat('吴女士'), await chat('郑先生')];
  const taken = async ({ client }: OpenCore) =>
    (await client.workOrders.shift()).promisesTaken.map(({ conversationId }) => conversationId).toSorted();
  expect(await taken(two)).toEqual([]);
  const promises = [
    { conversationId: toColleague, to: colleagueId },
    { conversationId: toNext, to: null },
  ];
  await one.client.workOrders.endShift({ orders: [], promises, text: '客户六点后才有空' });
  await until('both are known where they are taken over', async () => (await taken(two)).length === 2);
  const [first] = (await two.client.workOrders.shift()).promisesTaken.filter(
    ({ conversationId }) => conversationId === toColleague,
  );
  expect(first).toMatchObject({
    customerShown: expect.stringMatching(/^周.* 138\*{4}5678$/),
    note: '客户六点后才有空',
    fromName: '孙小雨',
  });
  const shown = await two.client.workOrders.showPromiseNumber({ conversationId: toColleague, reason: '回电话' });
  expect(shown.numbers.map(({ value }) => value)).toEqual(['13812345678']);
  // What was not passed on stays where it was made, and is nobody else's.
  await expect(two.client.workOrders.keepPromise({ conversationId: kept })).rejects.toMatchObject({ code: 'notFound' });

  await plug(false);
  await two.client.workOrders.keepPromise({ conversationId: toColleague });
  expect(await taken(two)).toEqual([toNext]);
  await plug(true);
  const keptAt = async ({ client }: OpenCore, conversationId: string) =>
    (await client.conversation.view({ conversationId })).promise?.keptAtMs ?? null;
  await until('it is done where it was made', async () => (await keptAt(one, toColleague)) !== null);

  // Both take the one for the next shift without knowing of each other: the first to keep it did, on either desk.
  await plug(false);
  one.clock.advance(60_000);
  await one.client.workOrders.keepPromise({ conversationId: toNext });
  await two.client.workOrders.keepPromise({ conversationId: toNext });
  await plug(true);
  for (const desk of [one, two]) await signInAs(desk, 'lead');
  const at = await Promise.all([keptAt(one, toNext), keptAt(two, toNext)]);
  const earlier = Math.min(...at.map((each) => each ?? 0));
  await until(
    'both agree',
    async () => (await keptAt(one, toNext)) === earlier && (await keptAt(two, toNext)) === earlier,
  );
  expect(await taken(one)).toEqual([]);
  expectSameAfterRebuild(one);
  expectSameAfterRebuild(two);
});

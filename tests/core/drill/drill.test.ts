import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import { captureAll, tickAll, walkNoCoverage } from '#tests/core/conversation/drive-conversation.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const DAY_MS = 86_400_000;
let opened: OpenCore;
beforeAll(async () => {
  opened = await openCore();
});
afterAll(() => opened.remove());

const today = () => opened.client.drill.today();
/** What follows a commit is noted behind it. */
const settled = async (holds: () => Promise<boolean>) => {
  for (let tries = 0; tries < 200 && !(await holds()); tries += 1) await new Promise((done) => setTimeout(done, 5));
};

const entry = (id: string | null | undefined) => shippedRelease().entries.find((one) => one.entry.id === id)?.entry;
const slips = async () => (await today()).cards.filter(({ kind }) => kind === 'slip');

/** A conversation in which a rude word is noted, an answer of a table is taken back twice over, and a stage is left too early. */
async function clumsyWork(): Promise<void> {
  const { conversation } = opened.client;
  const customer = { name: '欧阳', title: '先生', number: '13812345678', tier: 'standard' } as const;
  let view = await conversation.start({ channel: 'counter', customer });
  const of = { conversationId: view.id };
  await conversation.writeNote({ ...of, text: '我跟欧阳先生说这事没办法，他电话13812345678。' });
  view = await captureAll(opened.client, await tickAll(opened.client, view), { matter: '没信号', demand: '修好' });
  await conversation.advanceStage({ ...of, from: 'accept' });
  view = await walkNoCoverage(opened.client, view);
  await conversation.undo({ ...of, revision: view.undo?.revision ?? 0 });
  await conversation.revisit({ ...of, nodeId: 'hereBefore' });
  await conversation.goBack({ ...of, from: 'clarify' });
  await conversation.breakOff({ ...of, reason: 'customerLeft', summary: '客户先走了。' });
}

async function inVain(text: string) {
  await opened.client.library.search({ text });
  await opened.client.library.atHand({});
  await opened.client.library.search({ text: '' });
}

test('a day holds a handful of cards of several kinds, and the same ones when it is opened again', async () => {
  await signInAs(opened, 'trainee');
  const { cards, doneToday, week, learnsFromWork } = await today();
  expect(cards.length).toBeGreaterThanOrEqual(5);
  expect(cards.length).toBeLessThanOrEqual(16);
  expect(new Set(cards.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
  for (const card of cards) expect(card.answer, card.cardId).not.toBe('');
  expect({ doneToday, learnsFromWork }).toEqual({ doneToday: 0, learnsFromWork: false });
  expect(week.map(({ done }) => done)).toEqual(Array(7).fill(false));
  expect((await today()).cards).toEqual(cards);
});

test('a card that was known goes for days, one that was not comes back the next day', async () => {
  const [known, forgotten] = (await today()).cards;
  if (!known || !forgotten) throw new Error('there are no cards');
  const easy = await opened.client.drill.review({ cardId: known.cardId, grade: 'easy', tookMs: 4_000 });
  const again = await opened.client.drill.review({ cardId: forgotten.cardId, grade: 'again', tookMs: 9_000 });
  expect(easy.dueAtMs - opened.clock.nowMs()).toBeGreaterThan(3 * DAY_MS);
  expect(again.dueAtMs - opened.clock.nowMs()).toBeLessThanOrEqual(DAY_MS);
  const left = await today();
  expect(left.doneToday).toBe(2);
  expect(left.week.at(-1)?.done).toBe(true);
  expect(left.cards.map(({ cardId }) => cardId)).not.toContain(known.cardId);
  opened.clock.advance(DAY_MS);
  const next = await today();
  expect(next.cards[0]).toMatchObject({ cardId: forgotten.cardId, fresh: false });
  expect(next.cards.map(({ cardId }) => cardId)).not.toContain(known.cardId);
  expect(next.week.map(({ done }) => done)).toEqual([false, false, false, false, false, true, false]);
});

test('without a yes nothing of live work is kept', async () => {
  await inVain('王先生13812345678的量子套餐');
  await clumsyWork();
  opened.clock.advance(DAY_MS);
  expect(await slips()).toEqual([]);
});

test('a search in vain comes up the next day, without the customer it named; it is not there on the day itself', async () => {
  await opened.client.drill.learnFromWork({ learns: true });
  await inVain('王先生13812345678的量子套餐');
  expect((await today()).cards.filter(({ kind }) => kind === 'slip')).toEqual([]);
  opened.clock.advance(DAY_MS);
  await settled(async () => (await today()).cards.some(({ kind }) => kind === 'slip'));
  const [card] = (await today()).cards;
  expect(card).toMatchObject({ kind: 'slip', slip: 'search', fresh: true });
  expect(card?.ask).toContain('量子套餐');
  expect(card?.ask).not.toMatch(/王|先生|138/u);
});

test('a rude word, a wrong branch and a stage left too early come up the next day, and the customer in none of them', async () => {
  await clumsyWork();
  opened.clock.advance(DAY_MS);
  await settled(async () => (await slips()).length >= 5);
  const found = await slips();
  const of = (sort: string) => found.filter(({ slip }) => slip === sort);
  const rude = entry(of('wording')[0]?.entryId);
  if (rude?.kind !== 'forbidden') throw new Error('no wording was found');
  expect(rude.fails.join()).toContain('没办法');
  expect(of('wording')).toMatchObject([{ ask: rude.fails[0], answer: rude.rewording, why: rude.reason }]);
  const table = { entryId: 'telecom/table-no-coverage', ask: expect.stringContaining('信号') };
  expect(of('branch')).toHaveLength(2);
  for (const card of of('branch')) expect(card).toMatchObject({ ...table, answer: expect.stringMatching(/[？?]/u) });
  expect(new Set(of('branch').map(({ answer }) => answer)).size).toBe(2);
  const flow = entry(of('gate')[0]?.entryId);
  const stages = flow?.kind === 'flow' ? flow.stages : [];
  expect(of('gate')).toMatchObject([
    { ask: 'accept', answer: stages[0]?.required.map(({ label }) => label).join('；') },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/欧阳|138/u);
});

test('nobody else sees them, and a restart keeps them', async () => {
  await signInAs(opened, 'agent');
  expect((await today()).cards.filter(({ kind }) => kind === 'slip')).toEqual([]);
  opened = await opened.reopen();
  await signInAs(opened, 'trainee');
  expect((await slips()).map(({ slip }) => slip)).toContain('search');
});

test('taking the yes back takes the slips away', async () => {
  await opened.client.drill.learnFromWork({ learns: false });
  const { cards, learnsFromWork } = await today();
  expect(learnsFromWork).toBe(false);
  expect(cards.filter(({ kind }) => kind === 'slip')).toEqual([]);
});

test('the line for a customer’s sentence is told when another was taken, and the next sentence is another', async () => {
  const first = (await today()).find;
  if (!first) throw new Error('the library has no sentences');
  expect(first).toMatchObject({ bestMs: null });
  const wrong = await opened.client.drill.found({ wantedId: first.entryId, entryId: null, tookMs: 20_000 });
  expect(wrong.right).toBe(false);
  expect(wrong.text).not.toBe('');
  const second = (await today()).find;
  expect(second?.entryId).not.toBe(first.entryId);
  const hits = await opened.client.drill.search({ text: second?.says ?? '' });
  expect(hits.map(({ entryId }) => entryId)).toContain(second?.entryId);
  const wantedId = second?.entryId ?? '';
  const searchText = `${second?.says} 13812345678`;
  const found = await opened.client.drill.found({ wantedId, entryId: wantedId, searchText, tookMs: 5_200 });
  expect(found).toMatchObject({ right: true, copied: found.text });
  expect((await today()).find?.bestMs).toBe(5_200);
});

test('what is copied against the clock stands in the journal of rehearsals, and in no figure of live work', async () => {
  const kept = (file: string) => {
    const db = openForReading(file);
    const count = db.prepare("SELECT count(*) FROM journal WHERE kind = 'line.copied'").pluck().get();
    db.close();
    return count;
  };
  expect(kept(join(opened.dataDir, 'rehearsal.db'))).toBe(1);
  expect(kept(dataFolder(opened.dataDir).database)).toBe(0);
  expect(await opened.client.library.recentUses({})).toEqual([]);
});

test('looking for lines here is no failed search of live work', async () => {
  await opened.client.drill.search({ text: '银河系漫游怎么开通' });
  await signInAs(opened, 'lead');
  expect((await opened.client.search.failures()).map(({ text }) => text)).not.toContain('银河系漫游怎么开通');
});

test('a card that is no longer there cannot be reviewed', async () => {
  const gone = opened.client.drill.review({ cardId: 'phrase:gone/gone', grade: 'good', tookMs: 1 });
  await expect(gone).rejects.toMatchObject({ code: 'notFound' });
});

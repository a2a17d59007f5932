import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

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
  opened.clock.advance(DAY_MS);
  expect((await today()).cards.filter(({ kind }) => kind === 'slip')).toEqual([]);
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

test('nobody else sees them, and a restart keeps them', async () => {
  await signInAs(opened, 'agent');
  expect((await today()).cards.filter(({ kind }) => kind === 'slip')).toEqual([]);
  opened = await opened.reopen();
  await signInAs(opened, 'trainee');
  expect((await today()).cards[0]).toMatchObject({ kind: 'slip', slip: 'search' });
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
  const right = { wantedId: second?.entryId ?? '', entryId: second?.entryId ?? '', tookMs: 5_200 };
  expect((await opened.client.drill.found(right)).right).toBe(true);
  expect((await today()).find?.bestMs).toBe(5_200);
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

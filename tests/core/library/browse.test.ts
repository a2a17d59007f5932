import { afterEach, expect, test } from 'vitest';
import { entryKinds } from '#contract/library-browse.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';
import { placeArticle, placeLine, placeRelease } from './place-library.ts';

let opened: OpenCore;
afterEach(() => opened.remove());

const ids = (items: readonly { entryId: string }[]) => items.map(({ entryId }) => entryId.replace('telecom/', ''));

test('filters combine, and each filter counts what its other choices would leave', async () => {
  opened = await openCore({
    release: placeRelease('2026.11.1', [
      placeLine('a', { stage: 'accept' }),
      placeLine('b', { stage: 'resolve' }),
      placeLine('c', { scene: 'billing', stage: 'accept' }),
      placeArticle('law'),
    ]),
  });
  const all = await opened.client.library.browse({});
  expect(ids(all.items)).toEqual(['a', 'b', 'c', 'law']);
  expect(all.counts.kinds).toEqual([
    { value: 'line', entries: 3 },
    { value: 'article', entries: 1 },
  ]);
  const some = await opened.client.library.browse({ packId: 'telecom', stage: 'accept', scene: 'network' });
  expect(ids(some.items)).toEqual(['a']);
  expect(some.counts.scenes).toEqual([
    { value: 'network', label: '网络', entries: 1 },
    { value: 'billing', label: '账单', entries: 1 },
  ]);
  expect(some.counts.stages).toEqual([
    { value: 'accept', entries: 1 },
    { value: 'resolve', entries: 1 },
  ]);
});

test('the pages of the whole shipped library follow each other without a gap, every kind is there, every entry can be read', async () => {
  opened = await openCore();
  const seen: string[] = [];
  for (let cursor: number | null = 0; cursor !== null; ) {
    const page = await opened.client.library.browse({ cursor, limit: 200 });
    seen.push(...page.items.map(({ entryId }) => entryId));
    expect(page.total).toBe(shippedRelease().entries.length);
    cursor = page.nextCursor;
  }
  expect(seen.length).toBe(shippedRelease().entries.length);
  expect(new Set(seen).size).toBe(seen.length);
  const { counts } = await opened.client.library.browse({});
  const kinds = counts.kinds.map(({ value }) => value);
  expect(kinds).toEqual(entryKinds.filter((kind) => kinds.includes(kind)));
  expect(kinds.length, kinds.join(' ')).toBeGreaterThanOrEqual(13);
  for (const kind of kinds) {
    const [first] = (await opened.client.library.browse({ kind: kind as 'line', limit: 1 })).items;
    const detail = await opened.client.library.entry({ entryId: first?.entryId ?? '' });
    expect(detail.entry.kind).toBe(kind);
  }
});

test('a text finds entries of every kind, also by pinyin, and keeps to the other filters', async () => {
  opened = await openCore({
    release: placeRelease('2026.11.1', [
      placeLine('signal', { title: '无信号的解释' }),
      placeLine('bill', { title: '账单看不懂', scene: 'billing' }),
      placeArticle('law', { summary: '消费者对账单有疑问，可以要求说明。' }),
    ]),
  });
  expect(ids((await opened.client.library.browse({ text: 'wuxinhao' })).items)).toEqual(['signal']);
  const bills = await opened.client.library.browse({ text: '账单' });
  expect(ids(bills.items).sort()).toEqual(['bill', 'law']);
  expect(ids((await opened.client.library.browse({ text: '账单', kind: 'article' })).items)).toEqual(['law']);
});

test('expired, coming and withdrawn lines are on the shelf with since when and what replaces them', async () => {
  const lines = [
    placeLine('old', { provenance: { expiresOn: '2026-02-01', replacedBy: 'telecom/new' } }),
    placeLine('coming', { provenance: { effectiveFrom: '2030-01-01' } }),
    placeLine('gone', { provenance: { review: 'withdrawn', replacedBy: 'telecom/new' } }),
    placeLine('new'),
  ];
  opened = await openCore({ release: placeRelease('2026.11.1', lines) });
  const { counts } = await opened.client.library.browse({});
  expect(counts.states.map(({ value }) => value)).toEqual(['inForce', 'notYet', 'expired', 'withdrawn']);
  const [expired] = (await opened.client.library.browse({ state: 'expired' })).items;
  expect(expired?.usability).toEqual({
    state: 'expired',
    day: '2026-02-01',
    replacedBy: { entryId: 'telecom/new', title: 'new 的说法' },
  });
  const gone = await opened.client.library.entry({ entryId: 'telecom/gone' });
  expect(gone.usability).toMatchObject({ state: 'withdrawn', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  const view = await opened.client.library.line({ entryId: 'telecom/gone' });
  expect(view.usability).toEqual(gone.usability);
});

test('an article tells what rests on it, and what holds the matter now', async () => {
  opened = await openCore({
    release: placeRelease('2026.11.1', [
      placeLine('refund', { basis: ['telecom/old-law'] }),
      placeArticle('old-law', { status: 'superseded', supersededOn: '2026-01-01', supersededBy: 'telecom/new-law' }),
      placeArticle('new-law', { verified: true }),
    ]),
  });
  const article = await opened.client.library.article({ entryId: 'telecom/old-law' });
  expect(article).toMatchObject({
    status: 'superseded',
    supersededOn: '2026-01-01',
    supersededBy: { entryId: 'telecom/new-law' },
    verified: false,
  });
  expect(article.citedBy).toEqual([
    { entryId: 'telecom/refund', kind: 'line', title: 'refund 的说法', packTitle: '电信营业厅', state: 'inForce' },
  ]);
  await expect(opened.client.library.article({ entryId: 'telecom/refund' })).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('anything can be a favourite, and favourites are one’s own', async () => {
  opened = await openCore({ release: placeRelease('2026.11.1', [placeLine('a'), placeArticle('law')]) });
  await signInAs(opened, 'agent');
  await opened.client.library.setFavourite({ entryId: 'telecom/law', favourite: true });
  const own = await opened.client.library.browse({ only: 'favourites' });
  expect(ids(own.items)).toEqual(['law']);
  expect(own.own.favourites).toBe(1);
  await signInAs(opened, 'trainee');
  expect((await opened.client.library.browse({ only: 'favourites' })).items).toEqual([]);
});

import { afterEach, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { placeLine, placeRelease } from '../library/place-library.ts';

let opened: OpenCore;
afterEach(() => opened.remove());

/** The rest of the library is indexed behind the lines; a search does not wait for it. */
async function settled(text: string) {
  for (let i = 0; i < 200; i++) {
    const result = await opened.client.library.search({ text });
    if (result.others.length > 0) return result;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return opened.client.library.search({ text });
}

test('special calls and tables are found from the box, by pinyin too, beside the lines and never among them', async () => {
  opened = await openCore();
  const tables = (await opened.client.library.browse({ kind: 'decisionTable', limit: 1 })).items;
  const title = tables[0]?.title ?? '';
  const { hits, others } = await settled(title);
  expect(others.map(({ entryId }) => entryId)).toContain(tables[0]?.entryId);
  expect(others.length).toBeLessThanOrEqual(3);
  expect(hits.every(({ kind }) => kind === 'line' || kind === 'courtesy')).toBe(true);
  expect((await opened.client.library.search({ text: '量' })).others).toEqual([]);
});

test('a search before the rest of the library can be searched is answered at once, and asked again once it can', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  const changes = await opened.client.system.changes();
  const next = (async () => {
    for await (const { topics } of changes) if (topics.includes('library')) return true;
    return false;
  })();
  expect((await opened.client.library.search({ text: '骂人' })).others).toEqual([]);
  expect(await next).toBe(true);
  expect((await opened.client.library.search({ text: '骂人' })).others).not.toEqual([]);
});

test('what an alert has everybody say stands above what it concerns, and nothing else, until the alert ends', async () => {
  opened = await openCore();
  await signInAs(opened, 'lead');
  const noticesFor = async (text: string) =>
    (await opened.client.library.search({ text })).notices.map(({ entryId }) => entryId);
  expect(await noticesFor('无信号')).toEqual([]);
  const { id: alertId } = await opened.client.alerts.raise({ alertKind: 'massComplaint', text: '东城成片没有信号' });
  expect(await noticesFor('无信号')).toEqual(['notices/cable-cut']);
  expect(await noticesFor('银行卡挂失')).toEqual([]);
  await opened.client.alerts.end({ alertId, text: '光缆接好了' });
  expect(await noticesFor('无信号')).toEqual([]);
});

test('of two lines that match alike the one used lately comes first, not the one used often long ago', async () => {
  opened = await openCore({
    release: placeRelease('2026.11.1', [
      placeLine('long-ago', { title: '信号弱怎么说' }),
      placeLine('lately', { title: '信号差怎么说' }),
    ]),
  });
  await signInAs(opened, 'agent');
  const use = (slug: string) =>
    opened.client.library.sayLine({ entryId: `telecom/${slug}`, variant: 'standard', values: {} });
  for (let i = 0; i < 4; i++) await use('long-ago');
  const first = async () => (await opened.client.library.search({ text: '信号' })).hits[0]?.entryId;
  expect(await first()).toBe('telecom/long-ago');
  opened.clock.jumpTo(opened.clock.nowMs() + 150 * 86_400_000);
  await use('lately');
  expect(await first()).toBe('telecom/lately');
});

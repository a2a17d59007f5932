import { afterEach, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
afterEach(() => opened.remove());

const nothing = '量子纠缠怎么收费';

async function failures() {
  await signInAs(opened, 'lead');
  return opened.client.search.failures();
}

test('what was looked for in vain, what was typed instead and the line it led to are told to the lead', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  await opened.client.library.search({ text: nothing, channel: 'phone' });
  const { hits } = await opened.client.library.search({ text: '无信号', channel: 'phone' });
  const [hit] = hits;
  if (!hit) throw new Error('the sample library has no such line');
  await opened.client.library.reportMissing({ text: nothing });
  const line = await opened.client.library.line({ entryId: hit.entryId });
  const variant = line.variants[0];
  if (!variant) throw new Error('the line has no wording');
  const values = Object.fromEntries(line.variables.map(({ name }) => [name, '一']));
  await opened.client.library.sayLine({ entryId: hit.entryId, variant: variant.variant, values });
  expect(await failures()).toMatchObject([
    {
      text: nothing,
      times: 1,
      people: 1,
      reported: 1,
      givenUp: 0,
      triedNext: ['无信号'],
      solvedBy: [{ entryId: hit.entryId, title: hit.title, times: 1 }],
    },
  ]);
});

test('the same text, however it is spelt, is one row; asking again for what stands in the box counts once', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  for (const text of ['量子纠缠', '量子纠缠', ' 量子糾纏 ', '量子纠缠！']) {
    await opened.client.library.search({ text });
    await opened.client.library.search({ text });
    await opened.client.library.atHand({});
  }
  const [row, ...others] = await failures();
  expect(row).toMatchObject({ times: 4, givenUp: 4, people: 1, solvedBy: [] });
  expect(others).toEqual([]);
});

test('another person at the desk ends the search of the one before, and only leads are told', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  await opened.client.library.search({ text: nothing });
  await expect(opened.client.search.failures()).rejects.toMatchObject({ code: 'notAllowed' });
  await signInAs(opened, 'trainee');
  await opened.client.library.search({ text: '无信号' });
  expect(await failures()).toMatchObject([{ text: nothing, givenUp: 1 }]);
});

test('it is still told after a restart', async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
  await opened.client.library.search({ text: nothing });
  await opened.client.library.atHand({});
  opened = await opened.reopen();
  expect(await failures()).toMatchObject([{ text: nothing, times: 1 }]);
});

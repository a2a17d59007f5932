import { afterEach, expect, test } from 'vitest';
import type { Timer } from '#core/reminders/watch-host.ts';
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

test('a minute without another search ends it; a search in between begins the minute anew', async () => {
  const running = new Set<{ ms: number; work: () => void }>();
  const timer: Timer = (ms, work) => {
    const one = { ms, work };
    running.add(one);
    return () => running.delete(one);
  };
  opened = await openCore({ watch: { timer, tell: () => undefined } });
  await signInAs(opened, 'agent');
  const before = new Set(running);
  const minutes = () => [...running].filter((one) => one.ms === 60_000 && !before.has(one));
  await opened.client.library.search({ text: nothing });
  const [first] = minutes();
  await opened.client.library.search({ text: `${nothing}呢` });
  const [second, ...more] = minutes();
  expect(more).toEqual([]);
  expect(second).not.toBe(first);
  expect(await failures()).toEqual([]);
  second?.work();
  expect(await failures()).toMatchObject([{ text: `${nothing}呢`, times: 1, givenUp: 1 }]);
});

test('the end of the conversation ends the search made in it', async () => {
  opened = await openCore();
  await signInAs(opened, 'lead');
  const { conversation, library } = opened.client;
  const { id } = await conversation.start({ channel: 'phone', customer: { tier: 'standard' } });
  await library.search({ text: nothing });
  expect(await failures()).toEqual([]);
  await conversation.breakOff({ conversationId: id, reason: 'customerLeft', summary: '' });
  expect(await failures()).toMatchObject([{ text: nothing, times: 1, givenUp: 1 }]);
});

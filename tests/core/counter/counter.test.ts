import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Contract } from '#contract/contract.ts';
import type { CounterShown } from '#contract/counter.ts';
import { counterRouter } from '#core/counter/counter-router.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
// The first one compiles the library.
beforeEach(async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
}, 60_000);
afterEach(() => opened.remove());

const slip = {
  customer: '王女士',
  agreed: '明天上门看信号。',
  promised: '明天上午十点前',
  contact: '一号厅',
  orderNumber: '',
};
const start = () =>
  opened.client.conversation.start({
    channel: 'counter',
    customer: { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' },
  });

/** What the window before the customer is told next. */
async function nextShown(shown: AsyncIterator<CounterShown>): Promise<CounterShown['slip']> {
  const next = await shown.next();
  if (next.done) throw new Error('the window is told nothing any more');
  return next.value.slip;
}

test('the draft takes what the customer said and was promised, and no note, number or finding', async () => {
  const { client } = opened;
  const { id: conversationId } = await start();
  await client.conversation.captureField({ conversationId, fieldId: 'matter', value: '家里打不出电话' });
  await client.conversation.writeNote({ conversationId, text: '内部：先别给他说检修' });
  const drafted = await client.counter.draft({ conversationId });
  expect(drafted).toMatchObject({ customer: '王女士', agreed: expect.stringContaining('家里打不出电话') });
  expect(JSON.stringify(drafted)).not.toMatch(/内部|检修|13812345678/);
});

test('the window is told of every slip and of every blanking, and of nothing before it is approved', async () => {
  const { client } = opened;
  const { id: conversationId } = await start();
  const shown = (await client.counter.slip())[Symbol.asyncIterator]();
  expect(await nextShown(shown)).toBeNull();
  await client.counter.show({ conversationId, slip });
  expect(await nextShown(shown)).toEqual(slip);
  expect(await client.counter.shown()).toEqual({ showing: true });
  await client.counter.blank();
  expect(await nextShown(shown)).toBeNull();
  await shown.return?.();
});

test('the next customer, and the next person at the desk, find it blank', async () => {
  const { client } = opened;
  const { id: conversationId } = await start();
  await client.counter.show({ conversationId, slip });
  await start();
  expect(await client.counter.shown()).toEqual({ showing: false });
  await client.conversation.resume({ conversationId });
  await client.counter.show({ conversationId, slip });
  await client.people.signOut();
  expect(await client.counter.shown()).toEqual({ showing: false });
});

test('a restart welcomes, whatever stood there before; nobody shows the slip of a colleague', async () => {
  const { id: conversationId } = await start();
  await opened.client.counter.show({ conversationId, slip });
  opened = await opened.reopen();
  expect(await opened.client.counter.shown()).toEqual({ showing: false });
  await signInAs(opened, 'trainee');
  await expect(opened.client.counter.show({ conversationId, slip })).rejects.toMatchObject({ code: 'notFound' });
  await expect(opened.client.counter.show({ conversationId, slip: { ...slip, agreed: ' ' } })).rejects.toThrow();
});

test('over the port of that window there is one call and no other', async () => {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(counterRouter(opened.core.router), { clientInterceptors: [opened.core.guard] }).upgrade(port1, {
    context: opened.core.context,
  });
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }));
  port1.start();
  port2.start();
  try {
    const told = (await client.counter.slip())[Symbol.asyncIterator]();
    expect(await nextShown(told)).toBeNull();
    const refused = { code: 'NOT_FOUND' };
    await expect(client.counter.shown()).rejects.toMatchObject(refused);
    await expect(client.counter.blank()).rejects.toMatchObject(refused);
    await expect(client.counter.draft({ conversationId: 'x' })).rejects.toMatchObject(refused);
    await expect(client.records.find()).rejects.toMatchObject(refused);
    await expect(client.people.current()).rejects.toMatchObject(refused);
  } finally {
    port1.close();
    port2.close();
  }
});

test('a locked desk has nothing to give to that window', () => {
  expect(counterRouter({})).toEqual({});
});

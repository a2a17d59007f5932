import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
// The first one compiles the library.
beforeEach(async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
}, 60_000);
afterEach(() => opened.remove());

const NUMBER = '13812345678';
const start = (number = NUMBER, flowId?: string) =>
  opened.client.conversation.start({
    channel: 'phone',
    customer: { name: '王丽', title: '女士', number, tier: 'standard' },
    ...(flowId === undefined ? {} : { flowId }),
  });

test('a number nobody knows has no history', async () => {
  expect(await opened.client.customers.history({ number: NUMBER })).toEqual({
    count: 0,
    lastAtMs: null,
    contacts: [],
    openPromises: [],
    openOrders: [],
    repeat: null,
  });
});

test('what was said before is told to whoever picks up next, numbers masked', async () => {
  const { client, clock } = opened;
  const first = await start();
  await client.conversation.writeNote({ conversationId: first.id, text: '家里三天没信号' });
  await client.conversation.breakOff({
    conversationId: first.id,
    reason: 'customerLeft',
    summary: '客户先走了，没信号',
  });
  clock.advance(3_600_000);
  await signInAs(opened, 'trainee');
  const history = await client.customers.history({ number: '138 1234 5678' });
  expect(history).toMatchObject({
    count: 1,
    lastAtMs: first.timers.startedAtMs,
    contacts: [{ id: first.id, told: '客户先走了，没信号', ownerName: '张敏', customerShown: '王女士 138****5678' }],
    repeat: null,
  });
  expect(JSON.stringify(history)).not.toContain('12345678');
});

test('the conversation being led is no history of its own; a second matter of the same kind is a repeat', async () => {
  const { client, clock } = opened;
  const first = await start();
  await client.conversation.park({ conversationId: first.id });
  clock.advance(86_400_000);
  const now = await start();
  const history = await client.customers.history({ number: NUMBER, leaveOut: now.id });
  expect(history.contacts.map(({ id }) => id)).toEqual([first.id]);
  expect(history.repeat).toMatchObject({ title: first.flow.title, times: 1 });
  clock.advance(40 * 86_400_000);
  expect((await client.customers.history({ number: NUMBER, leaveOut: now.id })).repeat).toBeNull();
});

test('special calls by the same number stand in it too', async () => {
  const { client } = opened;
  const { id: specialCallId } = await client.specialCalls.start({ entryId: 'special-calls/media' });
  await client.specialCalls.capture({ specialCallId, fieldId: 'contact', value: NUMBER });
  expect((await client.customers.history({ number: NUMBER })).contacts).toMatchObject([
    { id: specialCallId, kind: 'specialCall' },
  ]);
});

test('nobody is told anything before signing in', async () => {
  await opened.client.people.signOut();
  await expect(opened.client.customers.history({ number: NUMBER })).rejects.toMatchObject({ code: 'notSignedIn' });
});

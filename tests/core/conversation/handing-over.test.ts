import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Release } from '#contract/library/release.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';
import { tickAll } from './drive-conversation.ts';

let opened: OpenCore;
beforeEach(async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
});
afterEach(() => opened.remove());

const start = () =>
  opened.client.conversation.start({
    flowId: 'telecom/flow-complaint',
    channel: 'phone',
    customer: { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' },
  });

test('what was offered waits for any lead over a restart, and is taken up with everything, the lead’s own set aside', async () => {
  const { id } = await start();
  await opened.client.conversation.captureField({ conversationId: id, fieldId: 'matter', value: '多扣了三百' });
  const note = '客户要当天退';
  const offered = await opened.client.conversation.handOver({
    conversationId: id,
    toId: null,
    why: 'beyondAuthority',
    note,
  });
  expect(offered).toMatchObject({ mine: true, handOver: { toName: null, mayAccept: false } });
  expect(await opened.client.conversation.waiting()).toEqual([]);

  opened = await opened.reopen();
  await signInAs(opened, 'lead');
  const { client } = opened;
  const own = await client.conversation.start({ channel: 'phone', customer: { tier: 'standard' } });
  expect(await client.conversation.waiting()).toMatchObject([{ id, handOver: { note, mayAccept: true } }]);
  const taken = await client.conversation.acceptHandOver({ conversationId: id });
  expect(taken).toMatchObject({ state: 'running', mine: true, customer: { number: '13812345678' } });
  expect(taken.fields.find((field) => field.id === 'matter')?.value).toBe('多扣了三百');
  expect(taken.owners.map((owner) => owner.name)).toEqual(['张敏', '李蔚']);
  expect((await client.conversation.view({ conversationId: own.id })).state).toBe('parked');
  expect(await client.conversation.waiting()).toEqual([]);

  await signInAs(opened, 'agent');
  expect(await client.conversation.current()).toBeNull();
  const seen = await client.conversation.view({ conversationId: id });
  expect(seen, 'the first one asked still sees it, without the whole number').toMatchObject({
    mine: false,
    customer: { number: '138****5678' },
  });
  await expect(
    client.conversation.handOver({ conversationId: id, toId: 'nobody', why: 'other', note }),
  ).rejects.toMatchObject({ code: 'notFound' });
});

test('a promise stays listed for days, until it was kept or moved', async () => {
  const { client, clock } = opened;
  const view = await start();
  const conversationId = view.id;
  await client.conversation.captureField({ conversationId, fieldId: 'matter', value: '多扣了' });
  await client.conversation.captureField({ conversationId, fieldId: 'demand', value: '退回来' });
  await tickAll(client, view);
  const { promiseOptions } = await client.conversation.advanceStage({ conversationId, from: 'accept' });
  const [soonest] = promiseOptions;
  expect(soonest?.deadline.stretches.length).toBeGreaterThan(0);
  await client.conversation.setPromise({ conversationId, dueAtMs: soonest?.dueAtMs ?? 0 });
  await client.conversation.breakOff({ conversationId, reason: 'customerLeft', summary: '客户先走了' });
  clock.advance(10 * 86_400_000);
  expect(await client.conversation.promises()).toMatchObject([{ id: conversationId }]);
  const dueAtMs = clock.nowMs() + 3_600_000;
  await client.conversation.movePromise({ conversationId, dueAtMs, why: '部门还在查' });
  expect(await client.conversation.promises()).toMatchObject([{ promise: { dueAtMs } }]);
  await client.conversation.keepPromise({ conversationId });
  expect(await client.conversation.promises()).toEqual([]);
  expect((await client.conversation.view({ conversationId })).promise?.keptAtMs).toBe(clock.nowMs());
});

test('a newer release is offered to a running conversation and taken only when asked for', async () => {
  const view = await start();
  const conversationId = view.id;
  await opened.client.conversation.captureField({ conversationId, fieldId: 'place', value: '翠湖店' });
  await tickAll(opened.client, view);
  opened = await opened.reopen({ release: newerRelease() });
  const { client } = opened;
  const pinned = await client.conversation.current();
  expect(pinned).toMatchObject({ releaseOffer: { releaseVersion: '2099.1.1', flowVersion: 2 } });
  expect(pinned?.required.map((action) => action.id)).not.toContain('newlyAsked');
  const moved = await client.conversation.moveToRelease({ conversationId });
  expect(moved).toMatchObject({ releaseOffer: null, flow: { version: 2 }, carried: [{ value: '翠湖店' }] });
  expect(moved.required.find((action) => action.id === 'newlyAsked')?.ticked).toBe(false);
  expect(moved.required.filter((action) => action.ticked)).toHaveLength(view.required.length);
  await expect(client.conversation.moveToRelease({ conversationId })).rejects.toMatchObject({
    data: { reason: 'noNewerRelease' },
  });
  expect((await client.conversation.draftSummary({ conversationId, language: 'en' })).text).toContain(
    'Noted before: 在哪里 翠湖店',
  );
});

test('a conversation ends only once the words are mended that a lead said must be', async () => {
  const { client } = opened;
  await signInAs(opened, 'lead');
  await client.siteRules.change({ set: { blockingRules: ['check/mobile'] } });
  await signInAs(opened, 'agent');
  const { id } = await start();
  await expect(client.conversation.finish({ conversationId: id, summary: '回电 13812345678' })).rejects.toMatchObject({
    data: { reason: 'wordingBlocked', missing: [{ kind: 'wording', id: 'check/mobile', label: '13812345678' }] },
  });
  await expect(client.conversation.finish({ conversationId: id, summary: '回电客户' })).rejects.toMatchObject({
    data: { reason: 'notInThisStage' },
  });
});

/** The shipped flow with one thing more to do and one field less. */
function newerRelease(): Release {
  const release = structuredClone(shippedRelease());
  for (const { entry } of release.entries) {
    if (entry.kind !== 'flow' || entry.id !== 'telecom/flow-complaint') continue;
    entry.provenance.version += 1;
    const [accept] = entry.stages;
    accept?.required.push({ id: 'newlyAsked', label: '新加的一项', hint: '', readBack: false });
    if (accept) accept.fields = accept.fields.filter((field) => field.id !== 'place');
  }
  return { ...release, version: '2099.1.1' };
}

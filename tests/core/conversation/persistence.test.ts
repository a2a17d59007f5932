import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { captureAll, tickAll, walkNoCoverage } from './drive-conversation.ts';

let opened: OpenCore;
beforeEach(async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
});
afterEach(() => opened.remove());

const customer = { name: '王丽', title: '女士', number: '138 1234 5678', tier: 'vip' } as const;
const start = () => opened.client.conversation.start({ channel: 'counter', customer });

describe('a conversation from the first word to the record', () => {
  test('no coverage, walked through its table to a work order and a finish', async () => {
    const { client } = opened;
    let view = await start();
    expect(view).toMatchObject({
      stage: 'accept',
      state: 'running',
      values: { customerName: '王女士', lastDigits: '5678' },
    });
    expect(view.suggestions).toHaveLength(5);
    expect(view.next).toMatchObject({ allowed: false, reason: 'stageIncomplete' });

    view = await captureAll(client, await tickAll(client, view), { matter: '家里三天没信号', demand: '尽快恢复' });
    view = await client.conversation.advanceStage({ conversationId: view.id, from: 'accept' });
    view = await walkNoCoverage(client, view);
    expect(view.table?.breadcrumbs.map((crumb) => crumb.answerLabel)).toEqual(['以前是好的', '都没有']);
    expect(view.table?.finding).toMatchObject({ nodeId: 'reportArea', hasOtherWay: true, accepted: false });
    expect(view.suggestions[0]).toMatchObject({ entryId: 'telecom/cov-neighbourhood', why: { code: 'finding' } });

    view = await captureAll(client, await tickAll(client, view), { cause: 'ours', indoor: 'indoors' });
    view = await client.conversation.acceptFinding({ conversationId: view.id, nodeId: 'reportArea' });
    view = await client.conversation.advanceStage({ conversationId: view.id, from: 'clarify' });
    view = await captureAll(client, await tickAll(client, view), {});
    view = await client.conversation.chooseOutcome({ conversationId: view.id, outcomeId: 'workOrder' });
    expect(view.next.missing.map((one) => one.kind)).toEqual(['workOrder', 'promise']);
    const [soonest] = view.promiseOptions;
    view = await client.conversation.setPromise({ conversationId: view.id, dueAtMs: soonest?.dueAtMs ?? 0 });
    expect(view.values['replyTime']).toBe(soonest?.text);
    view = await client.conversation.openWorkOrder({ conversationId: view.id });
    expect(view.workOrder?.number).toMatch(/^261102-001$/);
    view = await client.conversation.advanceStage({ conversationId: view.id, from: 'resolve' });
    view = await captureAll(client, await tickAll(client, view), { satisfaction: 'satisfied' });
    const { text } = await client.conversation.draftSummary({ conversationId: view.id });
    expect(text).toContain('客户：王女士，138****5678');
    expect(text).toContain('家里三天没信号');
    expect(text).toContain('这一片信号不好（客户认可）');
    expect(text).toContain('261102-001');
    expect(text).not.toContain('13812345678');
    view = await client.conversation.finish({ conversationId: view.id, summary: text });
    expect(view).toMatchObject({
      state: 'finished',
      summary: text,
      customer: { number: '138****5678' },
      next: { kind: 'none' },
    });
    expect(view.fields.every((field) => !field.value.includes('13812345678'))).toBe(true);
    expect(await client.conversation.current()).toBeNull();

    const [order] = await client.workOrders.list({});
    expect(order).toMatchObject({
      category: 'network',
      customerShown: '王女士 138****5678',
      promisedAtMs: soonest?.dueAtMs,
    });
    const whole = await client.workOrders.view({ workOrderId: order?.id ?? '' });
    expect(whole.fields.map((field) => field.label)).toEqual(
      expect.arrayContaining(['区县', '手机型号', '门牌', '联系电话']),
    );
    expect(JSON.stringify(whole)).not.toContain('13812345678');
  });

  test('a correction stands beside the finished record, which stays as it was', async () => {
    const { client } = opened;
    const { id } = await start();
    await client.conversation.breakOff({ conversationId: id, reason: 'customerLeft', summary: '客户接电话先走了' });
    const view = await client.conversation.correct({ conversationId: id, text: '客户说下午再来', reason: '记漏了' });
    expect(view).toMatchObject({ brokenOff: 'customerLeft', summary: '客户接电话先走了' });
    expect(view.corrections).toMatchObject([{ text: '客户说下午再来', personName: '张敏' }]);
    await expect(client.conversation.writeNote({ conversationId: id, text: '改' })).rejects.toMatchObject({
      code: 'stepRefused',
      data: { reason: 'finished' },
    });
  });
});

describe('what a gate refuses', () => {
  test('a skip and an unfinished stage come back with what is missing', async () => {
    const { client } = opened;
    const { id } = await start();
    const refusal = async (call: Promise<unknown>) =>
      call.then(
        () => null,
        (error: { data: unknown }) => error.data,
      );
    expect(
      await refusal(client.conversation.advanceStage({ conversationId: id, from: 'accept', to: 'resolve' })),
    ).toMatchObject({
      reason: 'stageSkipped',
    });
    expect(await refusal(client.conversation.advanceStage({ conversationId: id, from: 'accept' }))).toMatchObject({
      reason: 'stageIncomplete',
      missing: expect.arrayContaining([{ kind: 'action', id: 'oneByOne', label: '一次只问一件' }]),
    });
    expect(await refusal(client.conversation.advanceStage({ conversationId: id, from: 'clarify' }))).toMatchObject({
      reason: 'moved',
    });
  });

  test('another person can neither change it nor, without leading, look at it', async () => {
    const { client } = opened;
    const { id } = await start();
    await signInAs(opened, 'trainee');
    await expect(client.conversation.writeNote({ conversationId: id, text: '嗯' })).rejects.toMatchObject({
      data: { reason: 'notYours' },
    });
    await expect(client.conversation.view({ conversationId: id })).rejects.toMatchObject({ code: 'notFound' });
    await expect(client.conversation.list({ whose: 'desk' })).rejects.toMatchObject({ code: 'notAllowed' });
    await signInAs(opened, 'lead');
    expect(await client.conversation.view({ conversationId: id })).toMatchObject({
      customer: { number: '138****5678' },
    });
    expect(await client.conversation.list({ whose: 'desk' })).toHaveLength(1);
  });
});

describe('several conversations at once', () => {
  test('starting and resuming park the one that runs, and everything typed is still there', async () => {
    const { client, clock } = opened;
    const first = await start();
    await client.conversation.writeNote({ conversationId: first.id, text: '第一位的记录' });
    const second = await client.conversation.start({ channel: 'phone', customer: { tier: 'standard' } });
    expect(await client.conversation.view({ conversationId: first.id })).toMatchObject({ state: 'parked' });
    expect((await client.conversation.current())?.id).toBe(second.id);
    clock.advance(60_000);
    const again = await client.conversation.resume({ conversationId: first.id });
    expect(again).toMatchObject({ state: 'running', note: '第一位的记录', timers: { parkedMs: 60_000 } });
    expect(await client.conversation.view({ conversationId: second.id })).toMatchObject({ state: 'parked' });
    expect(await client.conversation.list({ state: 'parked' })).toMatchObject([{ id: second.id }]);
  });

  test('a returning customer is found by the whole number, however it was typed', async () => {
    const { client } = opened;
    const { id } = await start();
    await client.conversation.start({ channel: 'phone', customer: { tier: 'standard' } });
    expect(await client.conversation.list({ number: '13812345678' })).toMatchObject([
      { id, customerShown: '王女士 138****5678' },
    ]);
    expect(await client.conversation.list({ number: '1381234567' })).toEqual([]);
  });
});

describe('lines said', () => {
  test('a line said in the conversation counts in it, moves down the suggestions and stands in the record', async () => {
    const { client } = opened;
    const before = await start();
    const [first] = before.suggestions;
    await client.library.sayLine({
      entryId: first?.entryId ?? '',
      variant: 'short',
      values: before.values,
      channel: 'counter',
      conversationId: before.id,
    });
    const after = await client.conversation.view({ conversationId: before.id });
    expect(after.said).toMatchObject([{ entryId: first?.entryId, variant: 'short', stage: 'accept' }]);
    expect(after.timers.lastSaidAtMs).toBe(opened.clock.nowMs());
    expect(after.suggestions[0]?.entryId).not.toBe(first?.entryId);
    expect((await client.conversation.draftSummary({ conversationId: before.id })).text).toContain(first?.title);
  });

  test('a gap filled on the desk is captured where a field fills it, and shown to the next line otherwise', async () => {
    const { client } = opened;
    const { id } = await start();
    let view = await client.conversation.fillVariable({ conversationId: id, name: 'matter', value: '账单多了一笔' });
    expect(view.fields.find((field) => field.id === 'matter')?.value).toBe('账单多了一笔');
    view = await client.conversation.fillVariable({ conversationId: id, name: 'planName', value: '畅享' });
    expect(view.values).toMatchObject({ matter: '账单多了一笔', planName: '畅享' });
  });
});

describe('a crash', () => {
  test('leaves the conversation where it was, in every stage', async () => {
    let view = await start();
    for (const stage of ['accept', 'clarify', 'resolve', 'followUp'] as const) {
      await opened.client.conversation.writeNote({ conversationId: view.id, text: `记到${stage}` });
      view = await captureAll(opened.client, await tickAll(opened.client, view), {});
      if (stage === 'resolve') {
        view = await opened.client.conversation.chooseOutcome({ conversationId: view.id, outcomeId: 'explained' });
      }
      opened = await opened.reopen();
      const after = await opened.client.conversation.current();
      expect(after).toEqual(view);
      expect(after?.note).toBe(`记到${stage}`);
      if (stage !== 'followUp') {
        view = await opened.client.conversation.advanceStage({ conversationId: view.id, from: stage });
      }
    }
  });
});

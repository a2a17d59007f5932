import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SpecialCallView } from '#contract/special-calls/view.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
// The first one compiles the library.
beforeEach(async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
}, 60_000);
afterEach(() => opened.remove());

const start = (entryId: string, more: { conversationId?: string } = {}) =>
  opened.client.specialCalls.start({ entryId, ...more });

/** Leads a rescue to its read-back. */
async function rescueToReadBack(): Promise<SpecialCallView> {
  const { specialCalls } = opened.client;
  const { id: specialCallId } = await start('special-calls/rescue');
  const fill = (fieldId: string, value: string) => specialCalls.capture({ specialCallId, fieldId, value });
  await specialCalls.answer({ specialCallId, stepId: 'safeFirst', answerId: 'safe' });
  await fill('location', '收费站出来两公里');
  await fill('onRoad', 'yes');
  await fill('roadSection', '绕城东段');
  await fill('stakeNumber', 'K23+500');
  await fill('heading', '往机场');
  await specialCalls.goOn({ specialCallId, stepId: 'where' });
  await fill('happened', '爆胎');
  await fill('caller', '周涛');
  await fill('contact', '138 1234 5678');
  await fill('plate', '浙A12345');
  await fill('vehicleType', '七座面包车');
  return specialCalls.goOn({ specialCallId, stepId: 'what' });
}

describe('the picker', () => {
  test('offers the calls in force with what is typed for them, those in English last', async () => {
    const offered = await opened.client.specialCalls.offered();
    expect(offered.length).toBeGreaterThanOrEqual(50);
    expect(offered.find(({ entryId }) => entryId === 'special-calls/silent')).toMatchObject({
      title: '特殊来电 · 没有声音',
      initials: expect.stringContaining('mysy'),
      pinyin: expect.stringContaining('meiyoushengyin'),
    });
    expect(offered.slice(0, 9).map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(offered[8]?.entryId).toBe('special-calls/rescue');
    expect(offered.at(-1)?.entryId).toMatch(/^en-/);
  });
});

describe('a special call', () => {
  test('goes step by step, its lines count as said, and its record drafts itself', async () => {
    const { clock, client } = opened;
    const call = await start('special-calls/silent');
    expect(call.step).toMatchObject({ id: 'greet', said: false, wait: { seconds: 5, sinceMs: null, kind: 'silence' } });
    const of = { specialCallId: call.id };
    let view = await client.specialCalls.say({ ...of, stepId: 'greet' });
    expect(view.step).toMatchObject({ said: true, wait: { sinceMs: clock.nowMs() } });
    clock.advance(5_000);
    await client.specialCalls.goOn({ ...of, stepId: 'greet' });
    await client.specialCalls.say({ ...of, stepId: 'again' });
    view = await client.specialCalls.answer({ ...of, stepId: 'again', answerId: 'heard' });
    await client.specialCalls.capture({ ...of, fieldId: 'matter', value: '查话费' });
    view = await client.specialCalls.end({ ...of, stepId: 'goOn', note: '后面在柜台接着办' });
    expect(view).toMatchObject({ state: 'ended', ending: '转入正常接待' });
    expect(view.summary).toContain('没有回应');
    expect(view.summary).toContain('什么事 查话费');
    expect(view.summary).toContain('后面在柜台接着办');
    expect((await client.library.recentUses({ limit: 10 })).map(({ entryId }) => entryId)).toContain(
      'special-calls/silent-greet',
    );
    expect(await client.specialCalls.current()).toBeNull();
  });

  test('parks nothing: a conversation it comes up in goes on beside it, and both are linked', async () => {
    const { client } = opened;
    const talk = await client.conversation.start({ channel: 'phone', customer: { tier: 'standard' } });
    const call = await start('special-calls/abusive', { conversationId: talk.id });
    expect(call.conversationId).toBe(talk.id);
    expect((await client.conversation.current())?.id).toBe(talk.id);
    expect((await client.specialCalls.current())?.id).toBe(call.id);
  });

  test('leads on to the call its end names, for the same caller', async () => {
    const { client } = opened;
    const angry = await start('special-calls/angry');
    const after = await client.specialCalls.answer({ specialCallId: angry.id, stepId: 'ownIt', answerId: 'swearing' });
    expect(after.step.leadsTo?.entryId).toBe('special-calls/abusive');
    await client.specialCalls.end({ specialCallId: angry.id, stepId: 'toAbusive' });
    const abusive = await client.specialCalls.start({ entryId: 'special-calls/abusive', followsId: angry.id });
    const db = openForReading(dataFolder(opened.dataDir).database);
    expect(db.prepare('SELECT count(*), count(DISTINCT customer_id) FROM special_call').raw().get()).toEqual([2, 1]);
    db.close();
    expect(abusive.step.id).toBe('hearNeed');
  });

  test('stands where it stood after the core was killed', async () => {
    const before = await rescueToReadBack();
    opened = await opened.reopen();
    expect(await opened.client.specialCalls.current()).toEqual(before);
  });

  test('follows the site: a lead who waits longer for a silent line changes every call that follows', async () => {
    const { client, clock } = opened;
    await signInAs(opened, 'lead');
    await client.siteRules.change({ set: { silentLineWaitSeconds: 8 } });
    await signInAs(opened, 'agent');
    const { id: specialCallId } = await start('special-calls/silent');
    const said = await client.specialCalls.say({ specialCallId, stepId: 'greet' });
    expect(said.step.wait?.seconds).toBe(8);
    clock.advance(5_000);
    await expect(client.specialCalls.goOn({ specialCallId, stepId: 'greet' })).rejects.toMatchObject({
      data: { reason: 'waiting' },
    });
    clock.advance(3_000);
    expect((await client.specialCalls.goOn({ specialCallId, stepId: 'greet' })).step.id).toBe('again');
  });

  test('is read back where a lead asked for it, beside the calls whose flow asks for it itself', async () => {
    const { client } = opened;
    const toItsEnd = async () => {
      const { id: specialCallId } = await start('special-calls/silent');
      await client.specialCalls.answer({ specialCallId, stepId: 'greet', answerId: 'heard' });
      await client.specialCalls.capture({ specialCallId, fieldId: 'matter', value: '查话费' });
      return { specialCallId, stepId: 'goOn' };
    };
    expect((await client.specialCalls.end(await toItsEnd())).state).toBe('ended');
    await signInAs(opened, 'lead');
    await client.siteRules.change({ set: { readBackCalls: ['special-calls/silent'] } });
    await signInAs(opened, 'agent');
    const of = await toItsEnd();
    expect((await client.specialCalls.current())?.step.readBack).toBe('needed');
    await expect(client.specialCalls.end(of)).rejects.toMatchObject({ data: { reason: 'notReadBack' } });
    await client.specialCalls.readBack(of);
    expect((await client.specialCalls.end(of)).summary).toContain('复述：念过一遍');
  });

  test('apologises for a look-up after as long as the site says', async () => {
    const apologyOf = async () => {
      const { id: specialCallId } = await start('special-calls/long-hold');
      await opened.client.specialCalls.answer({ specialCallId, stepId: 'askFirst', answerId: 'waits' });
      const { step } = await opened.client.specialCalls.view({ specialCallId });
      await opened.client.specialCalls.breakOff({ specialCallId, reason: 'startedByMistake' });
      return step.wait?.apology?.seconds;
    };
    expect(await apologyOf()).toBe(30);
    await signInAs(opened, 'lead');
    await opened.client.siteRules.change({ set: { lookUpApologySeconds: 20 } });
    expect(await apologyOf()).toBe(20);
  });

  test('belongs to who took it: others do not find it, leads do, masked', async () => {
    const { id: specialCallId } = await rescueToReadBack();
    await signInAs(opened, 'trainee');
    await expect(opened.client.specialCalls.view({ specialCallId })).rejects.toMatchObject({ code: 'notFound' });
    await expect(opened.client.specialCalls.breakOff({ specialCallId, reason: 'lineLost' })).rejects.toMatchObject({
      data: { reason: 'notYours' },
    });
    await signInAs(opened, 'lead');
    const seen = await opened.client.specialCalls.view({ specialCallId });
    expect(seen.fields.find(({ id }) => id === 'contact')?.value).toBe('138****5678');
  });
});

describe('a rescue', () => {
  test('reads out what was taken down, is sent only once that was read back, and masks it afterwards', async () => {
    const { client } = opened;
    const call = await rescueToReadBack();
    const of = { specialCallId: call.id };
    expect(call.readOut.map(({ label, value }) => `${label}=${value}`)).toEqual(
      expect.arrayContaining(['路段=绕城东段', '桩号=K23+500', '联系电话=13812345678', '车型=七座面包车']),
    );
    await expect(client.specialCalls.end({ ...of, stepId: 'readBack' })).rejects.toMatchObject({
      data: { reason: 'noWayOn' },
    });
    expect(await client.workOrders.list()).toEqual([]);
    await expect(client.specialCalls.answer({ ...of, stepId: 'readBack', answerId: 'right' })).rejects.toMatchObject({
      code: 'stepRefused',
      data: { reason: 'notReadBack' },
    });
    await client.specialCalls.say({ ...of, stepId: 'readBack' });
    await client.specialCalls.readBack({ ...of, stepId: 'readBack' });
    await client.specialCalls.answer({ ...of, stepId: 'readBack', answerId: 'right' });
    await client.specialCalls.fillGap({ ...of, name: 'nextNewsTime', value: '十点半' });
    await client.specialCalls.say({ ...of, stepId: 'dispatch' });
    const sent = await client.specialCalls.end({ ...of, stepId: 'dispatch' });
    expect(sent).toMatchObject({ state: 'ended', ending: '已派救援，盯到人到' });
    expect(sent.summary).toContain('复述：念过一遍');
    expect(sent.summary).not.toContain('13812345678');
    expect(sent.fields.find(({ id }) => id === 'contact')?.value).toBe('138****5678');
    const { number = '', id: workOrderId = '' } = sent.workOrder ?? {};
    expect(sent.summary).toContain(`工单：${number}`);
    const order = await client.workOrders.view({ workOrderId });
    expect(order).toMatchObject({
      number,
      state: 'drafted',
      kindLabel: '道路救援',
      category: 'other',
      source: 'hotline',
    });
    expect(Object.fromEntries(order.fields.map(({ id, value }) => [id, value]))).toMatchObject({
      ...{ roadSection: '绕城东段', stakeNumber: 'K23+500', direction: '往机场' },
      ...{ plate: '浙A12345', vehicleType: '七座面包车', what: '爆胎' },
    });
    expect((await client.workOrders.list()).map((one) => one.number)).toEqual([number]);
    const { rows } = await client.records.find({ kind: 'specialCall' });
    expect(rows.map(({ workOrderNumber }) => workOrderNumber)).toEqual([number]);
    const corrected = await client.specialCalls.correct({ ...of, text: '桩号是 K23+700', reason: '听错了' });
    expect(corrected).toMatchObject({ summary: sent.summary, corrections: [{ text: '桩号是 K23+700' }] });
  });

  test('off the road opens its order all the same, as one of the general kind', async () => {
    const { specialCalls, workOrders } = opened.client;
    const { id: specialCallId } = await start('special-calls/rescue');
    const of = { specialCallId };
    await specialCalls.answer({ ...of, stepId: 'safeFirst', answerId: 'safe' });
    const taken = {
      location: '三号楼电梯里',
      onRoad: 'no',
      happened: '两人困在电梯',
      caller: '何芳',
      contact: '13812345678',
    };
    for (const [fieldId, value] of Object.entries(taken)) await specialCalls.capture({ ...of, fieldId, value });
    await specialCalls.goOn({ ...of, stepId: 'where' });
    await specialCalls.goOn({ ...of, stepId: 'what' });
    await specialCalls.readBack({ ...of, stepId: 'readBack' });
    await specialCalls.answer({ ...of, stepId: 'readBack', answerId: 'right' });
    const sent = await specialCalls.end({ ...of, stepId: 'dispatch' });
    const order = await workOrders.view({ workOrderId: sent.workOrder?.id ?? '' });
    expect(order).toMatchObject({ kindLabel: '其他', matter: '特殊来电 · 求救：两人困在电梯' });
    expect(order.fields.find(({ id }) => id === 'place')?.value).toBe('三号楼电梯里');
  });
});

describe('a call about an incident', () => {
  test('a journalist is taken down, read back and passed to who speaks for the house, with the notice beside it', async () => {
    const { client } = opened;
    await signInAs(opened, 'lead');
    const alert = await client.alerts.raise({ alertKind: 'media', text: '记者到厅里来了' });
    expect(alert.noticeLines.length).toBeGreaterThan(0);
    await signInAs(opened, 'agent');
    const call = await start('special-calls/media');
    expect(call.incident).toBe(true);
    const of = { specialCallId: call.id };
    await expect(client.specialCalls.goOn({ ...of, stepId: 'takeDown' })).rejects.toMatchObject({
      data: { reason: 'notReadBack' },
    });
    const taken = {
      ...{ reporter: '沈记者', outlet: '都市晚报', question: '为什么昨晚断网' },
      ...{ deadline: '2026-11-02T18:00', contact: '13800001111' },
    };
    for (const [fieldId, value] of Object.entries(taken)) await client.specialCalls.capture({ ...of, fieldId, value });
    await client.specialCalls.say({ ...of, stepId: 'takeDown' });
    await client.specialCalls.readBack({ ...of, stepId: 'takeDown' });
    await client.specialCalls.goOn({ ...of, stepId: 'takeDown' });
    await client.specialCalls.answer({ ...of, stepId: 'toSpokesperson', answerId: 'presses' });
    await client.specialCalls.say({ ...of, stepId: 'again' });
    await client.specialCalls.goOn({ ...of, stepId: 'again', early: true });
    const passed = await client.specialCalls.end({ ...of, stepId: 'pass' });
    expect(passed).toMatchObject({ ending: '交发言人', workOrder: null });
    expect(passed.summary).toContain('为什么昨晚断网');
    expect(passed.readOut.map(({ label }) => label)).toEqual([
      '记者姓名',
      '哪家媒体',
      '问什么',
      '几点截稿',
      '联系电话',
    ]);
  });

  test('an outage goes to its end: told now, half done matters first, a number left for the all clear', async () => {
    const { specialCalls } = opened.client;
    const call = await start('special-calls/system-outage');
    expect(call.incident).toBe(true);
    const of = { specialCallId: call.id };
    await specialCalls.answer({ ...of, stepId: 'sayNow', answerId: 'halfDone' });
    await specialCalls.capture({ ...of, fieldId: 'stoppedAt', value: '转账按了确认，没出结果，三千元' });
    await specialCalls.readBack({ ...of, stepId: 'halfDone' });
    await specialCalls.goOn({ ...of, stepId: 'halfDone' });
    await specialCalls.answer({ ...of, stepId: 'report', answerId: 'still' });
    await specialCalls.capture({ ...of, fieldId: 'contact', value: '13800001111' });
    await expect(specialCalls.end({ ...of, stepId: 'leaveSheet' })).rejects.toMatchObject({
      data: { reason: 'notReadBack' },
    });
    await specialCalls.readBack({ ...of, stepId: 'leaveSheet' });
    expect((await specialCalls.end({ ...of, stepId: 'leaveSheet' })).ending).toBe('登记，通了打电话');
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
// The first one compiles the library.
beforeEach(async () => {
  opened = await openCore();
  await signInAs(opened, 'agent');
}, 60_000);
afterEach(() => opened.remove());

const wang = { name: '王丽', title: '女士', number: '138-1234-5678', tier: 'standard' } as const;

async function talk(customer: { name?: string; title?: string; number?: string; tier: 'standard' }, scene?: string) {
  const { id } = await opened.client.conversation.start({
    channel: 'phone',
    customer,
    ...(scene === undefined ? {} : { scene }),
  });
  return id;
}
const found = async (query: Parameters<typeof opened.client.records.find>[0]) =>
  (await opened.client.records.find(query)).rows.map(({ id }) => id);

describe('past contacts are found', () => {
  test('by the whole number however it is typed, and by name, address or surname', async () => {
    const id = await talk(wang);
    await talk({ name: '李强', title: '先生', number: '13900001111', tier: 'standard' });
    expect(await found({ number: '13812345678' })).toEqual([id]);
    expect(await found({ number: '138 1234 5678' })).toEqual([id]);
    expect(await found({ number: '1381234567' }), 'a part of a number finds nobody').toEqual([]);
    for (const name of ['王丽', '王女士', ' 王 丽', '王']) expect(await found({ name }), name).toEqual([id]);
    expect(await found({ name: '张' })).toEqual([]);
  });

  test('by what a field captured: the number a caller left in a special call, and the name', async () => {
    const { specialCalls } = opened.client;
    const { id: specialCallId } = await specialCalls.start({ entryId: 'special-calls/media' });
    await specialCalls.capture({ specialCallId, fieldId: 'contact', value: '13700002222' });
    const { rows } = await opened.client.records.find({ number: '13700002222' });
    expect(rows).toMatchObject([
      { id: specialCallId, kind: 'specialCall', customerShown: '137****2222', hasNumber: true },
    ]);
  });

  test('by scene, state, outcome, day and kind, each leaving out the rest', async () => {
    const { client, clock } = opened;
    const first = await talk(wang);
    await client.conversation.breakOff({ conversationId: first, reason: 'customerLeft' });
    clock.advance(86_400_000);
    const second = await talk(wang);
    const call = (await client.specialCalls.start({ entryId: 'special-calls/wrong-number' })).id;
    await client.specialCalls.answer({ specialCallId: call, stepId: 'sayWho', answerId: 'sameAgain' });
    await client.specialCalls.end({ specialCallId: call, stepId: 'offerLook' });
    expect(await found({})).toEqual([call, second, first]);
    expect(await found({ state: 'brokenOff' })).toEqual([first]);
    expect(await found({ kind: 'specialCall' })).toEqual([call]);
    expect(await found({ outcome: '帮他查了号码' })).toEqual([call]);
    expect(await found({ scene: 'scope' })).toEqual([call]);
    // The clock of the test stands at nine in the morning of the second, Shanghai time.
    expect(await found({ toDay: '2026-11-02' })).toEqual([first]);
    expect(await found({ fromDay: '2026-11-03' })).toEqual([call, second]);
    expect(await found({ fromDay: '2026-11-03', toDay: '2026-11-02' })).toEqual([]);
    const choices = await client.records.choices();
    expect(choices.outcomes).toEqual(['帮他查了号码']);
    expect(choices.scenes.find(({ id }) => id === 'scope')?.label).toBe('超出范围');
  });

  test('page by page, none twice and none left out', async () => {
    const all: string[] = [];
    for (let n = 0; n < 7; n += 1) all.unshift(await talk({ tier: 'standard' }));
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await opened.client.records.find({ limit: 3, ...(after ? { after } : {}) });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toEqual(all);
  });
});

describe('who sees what', () => {
  test('agents see their own, leads the desk and by person', async () => {
    const own = await talk(wang);
    const agent = await opened.client.people.current();
    await signInAs(opened, 'trainee');
    const other = await talk(wang);
    expect(await found({})).toEqual([other]);
    expect((await opened.client.records.choices()).people).toEqual([]);
    await signInAs(opened, 'lead');
    expect(await found({})).toEqual([other, own]);
    expect(await found({ personId: agent?.id ?? '' })).toEqual([own]);
    expect((await opened.client.records.choices()).people.map(({ id }) => id)).toContain(agent?.id);
  });

  test('lists mask every number; showing one is recorded with who, when and why, before it is shown', async () => {
    const { client, clock } = opened;
    const id = await talk(wang);
    const { rows } = await client.records.find({});
    expect(JSON.stringify(rows)).not.toContain('12345678');
    expect(rows[0]).toMatchObject({ customerShown: '王女士 138****5678', hasNumber: true });
    await expect(client.records.showNumber({ recordId: id, reason: ' ' })).rejects.toThrow();
    const shown = await client.records.showNumber({ recordId: id, reason: '回电核对门牌' });
    expect(shown).toMatchObject({ numbers: [{ value: '138-1234-5678' }], hideAfterMs: expect.any(Number) });
    await expect(client.records.looks()).rejects.toMatchObject({ code: 'notAllowed' });
    await signInAs(opened, 'lead');
    expect(await client.records.looks()).toMatchObject([
      {
        recordId: id,
        personName: '张敏',
        reason: '回电核对门牌',
        atMs: clock.nowMs(),
        customerShown: '王女士 138****5678',
      },
    ]);
    await client.records.showNumber({ recordId: id, reason: '抽查' });
    expect(await client.records.looks({ recordId: id })).toHaveLength(2);
  });

  test('nobody unmasks what they may not see', async () => {
    const id = await talk(wang);
    await signInAs(opened, 'trainee');
    await expect(opened.client.records.showNumber({ recordId: id, reason: '看看' })).rejects.toMatchObject({
      code: 'notFound',
    });
    await signInAs(opened, 'lead');
    expect(await opened.client.records.looks()).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { openCore, signInAs } from '#tests/harness/open-core.ts';

test('a note is checked over the wire against the forbidden phrases of the release in force', async () => {
  const opened = await openCore();
  await signInAs(opened, 'agent');
  const text = '我回答：我不是跟你说过了吗？';
  const { findings } = await opened.client.lint.check({ text });
  expect(findings.length).toBeGreaterThan(0);
  for (const { start, end, matched, rewording } of findings) {
    expect(text.slice(start, end)).toBe(matched);
    expect(rewording).not.toBe('');
  }
  expect(await opened.client.lint.check({ text: '' })).toEqual({ findings: [] });
  opened.remove();
});

test('how much one may promise follows the post, the cause and what a lead set', async () => {
  const opened = await openCore();
  const { client } = opened;
  const idsOf = async (text: string, cause: 'ours' | 'unclear' | 'customers' | null = null) =>
    (await client.lint.check({ text, audience: 'record', cause })).findings.map(({ ruleId }) => ruleId);
  await signInAs(opened, 'agent');
  expect(await idsOf('给您退五百元。')).toEqual(['check/amount']);
  expect(await idsOf('给您退八十元。')).toEqual([]);
  expect(await idsOf('给您退八十元。', 'unclear')).toEqual(['check/amount']);
  await signInAs(opened, 'lead');
  expect(await idsOf('给您退五百元。')).toEqual([]);
  expect(await idsOf('给您退五百元。', 'unclear')).toEqual(['check/amount']);
  await client.siteRules.change({
    set: {
      refundAuthority: {
        ours: { agent: 600, lead: 5_000 },
        unclear: { agent: 90, lead: 600 },
        customers: { agent: 0, lead: 0 },
      },
      blockingRules: ['check/amount'],
    },
  });
  await signInAs(opened, 'agent');
  expect(await idsOf('给您退五百元。')).toEqual([]);
  expect(await idsOf('给您退八十元。', 'unclear')).toEqual([]);
  const { findings } = await client.lint.check({ text: '给您退七百元。', audience: 'record' });
  expect(findings.map(({ blocks }) => blocks)).toEqual([true]);
  opened.remove();
});

test('every rule of the live check can be looked up by its name', async () => {
  const opened = await openCore();
  const rules = await opened.client.lint.rules();
  expect(new Set(rules.map(({ ruleId }) => ruleId)).size).toBe(rules.length);
  expect(rules.filter(({ reckoned }) => reckoned !== null)).toHaveLength(9);
  for (const { title, reckoned } of rules) expect(title === null).toBe(reckoned !== null);
  opened.remove();
});

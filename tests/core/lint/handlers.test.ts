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

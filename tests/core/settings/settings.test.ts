import { afterEach, expect, test } from 'vitest';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
afterEach(() => opened.remove());

test('everybody has settings of their own, and they survive a restart', async () => {
  opened = await openCore();
  expect(await opened.client.settings.read()).toEqual({ theme: 'system', textScale: 100, language: 'zh-CN' });
  await signInAs(opened, 'agent');
  await opened.client.settings.change({ theme: 'dark', textScale: 150 });
  await signInAs(opened, 'lead');
  expect((await opened.client.settings.read()).theme).toBe('system');
  await signInAs(opened, 'agent');
  opened = await opened.reopen({ runId: 'run-2' });
  expect(await opened.client.settings.read()).toEqual({ theme: 'dark', textScale: 150, language: 'zh-CN' });
});

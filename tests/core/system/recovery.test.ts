import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import { afterEach, describe, expect, test } from 'vitest';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

const opened: OpenCore[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.remove();
});

async function refusal(call: Promise<unknown>): Promise<unknown> {
  const [error] = await safe(call);
  return error && isDefinedError(error)
    ? { code: (error as { code: string }).code, data: (error as { data: unknown }).data }
    : error;
}

describe('the recovery key', () => {
  test('a new desk works and keeps asking until the printed key was proved to be on paper', async () => {
    const desk = await openCore();
    opened.push(desk);
    expect((await desk.client.system.status()).state).toBe('needsRecoveryPrint');
    const { recoveryKey } = await desk.client.system.createRecoveryKey();
    const wrong = recoveryKey.endsWith('00000') ? '11111' : '00000';
    expect(await refusal(desk.client.system.confirmRecoveryKey({ recoveryKey: wrong }))).toEqual({
      code: 'recoveryKeyRefused',
      data: { why: 'malformed' },
    });
    await desk.client.system.confirmRecoveryKey({ recoveryKey: recoveryKey.slice(-5).toLowerCase() });
    expect((await desk.client.system.status()).state).toBe('ready');
  });

  test('a moved data folder opens with the printed key only, and keeps what was in it', async () => {
    const desk = await openCore();
    opened.push(desk);
    await signInAs(desk, 'agent');
    await desk.client.settings.change({ theme: 'dark' });
    const { recoveryKey } = await desk.client.system.createRecoveryKey();
    await desk.client.system.confirmRecoveryKey({ recoveryKey });
    const moved = mkdtempSync(join(tmpdir(), 'counterpart-moved-'));
    desk.core.close();
    cpSync(desk.dataDir, moved, { recursive: true });

    const secrets = memorySecrets();
    const locked = await openCore({ dataDir: moved, secrets });
    opened.push(locked);
    expect((await locked.client.system.status()).state).toBe('needsRecoveryKey');
    expect(await refusal(locked.client.people.list())).toMatchObject({ code: 'locked' });
    expect(await refusal(locked.client.system.unlock({ recoveryKey: `${recoveryKey.slice(0, -1)}!` }))).toMatchObject({
      code: 'recoveryKeyRefused',
    });
    await locked.client.system.unlock({ recoveryKey });
    expect(locked.restartRequests()).toBe(1);
    const again = await locked.reopen();
    opened.push(again);
    expect((await again.client.system.status()).state).toBe('ready');
    expect((await again.client.settings.read()).theme).toBe('dark');
  });
});

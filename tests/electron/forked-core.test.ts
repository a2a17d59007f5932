import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ForkedDeskCore, forkDeskCore, makeDataDir, startMessage } from '#tests/harness/forked-desk-core.ts';
import { shippedReleaseBytes } from '#tests/harness/shipped-release.ts';

const folder = makeDataDir();
const starterFile = join(folder, 'starter-release.json');
beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(starterFile, shippedReleaseBytes());
});

const running: ForkedDeskCore[] = [];
function fork(...parameters: Parameters<typeof forkDeskCore>): ForkedDeskCore {
  const core = forkDeskCore(...parameters);
  running.push(core);
  return core;
}
afterEach(async () => {
  for (const core of running.splice(0)) {
    core.process.kill();
    await core.exit;
  }
});

describe('the core under an external Node', () => {
  test('says when it is ready, then answers calls, several windows at once', async () => {
    const core = fork(startMessage(makeDataDir(), starterFile));
    await core.ready;
    const [one, two] = [core.connect(), core.connect()];
    const [people, status] = await Promise.all([one.client.people.list(), two.client.system.status()]);
    expect(people).toHaveLength(6);
    expect(status.release?.entries).toBeGreaterThan(50);
  });

  test('only one at a time writes in a data folder; the second says why, and starts once the first is dead', async () => {
    const dataDir = makeDataDir();
    const first = fork(startMessage(dataDir, starterFile));
    await first.ready;
    const second = fork(startMessage(dataDir, starterFile));
    await expect(second.ready).rejects.toThrow();
    expect(second.messages).toMatchObject([{ kind: 'failed', failure: 'folderInUse' }]);
    expect((await first.connect().client.system.status()).journal?.faults).toEqual([]);
    first.process.kill();
    await first.exit;
    const third = fork(startMessage(dataDir, starterFile));
    await third.ready;
  });

  test('answers an unknown call and an input of the wrong shape with an error instead of silence', async () => {
    const core = fork(startMessage(makeDataDir(), starterFile));
    await core.ready;
    const { client } = core.connect();
    const unknown = client as unknown as { library: { burn(): Promise<unknown> } };
    const [missing] = await safe(unknown.library.burn());
    expect(missing).toMatchObject({ code: 'NOT_FOUND' });
    const [shape] = await safe(client.library.line({ entryId: 5 as unknown as string }));
    expect(shape).toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('pushes changes to a window that follows them', async () => {
    const core = fork(startMessage(makeDataDir(), starterFile));
    await core.ready;
    const { client } = core.connect();
    const changes = await client.system.changes();
    const next = changes.next();
    const [person] = await client.people.list();
    await client.people.signIn({ personId: person?.id ?? '' });
    expect((await next).value).toMatchObject({ topics: expect.arrayContaining(['people', 'journal']) });
  });

  test('a killed core closes every window’s port, and what it acknowledged is there in the next one', async () => {
    const dataDir = makeDataDir();
    const first = fork(startMessage(dataDir, starterFile));
    await first.ready;
    const { client, closed } = first.connect();
    const [person] = await client.people.list();
    await client.people.signIn({ personId: person?.id ?? '' });
    await client.settings.change({ theme: 'dark' });
    process.kill(first.process.pid ?? 0, 'SIGKILL');
    expect(await first.exit).toMatchObject({ signal: 'SIGKILL' });
    await closed;
    const second = fork(startMessage(dataDir, starterFile));
    await second.ready;
    const again = second.connect().client;
    expect((await again.people.current())?.id).toBe(person?.id);
    expect((await again.settings.read()).theme).toBe('dark');
  });

  test('a core that cannot start says why instead of dying silently', async () => {
    const core = fork(startMessage(makeDataDir(), join(makeDataDir(), 'no-such-release.json')));
    await expect
      .poll(() => core.messages, { timeout: 10_000 })
      .toContainEqual(expect.objectContaining({ kind: 'failed', failure: 'release' }));
  });

  test('asked to stop it closes its database and ends', async () => {
    const core = fork(startMessage(makeDataDir(), starterFile));
    await core.ready;
    core.process.send({ kind: 'stop' });
    expect(await core.exit).toMatchObject({ code: 0 });
  });
});

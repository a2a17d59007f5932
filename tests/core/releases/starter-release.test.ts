import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { compareReleaseVersions } from '#core/releases/release-version.ts';
import { starterReleasePin } from '#core/releases/starter-release-pin.ts';
import { type OpenCore, openCore } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';
import { compileRelease } from '#tools/content/compile.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

let opened: OpenCore | null = null;
afterEach(() => {
  opened?.remove();
  opened = null;
});

test('the wording in the repository is the release the app is pinned to', () => {
  const { bytes, release } = compileRelease(loadLibrary(join(PROJECT_ROOT, 'scripts-library')));
  expect({ version: release.version, sha256: createHash('sha256').update(bytes).digest('hex') }).toEqual(
    starterReleasePin,
  );
});

test('a changed starter file is refused before anything of it is used', async () => {
  const { createCore } = await import('#core/create-core.ts');
  opened = await openCore();
  const file = join(opened.dataDir, 'starter-release.json');
  const { dataDir } = opened;
  opened.core.close();
  appendFileSync(file, ' ');
  const { openDatabase } = await import('#core/open-database.ts');
  const { fixedIds } = await import('#tests/harness/fixed-ids.ts');
  const fresh = join(dataDir, 'fresh');
  const { openFolder } = await import('#core/open-folder.ts');
  const folder = openFolder(fresh);
  openDatabase(folder, fixedIds()).db.close();
  folder.release();
  const { fixedClock } = await import('#tests/harness/fixed-clock.ts');
  const { memorySecrets } = await import('#tests/harness/open-core.ts');
  await expect(
    createCore({
      dataDir: fresh,
      clock: fixedClock(),
      ids: fixedIds(),
      logger: { info: () => undefined, error: () => undefined },
      secrets: memorySecrets(),
      timeZone: 'Asia/Shanghai',
      runId: 'run',
      starterRelease: { file, pin: starterReleasePin },
      verifyWorkerUrl: new URL('file:///nowhere'),
      requestRestart: () => undefined,
    }),
  ).rejects.toMatchObject({ failure: 'release' });
});

test('a desk takes a newer release that the app brings along, and never an older one', async () => {
  const release = shippedRelease();
  opened = await openCore({ release: { ...release, version: '2026.11.9' } });
  opened = await opened.reopen({ release: { ...release, version: '2026.12.1' } });
  expect((await opened.client.system.status()).release?.version).toBe('2026.12.1');
  opened = await opened.reopen({ release: { ...release, version: '2026.11.10' } });
  expect((await opened.client.system.status()).release?.version).toBe('2026.12.1');
});

test('release versions are compared by number, not by letter', () => {
  expect(compareReleaseVersions('2026.9.1', '2026.10.1')).toBeLessThan(0);
  expect(compareReleaseVersions('2026.10.10', '2026.10.9')).toBeGreaterThan(0);
  expect(compareReleaseVersions('2026.10.1', '2026.10.1')).toBe(0);
});

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDefinedError, safe } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import type { Contract } from '#contract/contract.ts';
import { type Core, createCore } from '#core/create-core.ts';
import { BALLAST_BYTES } from '#core/db/ballast.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import { createEventSealer } from '#core/journal/sealing.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { count } from '#tests/counts.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { memorySecrets } from '#tests/harness/open-core.ts';
import { testFolder } from '#tests/harness/open-journal.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';
import { shippedRelease, shippedReleaseBytes } from '#tests/harness/shipped-release.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';
import { smallDisk } from './small-disk.ts';

const MEGABYTES = 64;
const MOST_WRITES = 5_000;

type Theme = 'light' | 'dark';
type Client = ContractRouterClient<Contract>;

/** Opens cores over one folder of a small disk; the wording that comes with the app lies on another disk. */
function deskOn(dataDir: string, other: string) {
  const file = join(other, 'starter-release.json');
  const bytes = shippedReleaseBytes();
  writeFileSync(file, bytes);
  const pin = { version: shippedRelease().version, sha256: createHash('sha256').update(bytes).digest('hex') };
  const secrets = memorySecrets();
  let opened = 0;
  return {
    secrets,
    async open(): Promise<{ core: Core; client: Client }> {
      opened += 1;
      const core = await createCore({
        dataDir,
        clock: fixedClock(),
        ids: fixedIds(`full ${opened}`),
        logger: { info: () => undefined, error: () => undefined },
        secrets,
        timeZone: 'Asia/Shanghai',
        runId: 'run',
        starterRelease: { file, pin },
        verifyWorkerUrl: pathToFileURL(join(PROJECT_ROOT, 'core/journal/verify-worker.ts')),
        requestRestart: () => undefined,
      });
      onTestFinished(core.close);
      const client = createRouterClient(core.router, {
        context: core.context,
        interceptors: [core.guard as never],
      }) as unknown as Client;
      core.watchLimits();
      return { core, client };
    },
  };
}

it(
  'a full disk is told, keeps everything that was acknowledged, and the desk goes on by itself when there is space',
  async () => {
    const parent = testFolder();
    const disk = smallDisk(parent, MEGABYTES);
    const dataDir = join(disk.folder, 'data');
    const desk = deskOn(dataDir, parent);
    let { core, client } = await desk.open();
    const [person] = await client.people.list();
    await client.people.signIn({ personId: person?.id ?? '' });
    const { ballast, database } = dataFolder(dataDir);
    const random = seededRandom(23);
    let acknowledged = 0;
    let theme: Theme = 'light';

    /** Writes until the disk is full; every answer is either kept or the one failure that says so. */
    const writeUntilFull = async (): Promise<void> => {
      for (let tries = 0; tries < MOST_WRITES; tries += 1) {
        const next: Theme = theme === 'light' ? 'dark' : 'light';
        const [error] = await safe(client.settings.change({ theme: next }));
        if (error !== null) {
          expect(isDefinedError(error) && error.code).toBe('storageFull');
          return;
        }
        acknowledged += 1;
        theme = next;
      }
      throw new Error('the disk never became full');
    };

    for (let round = 0; round < count('diskFull'); round += 1) {
      expect(existsSync(ballast) && statSync(ballast).size).toBe(BALLAST_BYTES);
      disk.fillUpTo(Math.floor(random() * 600_000));
      await writeUntilFull();
      expect((await client.system.status()).storage).toBe('full');
      expect(existsSync(ballast)).toBe(false);
      // Whoever filled the disk takes what the ballast gave back as well.
      disk.fillUpTo(Math.floor(random() * 80_000));
      await writeUntilFull();
      expect((await client.settings.read()).theme).toBe(theme);
      expect((await client.library.search({ text: '账单' })).hits.length).toBeGreaterThan(0);
      if (round % 5 === 4) {
        core.close();
        // A start may or may not get by with what is left; if not, it says why.
        const started = await desk.open().catch((error: unknown) => error);
        if (started instanceof Error) {
          expect(started).toMatchObject({ failure: 'storageFull' });
          disk.empty();
          ({ core, client } = await desk.open());
        } else ({ core, client } = started as Awaited<ReturnType<typeof desk.open>>);
        expect((await client.settings.read()).theme).toBe(theme);
      }
      disk.empty();
      const next: Theme = theme === 'light' ? 'dark' : 'light';
      await client.settings.change({ theme: next });
      theme = next;
      acknowledged += 1;
      expect((await client.system.status()).storage).toBe('enough');
    }

    expect((await client.system.status()).journal?.faults).toEqual([]);
    core.close();
    const db = openForReading(database);
    expect(db.prepare(`SELECT count(*) FROM journal WHERE kind = 'settings.changed'`).pluck().get()).toBe(acknowledged);
    const sealer = createEventSealer(desk.secrets.key ?? new Uint8Array(32), (size) => new Uint8Array(size));
    expect(verifyJournal(db, { sealer, pages: true }).faults).toEqual([]);
    db.close();
  },
  60_000 + count('diskFull') * 20_000,
);

it('a folder that nothing may be written into is refused with the reason, and nothing in it changes', async () => {
  const parent = testFolder();
  const disk = smallDisk(parent, MEGABYTES);
  const dataDir = join(disk.folder, 'data');
  const desk = deskOn(dataDir, parent);
  disk.readOnly(true);
  await expect(desk.open()).rejects.toMatchObject({ failure: 'readOnlyFolder' });
  expect(readdirSync(disk.folder)).toEqual([]);
  disk.readOnly(false);
  const { core } = await desk.open();
  core.close();
  const stateOf = () => readdirSync(dataDir).map((name) => [name, statSync(join(dataDir, name)).mtimeMs]);
  const before = stateOf();
  disk.readOnly(true);
  await expect(desk.open()).rejects.toMatchObject({ failure: 'readOnlyFolder' });
  expect(stateOf()).toEqual(before);
  disk.readOnly(false);
  const again = await desk.open();
  expect((await again.client.system.status()).journal?.faults).toEqual([]);
  again.core.close();
});

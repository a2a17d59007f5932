import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '#contract/contract.ts';
import type { Role } from '#contract/vocabulary.ts';
import { type Clock, systemClock } from '#core/clock.ts';
import type { CoreOptions } from '#core/core-options.ts';
import { createCore } from '#core/create-core.ts';
import { systemIds } from '#core/ids.ts';
import { starterReleasePin } from '#core/releases/starter-release-pin.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import { PROJECT_ROOT } from '../runtime/provision.ts';

export type DeskClient = ContractRouterClient<Contract>;

const shipped = { file: join(PROJECT_ROOT, 'out/library/starter-release.json'), pin: starterReleasePin };

/**
 * Prepares the folder of a desk that was never started, through the real core: `work` acts for the sample person of
 * `role`, who then sits at the desk. The app that is started over it later finds everything as it was left; by another
 * `clock` it was left some time ago.
 */
export async function seedDesk(
  userData: string,
  role: Role,
  work: (client: DeskClient) => Promise<void>,
  starterRelease: CoreOptions['starterRelease'] = shipped,
  clock: Clock = systemClock,
): Promise<void> {
  const keyDir = join(userData, 'keys');
  mkdirSync(keyDir, { recursive: true, mode: 0o700 });
  const core = await createCore({
    dataDir: join(userData, 'data'),
    clock,
    ids: systemIds,
    logger: { info: () => undefined, error: (message, error) => console.error(message, error) },
    secrets: {
      protection: 'keyFile',
      loadDataKey: async () => null,
      storeDataKey: async (key) => writeFileSync(join(keyDir, 'data-key'), key, { mode: 0o600 }),
    },
    timeZone: 'Asia/Shanghai',
    runId: systemIds.next(),
    starterRelease,
    verifyWorkerUrl: pathToFileURL(join(PROJECT_ROOT, 'core/journal/verify-worker.ts')),
    sync: { fetch, timer: systemTimer, random: Math.random, appVersion: 'seed' },
    requestRestart: () => undefined,
  });
  try {
    const client = createRouterClient(core.router, { context: core.context }) as unknown as DeskClient;
    const person = (await client.people.list()).find((one) => one.role === role);
    if (!person) throw new Error(`there is no sample ${role}`);
    await client.people.signIn({ personId: person.id });
    await work(client);
  } finally {
    core.close();
  }
}

/** Shows, proves and thereby settles the recovery key, so that the desk does not ask for it. */
export async function settleRecoveryKey(client: DeskClient): Promise<void> {
  await client.system.confirmRecoveryKey(await client.system.createRecoveryKey());
}

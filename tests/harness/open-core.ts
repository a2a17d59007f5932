import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '#contract/contract.ts';
import type { Release } from '#contract/library/release.ts';
import type { CoreOptions } from '#core/core-options.ts';
import { type Core, createCore } from '#core/create-core.ts';
import type { Secrets } from '#core/journal/data-key.ts';
import type { SyncHost } from '#core/sync/sync-host.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';
import { fixedIds } from './fixed-ids.ts';
import { shippedRelease, shippedReleaseBytes } from './shipped-release.ts';

export interface OpenCore {
  core: Core;
  client: ContractRouterClient<Contract>;
  clock: FixedClock;
  dataDir: string;
  /** What the core logged as errors. */
  errors: string[];
  /** Closes it and opens the same folder again, as after a restart of the core (or, with another run id, of the app). */
  reopen(options?: Partial<OpenCoreOptions>): Promise<OpenCore>;
  restartRequests(): number;
  remove(): void;
}

export interface OpenCoreOptions {
  dataDir: string;
  runId: string;
  clock: FixedClock;
  secrets: Secrets;
  release: Release;
  timeZone: string;
  /** A shell that chooses files; without it nobody can. */
  exchange?: NonNullable<CoreOptions['exchange']>;
  sync?: SyncHost;
  /** A shell with timers; without it nothing happens by itself. */
  watch?: NonNullable<CoreOptions['watch']>;
}

/** Keeps the data key in memory, as a keystore would. */
export function memorySecrets(): Secrets & { key: Uint8Array | null } {
  const secrets = {
    key: null as Uint8Array | null,
    protection: 'keyFile' as const,
    loadDataKey: async () => secrets.key,
    storeDataKey: async (key: Uint8Array) => {
      secrets.key = key;
    },
  };
  return secrets;
}

/** A real core over a real folder, called in-process with the checks of the wire. */
export async function openCore(given: Partial<OpenCoreOptions> = {}): Promise<OpenCore> {
  const options: OpenCoreOptions = {
    dataDir: given.dataDir ?? mkdtempSync(join(tmpdir(), 'counterpart-core-')),
    runId: given.runId ?? 'run-1',
    clock: given.clock ?? fixedClock(),
    secrets: given.secrets ?? memorySecrets(),
    release: given.release ?? shippedRelease(),
    timeZone: given.timeZone ?? 'Asia/Shanghai',
    ...(given.exchange ? { exchange: given.exchange } : {}),
    ...(given.sync ? { sync: given.sync } : {}),
    ...(given.watch ? { watch: given.watch } : {}),
  };
  const bytes = options.release === shippedRelease() ? shippedReleaseBytes() : canonicalBytes(options.release);
  const file = join(options.dataDir, 'starter-release.json');
  writeFileSync(file, bytes);
  const errors: string[] = [];
  let restarts = 0;
  const core = await createCore({
    ...options,
    // Ids go on across a restart: the seed differs from run to run, as real ones would.
    ids: fixedIds(`${options.runId}:${options.dataDir}:${bytes.length}`),
    logger: { info: () => undefined, error: (message, error) => errors.push(`${message} ${String(error)}`) },
    starterRelease: {
      file,
      pin: { version: options.release.version, sha256: createHash('sha256').update(bytes).digest('hex') },
    },
    verifyWorkerUrl: pathToFileURL(join(PROJECT_ROOT, 'core/journal/verify-worker.ts')),
    requestRestart: () => {
      restarts += 1;
    },
  });
  return {
    core,
    client: createRouterClient(core.router, {
      context: core.context,
      interceptors: [core.guard as never],
    }) as unknown as ContractRouterClient<Contract>,
    clock: options.clock,
    dataDir: options.dataDir,
    errors,
    reopen: (changed = {}) => {
      core.close();
      return openCore({ ...options, ...changed });
    },
    restartRequests: () => restarts,
    remove: () => {
      core.close();
      rmSync(options.dataDir, { recursive: true, force: true });
    },
  };
}

/** Signs in the sample person of a role and returns them. */
export async function signInAs(opened: OpenCore, role: string) {
  const person = (await opened.client.people.list()).find((one) => one.role === role);
  if (!person) throw new Error(`there is no sample ${role}`);
  return opened.client.people.signIn({ personId: person.id });
}

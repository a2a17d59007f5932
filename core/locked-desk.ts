import { isContractProcedure } from '@orpc/contract';
import { type AnyRouter, implement, ORPCError } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { type SystemStatus, systemContract } from '#contract/system.ts';
import { CONTRACT_VERSION } from '#contract/version.ts';
import type { CallContext } from './call-context.ts';
import type { Ids } from './ids.ts';
import { recoverDataKey, type Secrets } from './journal/data-key.ts';
import type { OpenDatabase } from './open-database.ts';

export interface LockedDeskDeps {
  database: OpenDatabase;
  secrets: Secrets;
  ids: Ids;
  requestRestart(): void;
}

/**
 * A desk whose data is there but whose key is not: it tells its state, takes the recovery key, and answers every other
 * call with the typed failure `locked`. With the key found the core is started afresh.
 */
export function lockedDesk({ database, secrets, requestRestart }: LockedDeskDeps): AnyRouter {
  const os = implement(systemContract).$context<CallContext>();
  const status: SystemStatus = {
    contractVersion: CONTRACT_VERSION,
    state: 'needsRecoveryKey',
    keyProtection: secrets.protection,
    journal: null,
    release: null,
    storage: 'enough',
    dataDir: database.folder.folder,
  };
  return {
    ...allLocked(contract),
    system: {
      ...allLocked(contract.system),
      status: os.status.handler(() => status),
      unlock: os.unlock.handler(async ({ input, errors }) => {
        const recovered = await recoverDataKey(database.db, secrets, input.recoveryKey);
        if (recovered.outcome !== 'ready') {
          const why = recovered.outcome === 'otherKey' ? 'wrongKey' : 'malformed';
          throw errors.recoveryKeyRefused({ data: { why } });
        }
        requestRestart();
        return null;
      }),
    },
  };
}

/** Every call of a part of the contract, answering `locked`. */
export function allLocked(part: object): Record<string, AnyRouter> {
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]) => [
      name,
      isContractProcedure(inner)
        ? implement(inner).handler(() => {
            throw new ORPCError('locked', { defined: true });
          })
        : allLocked(inner),
    ]),
  );
}

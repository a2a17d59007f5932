import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyRouter, implement } from '@orpc/server';
import type { Backup } from '#contract/backups.ts';
import { contract } from '#contract/contract.ts';
import { type DatabaseDamage, type SystemStatus, systemContract } from '#contract/system.ts';
import { CONTRACT_VERSION } from '#contract/version.ts';
import { backupName, listBackups, SALVAGED_COPY } from './backups/backup-folder.ts';
import { writeRestoreOrder } from './backups/restore-order.ts';
import type { CallContext } from './call-context.ts';
import type { CoreOptions } from './core-options.ts';
import type { DataFolder } from './db/data-folder.ts';
import { readHead } from './journal/head-file.ts';
import { verifyInWorker } from './journal/verify-in-worker.ts';
import { allLocked } from './locked-desk.ts';
import { salvage, surveyDamage } from './salvage/salvage.ts';

export interface DamagedDeskDeps extends CoreOptions {
  folder: DataFolder;
}

/**
 * A desk whose database is damaged where it needs it: it tells what can be done, does it, and answers every other call with
 * the typed failure `locked`. Nobody can sign in here; nothing is lost by either way, for the damaged files are kept aside.
 */
export function damagedDesk(deps: DamagedDeskDeps): AnyRouter {
  const { folder, clock, secrets, logger } = deps;
  const os = implement(systemContract).$context<CallContext>();
  const status: SystemStatus = {
    contractVersion: CONTRACT_VERSION,
    state: 'needsRestore',
    keyProtection: secrets.protection,
    journal: null,
    release: null,
    storage: 'enough',
    dataDir: folder.folder,
  };
  let survey: DatabaseDamage['events'] | undefined;

  async function isUsable(backup: Backup): Promise<boolean> {
    try {
      const file = join(folder.backups, backup.name);
      const dataKey = await secrets.loadDataKey();
      const work = { workerUrl: deps.verifyWorkerUrl, file, dataKey, onVerification: () => undefined };
      return (await verifyInWorker(work).done).faults.length === 0;
    } catch (error) {
      logger.error('a backup could not be opened', error);
      return false;
    }
  }

  function order(backup: string, madeAtMs: number): void {
    const head = readHead(folder.head);
    writeRestoreOrder(folder.restoreOrder, {
      phase: 'asked',
      backup,
      madeAtMs,
      personId: null,
      epoch: head.state === 'recorded' ? head.record.epoch : 0,
      setAsideAs: backupName(clock.nowMs(), true).replace('.db', ''),
      wrappedDataKey: null,
    });
    deps.requestRestart();
  }

  return {
    ...allLocked(contract),
    system: {
      ...allLocked(contract.system),
      status: os.status.handler(() => status),
      damage: os.damage.handler(async () => {
        const dataKey = await secrets.loadDataKey();
        survey ??= dataKey === null ? null : surveyDamage(folder.database, dataKey);
        const backups = listBackups(folder.backups).filter(({ kind }) => kind !== 'damaged');
        return { backups, events: survey, dataDir: folder.folder };
      }),
      restoreDamaged: os.restoreDamaged.handler(async ({ input, errors }) => {
        const backup = listBackups(folder.backups).find(({ name }) => name === input.name);
        if (backup === undefined) throw errors.notFound({ data: { what: 'backup', id: input.name } });
        if (!(await isUsable(backup))) throw errors.backupUnusable();
        order(backup.name, backup.madeAtMs);
        return null;
      }),
      goOnWithReadable: os.goOnWithReadable.handler(async ({ errors }) => {
        const dataKey = await secrets.loadDataKey();
        if (dataKey === null || !existsSync(folder.database)) throw errors.backupUnusable();
        const file = join(folder.backups, SALVAGED_COPY);
        const rescued = salvage({ ...deps, damaged: folder.database, file, dataKey });
        if (rescued === null) throw errors.backupUnusable();
        logger.info(`went on with ${rescued.readable} readable events; ${rescued.unreadable} could not be read`);
        order(SALVAGED_COPY, clock.nowMs());
        return null;
      }),
    },
  };
}

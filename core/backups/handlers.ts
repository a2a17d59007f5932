import { join } from 'node:path';
import { implement } from '@orpc/server';
import { type BackupOverview, backupsContract } from '#contract/backups.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import { readMeta } from '../db/meta-repo.ts';
import { verifyInWorker } from '../journal/verify-in-worker.ts';
import { backupName, listBackups, listSetAside } from './backup-folder.ts';
import type { OpenBackups } from './open-backups.ts';
import { writeRestoreOrder } from './restore-order.ts';

const MAY_RESTORE = ['lead', 'administrator'] as const;

export function backupsHandlers({ parts, keeper }: OpenBackups) {
  const os = implement(backupsContract).$context<CallContext>();
  const { db, folder } = parts.database;

  function overview(context: CallContext): BackupOverview {
    const role = context.person()?.role;
    return {
      folder: folder.backups,
      backups: listBackups(folder.backups),
      ...keeper.state(),
      setAside: listSetAside(folder.setAside),
      mayRestore: MAY_RESTORE.some((one) => one === role),
    };
  }

  return os.router({
    overview: os.overview.handler(({ context }) => {
      requirePerson(context);
      return overview(context);
    }),
    make: os.make.handler(async ({ context }) => {
      requirePerson(context);
      await keeper.make();
      return overview(context);
    }),
    restore: os.restore.handler(async ({ input, context, errors }) => {
      const person = requireRole(context, MAY_RESTORE);
      const backup = listBackups(folder.backups).find(({ name }) => name === input.name);
      if (backup === undefined) throw errors.notFound({ data: { what: 'backup', id: input.name } });
      if (!(await isUsable(join(folder.backups, backup.name)))) throw errors.backupUnusable();
      const printed = readMeta(db, 'recoveryKeyPrinted') !== null;
      const wrapped = printed ? readMeta(db, 'wrappedDataKey') : null;
      writeRestoreOrder(folder.restoreOrder, {
        phase: 'asked',
        backup: backup.name,
        madeAtMs: backup.madeAtMs,
        personId: person.id,
        epoch: parts.journal.head().epoch,
        setAsideAs: backupName(parts.clock.nowMs(), false).replace('.db', ''),
        wrappedDataKey: wrapped === null ? null : Buffer.from(wrapped).toString('hex'),
      });
      parts.requestRestart();
      return null;
    }),
  });

  /** Opens with this desk's key and holds an unbroken chain. */
  async function isUsable(file: string): Promise<boolean> {
    try {
      const { dataKey, verifyWorkerUrl: workerUrl } = parts;
      const { faults } = await verifyInWorker({ workerUrl, file, dataKey, onVerification: () => undefined }).done;
      return faults.length === 0;
    } catch (error) {
      parts.logger.error('a backup could not be opened', error);
      return false;
    }
  }
}

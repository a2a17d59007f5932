import type { CoreOptions } from '../core-options.ts';
import type { DataFolder } from '../db/data-folder.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { removeHalves } from './backup-folder.ts';
import { type BackupKeeper, keepBackups } from './backup-keeper.ts';
import { noteStored, openErasureLedger } from './erasure-ledger.ts';
import { finishRestore } from './finish-restore.ts';
import { type RestoreOrder, removeRestoreOrder } from './restore-order.ts';

export interface BackupsParts extends CoreOptions {
  readonly database: { readonly folder: DataFolder; readonly db: WriteHandle; readonly restored: RestoreOrder | null };
  readonly dataKey: Uint8Array;
  readonly journal: Journal;
  readonly onChanged: () => void;
}

export interface OpenBackups {
  readonly parts: BackupsParts;
  readonly keeper: BackupKeeper;
}

/** The backups of an opened desk: finishes a restore where one is due, notes erasures, and makes a copy every day. */
export function openBackups(parts: BackupsParts): OpenBackups {
  const { journal, logger } = parts;
  const { db, folder, restored } = parts.database;
  const ledger = openErasureLedger(folder.erasures);
  if (restored !== null) {
    const { erasedAgain } = finishRestore(db, journal, ledger, restored, parts.clock.nowMs());
    logger.info(`went on from the backup ${restored.backup}; ${erasedAgain} erasures done again`);
  }
  noteStored(ledger, db);
  if (restored !== null) removeRestoreOrder(folder.restoreOrder);
  // No copy lies there that an erasure knows nothing of.
  removeHalves(folder.backups);
  journal.onCommitted(ledger.note);
  const keeper = keepBackups({
    ...{ clock: parts.clock, logger, timeZone: parts.timeZone, dataKey: parts.dataKey, onChanged: parts.onChanged },
    ...{ database: folder.database, rehearsals: folder.rehearsals },
    ...{ folder: folder.backups, workerUrl: parts.verifyWorkerUrl },
    timer: parts.watch?.timer,
  });
  return { parts, keeper };
}

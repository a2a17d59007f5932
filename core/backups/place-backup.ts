import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataFolder } from '../db/data-folder.ts';
import { type RestoreOrder, readRestoreOrder, writeRestoreOrder } from './restore-order.ts';
import { syncFile } from './whole-file.ts';

/**
 * Carries out what is left of a restore, before anything opens the database: copies the backup beside it, sets the database
 * aside, moves the copy into its place. Every step may be repeated. Returns the order once the backup is in place.
 */
export function placeBackup(folder: DataFolder): RestoreOrder | null {
  let order = readRestoreOrder(folder.restoreOrder);
  if (order === null) return null;
  const copy = `${folder.database}.restoring`;
  const reach = (phase: RestoreOrder['phase'], from: RestoreOrder): RestoreOrder => {
    const reached = { ...from, phase };
    writeRestoreOrder(folder.restoreOrder, reached);
    return reached;
  };
  if (order.phase === 'asked') {
    rmSync(copy, { force: true });
    copyFileSync(join(folder.backups, basename(order.backup)), copy);
    syncFile(copy);
    order = reach('copied', order);
  }
  if (order.phase === 'copied') {
    const aside = join(folder.setAside, basename(order.setAsideAs));
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    // The log goes with its database: left behind, it would be played into the backup.
    for (const file of [folder.database, `${folder.database}-wal`, `${folder.database}-shm`]) {
      if (existsSync(file)) renameSync(file, join(aside, basename(file)));
    }
    order = reach('setAside', order);
  }
  if (order.phase === 'setAside') {
    if (existsSync(copy)) renameSync(copy, folder.database);
    order = reach('placed', order);
  }
  return order;
}

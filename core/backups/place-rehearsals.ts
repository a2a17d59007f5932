import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataFolder } from '../db/data-folder.ts';
import { listRehearsalsCopies, rehearsalsCopyName } from './backup-folder.ts';
import { syncFile } from './whole-file.ts';

/**
 * Puts the newest whole copy of the rehearsals in their place where they are gone; says whether it did. A restore of live
 * work leaves them alone: they are newer than any copy, and scores that it lost are told again from them.
 */
export function placeRehearsals(folder: DataFolder): boolean {
  if (existsSync(folder.rehearsals)) return false;
  const newest = listRehearsalsCopies(folder.backups).find(({ damaged }) => !damaged);
  if (newest === undefined) return false;
  for (const left of ['-wal', '-shm']) rmSync(`${folder.rehearsals}${left}`, { force: true });
  const half = `${folder.rehearsals}.restoring`;
  copyFileSync(join(folder.backups, newest.name), half);
  syncFile(half);
  renameSync(half, folder.rehearsals);
  return true;
}

/** Takes a damaged database of rehearsals out of the way, its log with it. */
export function setRehearsalsAside(folder: DataFolder, atMs: number): void {
  const aside = join(folder.setAside, rehearsalsCopyName(atMs, false).replace('.db', ''));
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  // The database last: cut off before, it is still found damaged and this is done again.
  for (const file of [`${folder.rehearsals}-shm`, `${folder.rehearsals}-wal`, folder.rehearsals]) {
    if (existsSync(file)) renameSync(file, join(aside, basename(file)));
  }
}

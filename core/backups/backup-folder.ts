import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupOverview } from '#contract/backups.ts';

const OWN = /^counterpart-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(-damaged)?\.db$/;
const REHEARSALS = /^rehearsal-(\d{8}-\d{6})(-damaged)?\.db$/;
const BEFORE_UPGRADE = /^before-upgrade-from-\d+(-\d+)?\.db$/;

/** `counterpart-20260131-235959.db`, in universal time. */
export function backupName(atMs: number, damaged: boolean): string {
  return `counterpart-${stampOf(atMs)}${damaged ? '-damaged' : ''}.db`;
}

/** The copy of the rehearsals that goes with the backup of the same moment. */
export function rehearsalsCopyName(atMs: number, damaged: boolean): string {
  return `rehearsal-${stampOf(atMs)}${damaged ? '-damaged' : ''}.db`;
}

const stampOf = (atMs: number): string =>
  new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

/** Names of all copies of the rehearsals, newest first. */
export function listRehearsalsCopies(folder: string): { readonly name: string; readonly damaged: boolean }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const found = REHEARSALS.exec(name);
      return found === null ? [] : [{ name, damaged: found[2] !== undefined }];
    })
    .toSorted((a, b) => b.name.localeCompare(a.name));
}

/** Removes a backup, and the copy of the rehearsals that was made with it. */
export function removeBackup(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true });
  const stamp = /^counterpart-(\d{8}-\d{6})/.exec(name)?.[1];
  if (stamp === undefined) return;
  for (const copy of listRehearsalsCopies(folder)) {
    if (copy.name.startsWith(`rehearsal-${stamp}`)) rmSync(join(folder, copy.name), { force: true });
  }
}

/** Every backup in the folder, newest first; anything else that lies there is left alone and not listed. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  const found: Backup[] = [];
  for (const name of readdirSync(folder)) {
    const own = OWN.exec(name);
    if (own === null && !BEFORE_UPGRADE.test(name)) continue;
    const { size, mtimeMs } = statSync(join(folder, name));
    const [year, month, day, hour, minute, second] = (own ?? []).slice(1, 7).map(Number);
    found.push({
      name,
      kind: own === null ? 'beforeUpgrade' : own[7] === undefined ? 'whole' : 'damaged',
      madeAtMs:
        own === null
          ? Math.round(mtimeMs)
          : Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0),
      sizeBytes: size,
    });
  }
  return found.toSorted((a, b) => b.madeAtMs - a.madeAtMs || b.name.localeCompare(a.name));
}

/** What was read out of a damaged database, until it has been put in place; no backup, and swept up with the halves. */
export const SALVAGED_COPY = 'salvaged.db.part';

/** Removes copies that a power cut left half made, and what was salvaged. */
export function removeHalves(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.includes('.db.part')) rmSync(join(folder, name), { force: true });
  }
}

/** The databases that restores put aside, newest first. */
export function listSetAside(folder: string): BackupOverview['setAside'] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      sizeBytes: readdirSync(join(folder, name)).reduce(
        (sum, file) => sum + statSync(join(folder, name, file)).size,
        0,
      ),
    }))
    .toSorted((a, b) => b.name.localeCompare(a.name));
}

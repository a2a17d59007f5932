import { existsSync } from 'node:fs';
import type { BackupOverview } from '#contract/backups.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { Timer } from '../reminders/watch-host.ts';
import { siteTime } from '../site-time.ts';
import { backupName, listBackups, rehearsalsCopyName, removeBackup, removeHalves } from './backup-folder.ts';
import { type CopyParts, copyInWorker, type RunningCopy } from './copy-in-worker.ts';
import { backupsToRemove } from './rotation.ts';

/** The desk has its first minute for itself. */
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 20 * 60_000;

export interface KeeperParts extends Omit<CopyParts, 'nameFor'> {
  /** The database of rehearsals, copied and checked beside the other where there is one. */
  readonly rehearsals: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timeZone: string;
  /** Without it nothing is made by itself. */
  readonly timer: Timer | undefined;
  readonly onChanged: () => void;
}

export interface BackupKeeper {
  start(): void;
  stop(): void;
  /** Makes a backup now, or waits for the one being made; a failure shows in `problem`. */
  make(): Promise<void>;
  state(): Pick<BackupOverview, 'running' | 'problem'>;
}

/** Makes a backup on every day on which the desk runs, checks it, and lets the oldest ones go. */
export function keepBackups(parts: KeeperParts): BackupKeeper {
  const { clock, folder, logger, timeZone, timer } = parts;
  let copy: RunningCopy | null = null;
  let making: Promise<void> | null = null;
  let problem: BackupOverview['problem'] = null;
  let callOff: (() => void) | null = null;
  let stopped = false;
  const dayOf = (atMs: number) => siteTime(atMs, timeZone).day;

  async function makeOne(): Promise<void> {
    try {
      removeHalves(folder);
      const madeAtMs = clock.nowMs();
      copy = copyInWorker({ ...parts, nameFor: (damaged) => backupName(madeAtMs, damaged) });
      const { damaged } = await copy.done;
      problem = damaged || (await copyRehearsals(madeAtMs)) ? 'damaged' : null;
      // Older good copies stay for as long as a journal is damaged.
      if (problem === null) rotate();
    } catch (error) {
      if (stopped) return;
      problem = isFull(error) ? 'full' : 'failed';
      logger.error('a backup could not be made', error);
    } finally {
      copy = null;
      making = null;
      if (!stopped) parts.onChanged();
    }
  }

  async function copyRehearsals(madeAtMs: number): Promise<boolean> {
    if (stopped || !existsSync(parts.rehearsals)) return false;
    const nameFor = (damaged: boolean) => rehearsalsCopyName(madeAtMs, damaged);
    copy = copyInWorker({ ...parts, database: parts.rehearsals, nameFor });
    return (await copy.done).damaged;
  }

  function rotate(): void {
    for (const { name } of backupsToRemove(listBackups(folder), dayOf)) removeBackup(folder, name);
  }

  function make(): Promise<void> {
    if (making === null) {
      making = makeOne();
      parts.onChanged();
    }
    return making;
  }

  function look(): void {
    const newest = listBackups(folder).find(({ kind }) => kind === 'whole');
    const due = newest === undefined || dayOf(newest.madeAtMs) !== dayOf(clock.nowMs());
    if (due) void make();
    callOff = timer?.(LOOK_EVERY_MS, look) ?? null;
  }

  return {
    start() {
      callOff = timer?.(FIRST_LOOK_MS, look) ?? null;
    },
    stop() {
      stopped = true;
      callOff?.();
      copy?.stop();
    },
    make,
    state: () => ({ running: making !== null, problem }),
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC');
}

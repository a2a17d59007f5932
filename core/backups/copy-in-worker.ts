import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { verifyInWorker } from '../journal/verify-in-worker.ts';
import type { VerifyReport } from '../journal/verify-journal.ts';
import { backupName } from './backup-folder.ts';

export interface CopyParts {
  readonly clock: Clock;
  readonly dataKey: Uint8Array;
  readonly database: string;
  readonly folder: string;
  readonly workerUrl: URL;
}

export interface RunningCopy {
  readonly done: Promise<{ readonly damaged: boolean }>;
  stop(): void;
}

/** Copies the database in a thread and checks the copy whole; under its final name a copy is always complete. */
export function copyInWorker({ clock, dataKey, database, folder, workerUrl }: CopyParts): RunningCopy {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const madeAtMs = clock.nowMs();
  const half = join(folder, `${backupName(madeAtMs, false)}.part`);
  rmSync(half, { force: true });
  const running = verifyInWorker({ workerUrl, file: database, copyTo: half, dataKey, onVerification: () => undefined });
  const finish = (report: VerifyReport): { damaged: boolean } => {
    const damaged = report.faults.length > 0;
    const handle = openSync(half, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(half, join(folder, backupName(madeAtMs, damaged)));
    return { damaged };
  };
  const done = running.done.then(finish).catch((error: unknown) => {
    rmSync(half, { force: true });
    throw error;
  });
  return { done, stop: () => void running.stop() };
}

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyInWorker } from '../journal/verify-in-worker.ts';
import type { VerifyReport } from '../journal/verify-journal.ts';

export interface CopyParts {
  readonly dataKey: Uint8Array;
  readonly database: string;
  /** The folder of the copies, and the name of this one, which says whether its journal has faults. */
  readonly folder: string;
  readonly nameFor: (damaged: boolean) => string;
  readonly workerUrl: URL;
}

export interface RunningCopy {
  readonly done: Promise<{ readonly damaged: boolean }>;
  stop(): void;
}

/** Copies the database in a thread and checks the copy whole; under its final name a copy is always complete. */
export function copyInWorker({ dataKey, database, folder, nameFor, workerUrl }: CopyParts): RunningCopy {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `${nameFor(false)}.part`);
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
    renameSync(half, join(folder, nameFor(damaged)));
    return { damaged };
  };
  const done = running.done.then(finish).catch((error: unknown) => {
    rmSync(half, { force: true });
    throw error;
  });
  return { done, stop: () => void running.stop() };
}

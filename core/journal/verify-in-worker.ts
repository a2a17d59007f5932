import { Worker } from 'node:worker_threads';
import type { Verification } from './health.ts';
import type { VerifyReport } from './verify-journal.ts';
import type { VerifyMessage, VerifyWork } from './verify-worker.ts';

export interface VerifyInWorkerOptions extends VerifyWork {
  /** Where verify-worker is: the source file in plain Node, the emitted chunk in the built app. */
  readonly workerUrl: URL;
  /** Called on progress and at the end; hand it `journal.recordVerification`. */
  readonly onVerification: (verification: Verification) => void;
}

export interface RunningVerification {
  /** Rejects only when the worker itself failed or was stopped; damage in the journal is part of the report. */
  readonly done: Promise<VerifyReport>;
  stop(): Promise<void>;
}

/** Verifies the whole journal in a thread with its own read-only handle, so that no keystroke waits for it. */
export function verifyInWorker(options: VerifyInWorkerOptions): RunningVerification {
  const { file, dataKey, copyTo } = options;
  const work: VerifyWork = { file, dataKey, ...(copyTo === undefined ? {} : { copyTo }) };
  const worker = new Worker(options.workerUrl, { workerData: work });
  const done = new Promise<VerifyReport>((resolve, reject) => {
    worker.on('message', (message: VerifyMessage) => {
      if (message.type === 'progress') {
        options.onVerification({ through: message.through, faults: [], done: false });
        return;
      }
      const { through, faults } = message.report;
      options.onVerification({ through, faults, done: true });
      resolve(message.report);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the verification ended before its report')));
  });
  return {
    done,
    async stop() {
      done.catch(() => undefined);
      await worker.terminate();
    },
  };
}

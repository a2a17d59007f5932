import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { verifyInWorker } from '#core/journal/verify-in-worker.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

/** Verifies a desk's journal over and over, in a thread as the core does, while `work` runs. */
export async function whileVerifying<Result>(userData: string, work: () => Promise<Result>): Promise<Result> {
  const dataKey = new Uint8Array(readFileSync(join(userData, 'keys', 'data-key')));
  let over = false;
  const verifying = (async () => {
    while (!over) {
      await verifyInWorker({
        workerUrl: pathToFileURL(join(PROJECT_ROOT, 'core/journal/verify-worker.ts')),
        file: join(userData, 'data', 'counterpart.db'),
        dataKey,
        onVerification: () => undefined,
      }).done;
    }
  })();
  try {
    return await work();
  } finally {
    over = true;
    await verifying;
  }
}

import { Worker } from 'node:worker_threads';
import { ChangeImpossible } from '../build-release.ts';
import type { CheckAnswer, CheckWork } from './check-sound-worker.ts';

type CheckedChanges = Extract<CheckAnswer, { outcome: 'built' }>;

/**
 * Builds what the changes would make and holds it against the rules of the library, in a thread with its own read-only
 * handle: each rule reads the whole library, and no keystroke waits for that. Throws ChangeImpossible.
 */
export async function checkSoundInWorker(workerUrl: URL, work: CheckWork): Promise<CheckedChanges> {
  const worker = new Worker(workerUrl, { workerData: work });
  const answer = await new Promise<CheckAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the check of a release ended before its answer')));
  });
  if (answer.outcome === 'impossible') throw new ChangeImpossible(answer.entryId, 'the change cannot be made');
  return answer;
}

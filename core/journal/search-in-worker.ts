import { Worker } from 'node:worker_threads';
import type { SearchAnswer, SearchWork } from './verify-worker.ts';

/** Looks for events about the subjects in a thread with its own read-only handle: that reads the whole journal. */
export function searchInWorker(workerUrl: URL, work: SearchWork): Promise<SearchAnswer> {
  const worker = new Worker(workerUrl, { workerData: work });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the search for events ended before its answer')));
  });
}

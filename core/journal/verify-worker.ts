import { parentPort, workerData } from 'node:worker_threads';
import type { JournalPlace } from '#contract/journal.ts';
import { openForReading } from '../db/open.ts';
import { createEventSealer } from './sealing.ts';
import type { VerifyReport } from './verify-journal.ts';
import { verifyJournal } from './verify-journal.ts';

/** What verify-in-worker.ts hands over; without a key payloads stay closed. */
export interface VerifyWork {
  readonly file: string;
  readonly dataKey: Uint8Array | null;
}

export type VerifyMessage =
  | { readonly type: 'progress'; readonly through: JournalPlace }
  | { readonly type: 'done'; readonly report: VerifyReport };

function run(work: VerifyWork, tell: (message: VerifyMessage) => void): void {
  const db = openForReading(work.file);
  try {
    // The worker only opens, so it never asks for random bytes.
    const sealer = work.dataKey === null ? null : createEventSealer(work.dataKey, noRandomBytes);
    let toldAt = 0;
    const onProgress = (through: JournalPlace, events: number): void => {
      if (events - toldAt < 20_000) return;
      toldAt = events;
      tell({ type: 'progress', through });
    };
    tell({ type: 'done', report: verifyJournal(db, { sealer, pages: true, onProgress }) });
  } finally {
    db.close();
  }
}

function noRandomBytes(): Uint8Array {
  throw new Error('verification seals nothing');
}

if (parentPort !== null) {
  const port = parentPort;
  run(workerData as VerifyWork, (message) => port.postMessage(message));
}

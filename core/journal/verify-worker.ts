import { parentPort, workerData } from 'node:worker_threads';
import type { JournalPlace } from '#contract/journal.ts';
import { openForReading, openForWriting } from '../db/open.ts';
import { createEventSealer } from './sealing.ts';
import { findTouched, holdsAny, type Touched } from './touched-repo.ts';
import type { VerifyReport } from './verify-journal.ts';
import { verifyJournal } from './verify-journal.ts';

/** What verify-in-worker.ts hands over; without a key payloads stay closed. */
export interface VerifyWork {
  readonly file: string;
  readonly dataKey: Uint8Array | null;
  /** Copies the database to this new file first, page by page beside the writer, and verifies the copy. */
  readonly copyTo?: string;
}

/** What search-in-worker.ts hands over: whose events are looked for, in the database and in copies of it. */
export interface SearchWork {
  readonly file: string;
  readonly subjectIds: readonly string[];
  readonly copies: readonly string[];
}

export interface SearchAnswer {
  readonly touched: Touched;
  /** Copies that hold something about them, or that cannot be read. */
  readonly holding: readonly string[];
}

export type VerifyMessage =
  | { readonly type: 'progress'; readonly through: JournalPlace }
  | { readonly type: 'done'; readonly report: VerifyReport };

/** Pages a turn: few enough that the writer gets its turn too. */
const COPIED_AT_ONCE = 2_000;

async function copyDatabase(file: string, copyTo: string): Promise<void> {
  const source = openForReading(file);
  try {
    await source.backup(copyTo, { progress: () => COPIED_AT_ONCE });
  } finally {
    source.close();
  }
  // A copy is one file: without a write-ahead log beside it, it can be read where nothing may be written.
  const copy = openForWriting(copyTo);
  copy.pragma('journal_mode = delete');
  copy.close();
}

async function run(work: VerifyWork, tell: (message: VerifyMessage) => void): Promise<void> {
  if (work.copyTo !== undefined) await copyDatabase(work.file, work.copyTo);
  const db = openForReading(work.copyTo ?? work.file);
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

function search({ file, subjectIds, copies }: SearchWork): SearchAnswer {
  const db = openForReading(file);
  try {
    return { touched: findTouched(db, subjectIds), holding: copies.filter((copy) => mayHold(copy, subjectIds)) };
  } finally {
    db.close();
  }
}

/** A copy that does not open can still be read by somebody who knows how. */
function mayHold(copy: string, subjectIds: readonly string[]): boolean {
  try {
    const db = openForReading(copy);
    try {
      return holdsAny(db, subjectIds);
    } finally {
      db.close();
    }
  } catch {
    return true;
  }
}

function noRandomBytes(): Uint8Array {
  throw new Error('verification seals nothing');
}

if (parentPort !== null) {
  const port = parentPort;
  const work = workerData as VerifyWork | SearchWork;
  if ('subjectIds' in work) port.postMessage(search(work));
  else void run(work, (message) => port.postMessage(message));
}

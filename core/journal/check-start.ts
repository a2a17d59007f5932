import type { JournalFault } from '#contract/journal.ts';
import type { ReadHandle } from '../db/open.ts';
import { checkHead } from './check-head.ts';
import type { HeadReading } from './head-file.ts';
import { createJournalReader } from './journal-repo.ts';
import type { EventSealer } from './sealing.ts';
import { verifyJournal } from './verify-journal.ts';

/** How many of the newest events are verified before the core answers its first call. */
export const START_WINDOW = 1_000;

export interface StartCheck {
  readonly head: JournalFault | null;
  readonly newest: readonly JournalFault[];
}

/** The check at start: head file against journal, and the newest events with their payloads. */
export function checkStart(db: ReadHandle, sealer: EventSealer, reading: HeadReading): StartCheck {
  return {
    head: checkHead(reading, createJournalReader(db)),
    newest: verifyJournal(db, { sealer, newest: START_WINDOW, pages: false }).faults,
  };
}

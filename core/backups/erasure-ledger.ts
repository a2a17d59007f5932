import { existsSync, readFileSync } from 'node:fs';
import type { ReadHandle } from '../db/open.ts';
import type { OpenEvent } from '../journal/event.ts';
import { createJournalReader } from '../journal/journal-repo.ts';
import { writeWhole } from './whole-file.ts';

/** One erasure, without anything about the person but the random id that stood for them. */
export interface LedgerEntry {
  /** Id of the `journal.erased` event. */
  readonly eventId: string;
  readonly subjectId: string;
}

/** Keeps, outside the database, which subjects were erased: a backup made before knows nothing of it. */
export interface ErasureLedger {
  entries(): readonly LedgerEntry[];
  /** Takes in events of any kind; keeps the erasures among them. */
  note(events: readonly Pick<OpenEvent, 'id' | 'kind' | 'subjectIds'>[]): void;
}

export function openErasureLedger(file: string): ErasureLedger {
  const entries = existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(entryOf) : [];
  const known = new Set(entries.map(({ eventId, subjectId }) => `${eventId} ${subjectId}`));
  return {
    entries: () => entries,
    note(events) {
      const before = entries.length;
      for (const { id, kind, subjectIds } of events) {
        if (kind !== 'journal.erased') continue;
        for (const subjectId of subjectIds) {
          if (known.has(`${id} ${subjectId}`)) continue;
          known.add(`${id} ${subjectId}`);
          entries.push({ eventId: id, subjectId });
        }
      }
      if (entries.length === before) return;
      writeWhole(file, entries.map(({ eventId, subjectId }) => `${eventId} ${subjectId}\n`).join(''));
    },
  };
}

/** Takes in the erasures that a journal holds already. */
export function noteStored(ledger: ErasureLedger, db: ReadHandle): void {
  const stored = createJournalReader(db).marks('journal.erased');
  ledger.note(stored.map(({ id, kind, subjectIds }) => ({ id, kind, subjectIds: JSON.parse(subjectIds) as string[] })));
}

function entryOf(line: string): LedgerEntry[] {
  const [eventId = '', subjectId = ''] = line.split(' ');
  return subjectId === '' ? [] : [{ eventId, subjectId }];
}

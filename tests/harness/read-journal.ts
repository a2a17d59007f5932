import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import type { OpenEvent } from '#core/journal/event.ts';
import { createJournalReader, rowOf } from '#core/journal/journal-repo.ts';
import { openRow } from '#core/journal/open-row.ts';
import { createEventSealer } from '#core/journal/sealing.ts';

/** Every event of a desk's journal, opened with the key file beside it; the app may be running or dead. */
export function readJournal(userData: string): OpenEvent[] {
  const db = openForReading(dataFolder(join(userData, 'data')).database);
  try {
    const sealer = createEventSealer(new Uint8Array(readFileSync(join(userData, 'keys', 'data-key'))), () => {
      throw new Error('reading seals nothing');
    });
    return createJournalReader(db)
      .after(0, 1_000_000)
      .map((raw) => openRow(rowOf(raw), sealer));
  } finally {
    db.close();
  }
}

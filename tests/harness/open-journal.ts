import { onTestFinished } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { migrate } from '#core/db/migrate.ts';
import { journalMigration } from '#core/db/migrations/0010-journal.ts';
import type { WriteHandle } from '#core/db/open.ts';
import { openForWriting } from '#core/db/open.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import type { Journal, JournalOptions } from '#core/journal/journal.ts';
import { createJournal } from '#core/journal/journal.ts';
import { addForeignTable } from '#tests/harness/add-foreign-table.ts';
import type { FixedClock } from '#tests/harness/fixed-clock.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { lineCopied } from '#tests/harness/line-copied.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';

export { lineCopied };

/** A folder of its own for one test, removed when the test is over. */
export const testFolder = (): string => temporaryFolder('counterpart-journal-');

export const DATA_KEY = new Uint8Array(32).fill(7);

export interface OpenedJournal {
  readonly folder: string;
  readonly file: string;
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: FixedClock;
  close(): void;
}

export type JournalSetting = Partial<Omit<JournalOptions, 'db' | 'headFile' | 'clock'>> & {
  /** Makes tables of the test beside the journal. */
  readonly prepare?: (db: WriteHandle) => void;
};

let opened = 0;

/** A real journal in a folder on disk; opening the same folder again is a restart of the core. */
export function openJournal(folder = testFolder(), setting: JournalSetting = {}): OpenedJournal {
  const paths = dataFolder(folder);
  const db = openForWriting(paths.database);
  migrate(db, [journalMigration], { backupTo: null });
  setting.prepare?.(db);
  addForeignTable(db);
  const headFile = openHeadFile(paths.head);
  const clock = fixedClock();
  opened += 1;
  const { prepare: _prepare, ...rest } = setting;
  const journal = createJournal({
    db,
    clock,
    ids: fixedIds(`journal ${opened}`),
    dataKey: DATA_KEY,
    headFile,
    projections: [],
    installId: 'install-a',
    ...rest,
  });
  let closed = false;
  const close = (): void => {
    if (closed) return;
    closed = true;
    db.close();
    headFile.close();
  };
  onTestFinished(close);
  return { folder, file: paths.database, db, journal, clock, close };
}

export function copyLines(journal: Journal, count: number, subjectIds: readonly string[] = []): void {
  for (let n = 1; n <= count; n += 1) {
    journal.transaction('person-1', (tx) => tx.append(lineCopied, { lineId: `line-${n}` }, subjectIds));
  }
}

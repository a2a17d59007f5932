import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ReadHandle } from '#core/db/open.ts';
import { openForReading } from '#core/db/open.ts';
import type { HeadReading } from '#core/journal/head-file.ts';
import { readHead } from '#core/journal/head-file.ts';
import type { JournalFiles } from './journals.ts';

/** How the folder of its copy is named. */
export const OWN_COPY = 'counterpart-journal-looked-at-';

export interface Outside {
  readonly db: ReadHandle;
  /** Read before the database was, so that a running app cannot make it look ahead. */
  readonly head: HeadReading;
  close(): void;
}

/**
 * Opens one journal of a data folder for looking only. With a shared-memory file beside the database (the app runs, or was killed) it is
 * opened in place: SQLite then touches nothing but the reader marks in that file. Without one SQLite would have to make
 * files, so a copy in the temporary folder is opened instead, which nobody else sees for longer than a moment.
 */
export function openOutside({ database, head: headFile }: JournalFiles): Outside {
  const head = readHead(headFile);
  if (existsSync(`${database}-shm`)) {
    const db = openForReading(database);
    return { db, head, close: () => db.close() };
  }
  const copies = mkdtempSync(join(tmpdir(), OWN_COPY));
  const remove = (): void => rmSync(copies, { recursive: true, force: true });
  try {
    const copy = join(copies, basename(database));
    copyFileSync(database, copy, constants.COPYFILE_FICLONE);
    if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE);
    const db = openForReading(copy);
    removeNow(db, remove);
    const close = (): void => {
      db.close();
      remove();
    };
    return { db, head, close };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * Takes the copy's names away as soon as SQLite has its files open, where the system allows it: whatever ends the tool, nothing
 * of the journal stays in the temporary folder. Elsewhere the copy goes when it is closed.
 */
function removeNow(db: ReadHandle, remove: () => void): void {
  db.pragma('schema_version');
  if (process.platform !== 'win32') remove();
}

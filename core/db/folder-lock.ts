import Database from 'better-sqlite3';

/** Another process writes into this data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

export interface FolderLock {
  release(): void;
}

/** The core of an app that is just ending may still hold the folder for a moment. */
const WAIT_MS = 2_000;

/**
 * Makes this process the only one that writes in a data folder, by SQLite's exclusive lock on a file of no bytes: the system
 * takes it back however the process ends, and readers of the database are not in its way. Throws FolderInUse.
 */
export function lockFolder(file: string): FolderLock {
  const lock = new Database(file, { timeout: WAIT_MS });
  try {
    // Without a rollback file the lock leaves nothing behind.
    lock.pragma('journal_mode = memory');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new FolderInUse('the data folder is in use by another process', { cause: error });
    }
    throw error;
  }
  return { release: () => void lock.close() };
}

/** What a failure of SQLite or of the file system says about the data folder. */
export type DatabaseFailure = 'full' | 'readOnly' | 'damaged';

const FULL: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_SHMSIZE']);
const READ_ONLY: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM', 'SQLITE_PERM']);

/** Sorts a thrown error by its code, also one that is wrapped as a cause; null for anything else. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    if (FULL.has(code)) return 'full';
    // Where the disk has no byte left, SQLite at times only knows that a write failed.
    if (code === 'SQLITE_IOERR_WRITE') return 'full';
    if (READ_ONLY.has(code) || code.startsWith('SQLITE_READONLY')) return 'readOnly';
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  }
  return null;
}

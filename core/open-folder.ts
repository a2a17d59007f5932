import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CoreStartFailure } from './core-start-failure.ts';
import { type Ballast, createBallast } from './db/ballast.ts';
import { type DataFolder, dataFolder } from './db/data-folder.ts';
import { databaseFailure } from './db/database-failure.ts';
import { FolderInUse, lockFolder } from './db/folder-lock.ts';
import { folderRefusal, realFolder, surroundingsHere } from './db/refused-folder.ts';

/** A data folder that this process alone may write into. */
export interface OpenFolder {
  readonly folder: DataFolder;
  readonly ballast: Ballast;
  release(): void;
}

/** Makes sure that the folder may be used, is writable and is nobody else's at the moment. Throws CoreStartFailure; writes nothing then. */
export function openFolder(dataDir: string): OpenFolder {
  const folder = dataFolder(dataDir);
  const refusal = folderRefusal(realFolder(dataDir), surroundingsHere());
  if (refusal !== null) throw new CoreStartFailure(refusal, `no database is kept in ${dataDir}`);
  const ballast = createBallast(folder.ballast);
  return withSpace(ballast, dataDir, () => {
    // Asked first: where nothing may be made, making a folder fails as if something were missing.
    for (const path of [nearestFolder(resolve(dataDir)), folder.database, folder.head]) {
      if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
    }
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const lock = lockFolder(folder.lock);
    return { folder, ballast, release: lock.release };
  });
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/** Does a step of the start; on a full disk once more without the ballast. What the disk refuses becomes a CoreStartFailure. */
export function withSpace<T>(ballast: Ballast, dataDir: string, step: () => T): T {
  for (;;) {
    try {
      return step();
    } catch (error) {
      const failure = databaseFailure(error);
      if (failure === 'full' && ballast.release()) continue;
      if (error instanceof FolderInUse) throw new CoreStartFailure('folderInUse', error.message, error);
      if (failure === 'full') throw new CoreStartFailure('storageFull', `the disk of ${dataDir} is full`, error);
      if (failure === 'readOnly') throw new CoreStartFailure('readOnlyFolder', `${dataDir} cannot be written`, error);
      if (!isAboutFiles(error)) throw error;
      throw new CoreStartFailure('dataFolder', `the data folder ${dataDir} cannot be opened`, error);
    }
  }
}

/** The system's own errors have a call they come from; SQLite tells by the code. */
function isAboutFiles(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || ('code' in error && /^SQLITE_(IOERR|CANTOPEN|BUSY|PROTOCOL)/.test(String(error.code)));
}

import { mkdirSync } from 'node:fs';
import { CoreStartFailure } from './core-start-failure.ts';
import { type DataFolder, dataFolder } from './db/data-folder.ts';
import { installIdOf } from './db/install-id.ts';
import { DatabaseTooNew, MigrationFailed, migrate } from './db/migrate.ts';
import { migrations } from './db/migrations/all-migrations.ts';
import { openForWriting, type WriteHandle } from './db/open.ts';
import type { Ids } from './ids.ts';

export interface OpenDatabase {
  folder: DataFolder;
  db: WriteHandle;
  /** Random id of this desk's journal, made once. */
  installId: string;
}

/** Opens (or makes) the data folder and its migrated database. Throws CoreStartFailure with a reason the shell can show. */
export function openDatabase(dataDir: string, ids: Ids): OpenDatabase {
  const folder = dataFolder(dataDir);
  let db: WriteHandle;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    db = openForWriting(folder.database);
  } catch (error) {
    throw new CoreStartFailure('dataFolder', `the data folder ${dataDir} cannot be opened`, error);
  }
  try {
    migrate(db, migrations, { backupTo: folder.backups });
    return { folder, db, installId: installIdOf(db, ids) };
  } catch (error) {
    db.close();
    if (error instanceof DatabaseTooNew) throw new CoreStartFailure('newerDatabase', error.message, error);
    if (error instanceof MigrationFailed) throw new CoreStartFailure('migrationFailed', error.message, error);
    throw new CoreStartFailure('dataFolder', `the database in ${dataDir} cannot be read`, error);
  }
}

import { mkdirSync } from 'node:fs';
import { placeBackup } from './backups/place-backup.ts';
import type { RestoreOrder } from './backups/restore-order.ts';
import { CoreStartFailure } from './core-start-failure.ts';
import { type DataFolder, dataFolder } from './db/data-folder.ts';
import { installIdOf } from './db/install-id.ts';
import { DatabaseTooNew, MigrationFailed, migrate } from './db/migrate.ts';
import { migrations } from './db/migrations/all-migrations.ts';
import { openForWriting, type WriteHandle } from './db/open.ts';
import { folderRefusal, realFolder, surroundingsHere } from './db/refused-folder.ts';
import type { Ids } from './ids.ts';

export interface OpenDatabase {
  folder: DataFolder;
  db: WriteHandle;
  /** Random id of this desk's journal, made once. */
  installId: string;
  /** The backup that was just put in place, until the start has finished with it. */
  restored: RestoreOrder | null;
}

/** Opens (or makes) the data folder and its migrated database. Throws CoreStartFailure with a reason the shell can show. */
export function openDatabase(dataDir: string, ids: Ids): OpenDatabase {
  const folder = dataFolder(dataDir);
  const refusal = folderRefusal(realFolder(dataDir), surroundingsHere());
  if (refusal !== null) throw new CoreStartFailure(refusal, `no database is kept in ${dataDir}`);
  let db: WriteHandle;
  let restored: RestoreOrder | null;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    restored = placeBackup(folder);
    db = openForWriting(folder.database);
  } catch (error) {
    throw new CoreStartFailure('dataFolder', `the data folder ${dataDir} cannot be opened`, error);
  }
  try {
    migrate(db, migrations, { backupTo: folder.backups });
    return { folder, db, installId: installIdOf(db, ids), restored };
  } catch (error) {
    db.close();
    if (error instanceof DatabaseTooNew) throw new CoreStartFailure('newerDatabase', error.message, error);
    if (error instanceof MigrationFailed) throw new CoreStartFailure('migrationFailed', error.message, error);
    throw new CoreStartFailure('dataFolder', `the database in ${dataDir} cannot be read`, error);
  }
}

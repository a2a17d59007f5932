import { placeBackup } from './backups/place-backup.ts';
import type { RestoreOrder } from './backups/restore-order.ts';
import { CoreStartFailure } from './core-start-failure.ts';
import type { DataFolder } from './db/data-folder.ts';
import { databaseFailure } from './db/database-failure.ts';
import { installIdOf } from './db/install-id.ts';
import { DatabaseTooNew, MigrationFailed, migrate } from './db/migrate.ts';
import { migrations } from './db/migrations/all-migrations.ts';
import { openForWriting, type WriteHandle } from './db/open.ts';
import type { Ids } from './ids.ts';
import { type OpenFolder, withSpace } from './open-folder.ts';

export interface OpenDatabase {
  folder: DataFolder;
  db: WriteHandle;
  /** Random id of this desk's journal, made once. */
  installId: string;
  /** The backup that was just put in place, until the start has finished with it. */
  restored: RestoreOrder | null;
}

/** Opens (or makes) and migrates the database of a folder. Throws CoreStartFailure, or an error that says of damage. */
export function openDatabase({ folder, ballast }: OpenFolder, ids: Ids): OpenDatabase {
  return withSpace(ballast, folder.folder, () => {
    const restored = placeBackup(folder);
    const db = openForWriting(folder.database);
    try {
      migrate(db, migrations, { backupTo: folder.backups });
      return { folder, db, installId: installIdOf(db, ids), restored };
    } catch (error) {
      db.close();
      if (error instanceof DatabaseTooNew) throw new CoreStartFailure('newerDatabase', error.message, error);
      if (error instanceof MigrationFailed && databaseFailure(error) === null) {
        throw new CoreStartFailure('migrationFailed', error.message, error);
      }
      throw error;
    }
  });
}

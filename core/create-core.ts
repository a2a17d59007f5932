import type { AnyRouter } from '@orpc/server';
import type { CallContext } from './call-context.ts';
import { guardCalls } from './call-guard.ts';
import type { CoreOptions } from './core-options.ts';
import { damagedDesk } from './damaged-desk.ts';
import { watchStorage } from './db/storage-watch.ts';
import { saysDamage } from './journal/damage.ts';
import { obtainDataKey } from './journal/data-key.ts';
import { openHeadFile } from './journal/head-file.ts';
import { type RunningVerification, verifyInWorker } from './journal/verify-in-worker.ts';
import { lockedDesk } from './locked-desk.ts';
import { openDatabase } from './open-database.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { type OpenFolder, openFolder, withSpace } from './open-folder.ts';
import { maskedLogger } from './privacy/masked-logger.ts';

export interface Core {
  router: AnyRouter;
  context: CallContext;
  /** Stands around every call, however it comes in. */
  guard: ReturnType<typeof guardCalls>;
  /** Verifies the whole journal in a thread; the result shows in `system.status`. */
  verifyJournal(): void;
  /** Begins to watch limits and alerts, where the options say how to tell of them, and the space on the disk. */
  watchLimits(): void;
  close(): void;
}

/** Opens everything the product knows over one data folder. Throws CoreStartFailure where it cannot. */
export async function createCore(given: CoreOptions): Promise<Core> {
  const options = { ...given, logger: maskedLogger(given.logger) };
  const folder = openFolder(options.dataDir);
  try {
    return await openCore(options, folder);
  } catch (error) {
    if (!saysDamage(error)) {
      folder.release();
      throw error;
    }
    options.logger.error('the database is damaged', error);
    return closedCore(options, damagedDesk({ ...options, folder: folder.folder }), folder.release);
  }
}

async function openCore(options: CoreOptions, folder: OpenFolder): Promise<Core> {
  const database = openDatabase(folder, options.ids);
  const { db } = database;
  const closeDatabase = (): void => {
    db.close();
    folder.release();
  };
  try {
    const key = await obtainDataKey(db, options.secrets, options.ids);
    if (key.outcome !== 'ready') return closedCore(options, lockedDesk({ ...options, database }), closeDatabase);
    const { key: dataKey } = key;
    let desk: OpenDesk | null = null;
    const storage = watchStorage({
      ...{ db, ballast: folder.ballast, logger: options.logger, timer: options.watch?.timer },
      onChanged: () => desk?.changes.announce(['system']),
    });
    const headFile = openHeadFile(database.folder.head);
    try {
      const { dataDir } = options;
      desk = withSpace(folder.ballast, dataDir, () => openDesk({ ...options, database, dataKey, headFile, storage }));
    } catch (error) {
      headFile.close();
      throw error;
    }
    return runningCore(options, { desk, dataKey, storage, file: database.folder.database }, () => {
      headFile.close();
      closeDatabase();
    });
  } catch (error) {
    db.close();
    throw error;
  }
}

interface Running {
  readonly desk: OpenDesk;
  readonly dataKey: Uint8Array;
  readonly storage: ReturnType<typeof watchStorage>;
  readonly file: string;
}

function runningCore(options: CoreOptions, { desk, dataKey, storage, file }: Running, close: () => void): Core {
  const { logger } = options;
  let verification: RunningVerification | null = null;
  let closed = false;
  desk.journal.onCommitted(storage.noteCommit);
  return {
    router: desk.router,
    context: desk.context,
    guard: guardCalls(logger, options.ids, storage.noteFull),
    verifyJournal() {
      verification = verifyInWorker({
        workerUrl: options.verifyWorkerUrl,
        file,
        dataKey,
        onVerification: (found) => {
          desk.journal.recordVerification(found);
          if (found.done) desk.changes.announce(['journal']);
        },
      });
      verification.done.catch((error: unknown) => logger.error('the journal check did not finish', error));
    },
    watchLimits() {
      desk.watch.start();
      storage.start();
    },
    close() {
      if (closed) return;
      closed = true;
      desk.watch.stop();
      storage.stop();
      desk.changes.end();
      void verification?.stop();
      close();
    },
  };
}

/** A core whose desk cannot be used before a person has done something. */
function closedCore(options: CoreOptions, router: AnyRouter, close: () => void): Core {
  let closed = false;
  return {
    router,
    context: { person: () => null },
    guard: guardCalls(options.logger, options.ids),
    verifyJournal: () => undefined,
    watchLimits: () => undefined,
    close() {
      if (closed) return;
      closed = true;
      close();
    },
  };
}

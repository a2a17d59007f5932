import type { AnyRouter } from '@orpc/server';
import type { CallContext } from './call-context.ts';
import { guardCalls } from './call-guard.ts';
import type { CoreOptions } from './core-options.ts';
import { obtainDataKey } from './journal/data-key.ts';
import { openHeadFile } from './journal/head-file.ts';
import { type RunningVerification, verifyInWorker } from './journal/verify-in-worker.ts';
import { lockedDesk } from './locked-desk.ts';
import { openDatabase } from './open-database.ts';
import { openDesk } from './open-desk.ts';

export interface Core {
  router: AnyRouter;
  context: CallContext;
  /** Stands around every call, however it comes in. */
  guard: ReturnType<typeof guardCalls>;
  /** Verifies the whole journal in a thread; the result shows in `system.status`. */
  verifyJournal(): void;
  /** Begins to watch limits and alerts, where the options say how to tell of them. */
  watchLimits(): void;
  close(): void;
}

/** Opens everything the product knows over one data folder. Throws CoreStartFailure where it cannot. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const database = openDatabase(options.dataDir, options.ids);
  const guard = guardCalls(options.logger, options.ids);
  try {
    const key = await obtainDataKey(database.db, options.secrets, options.ids);
    if (key.outcome !== 'ready') {
      return {
        router: lockedDesk({ ...options, database }),
        context: { person: () => null },
        guard,
        verifyJournal: () => undefined,
        watchLimits: () => undefined,
        close: () => void database.db.close(),
      };
    }
    const headFile = openHeadFile(database.folder.head);
    const desk = openDesk({ ...options, database, dataKey: key.key, headFile });
    let verification: RunningVerification | null = null;
    return {
      router: desk.router,
      context: desk.context,
      guard,
      verifyJournal() {
        verification = verifyInWorker({
          workerUrl: options.verifyWorkerUrl,
          file: database.folder.database,
          dataKey: key.key,
          onVerification: (found) => {
            desk.journal.recordVerification(found);
            if (found.done) desk.changes.announce(['journal']);
          },
        });
        verification.done.catch((error: unknown) => options.logger.error('the journal check did not finish', error));
      },
      watchLimits: desk.watch.start,
      close() {
        if (!database.db.open) return;
        desk.watch.stop();
        desk.changes.end();
        void verification?.stop();
        headFile.close();
        database.db.close();
      },
    };
  } catch (error) {
    database.db.close();
    throw error;
  }
}

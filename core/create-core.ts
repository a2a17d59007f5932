import type { AnyRouter } from '@orpc/server';
import type { CallContext } from './call-context.ts';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import { obtainDataKey, type Secrets } from './journal/data-key.ts';
import { openHeadFile } from './journal/head-file.ts';
import { type RunningVerification, verifyInWorker } from './journal/verify-in-worker.ts';
import { lockedDesk } from './locked-desk.ts';
import type { Logger } from './logger.ts';
import { openDatabase } from './open-database.ts';
import { openDesk } from './open-desk.ts';
import type { ReleasePin } from './releases/open-release.ts';

export interface CoreOptions {
  dataDir: string;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  secrets: Secrets;
  /** IANA name of the site's time zone. */
  timeZone: string;
  /** One id for each start of the app; see core/people/session.ts. */
  runId: string;
  starterRelease: { file: string; pin: ReleasePin };
  /** core/journal/verify-worker: the source in plain Node, the bundled file in the app. */
  verifyWorkerUrl: URL;
  /** Asks whoever runs the core to end it and start it again. */
  requestRestart(): void;
}

export interface Core {
  router: AnyRouter;
  context: CallContext;
  /** Verifies the whole journal in a thread; the result shows in `system.status`. */
  verifyJournal(): void;
  close(): void;
}

/** Opens everything the product knows over one data folder. Throws CoreStartFailure where it cannot. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const database = openDatabase(options.dataDir, options.ids);
  try {
    const key = await obtainDataKey(database.db, options.secrets, options.ids);
    if (key.outcome !== 'ready') {
      return {
        router: lockedDesk({ ...options, database }),
        context: { person: () => null },
        verifyJournal: () => undefined,
        close: () => void database.db.close(),
      };
    }
    const headFile = openHeadFile(database.folder.head);
    const desk = openDesk({ ...options, database, dataKey: key.key, headFile });
    let verification: RunningVerification | null = null;
    return {
      router: desk.router,
      context: desk.context,
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
      close() {
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

import type { ServerDatabase } from '../db/open-database.ts';
import { readServerFact, writeServerFact } from '../db/server-fact-repo.ts';
import type { Log } from '../log.ts';
import { shredErased } from './shred.ts';

const LOOK_EVERY_MS = 15 * 60_000;
/** Writing the tables anew holds up uploads: on PostgreSQL that is done once a day at most. */
const APART_MS: Readonly<Record<ServerDatabase['dialect'], number>> = { sqlite: 0, postgres: 86_400_000 };

export interface ShredderParts {
  readonly database: ServerDatabase;
  readonly log: Log;
  nowMs(): number;
}

export interface Shredder {
  /** Looks now: erasures since the last time leave the files of the database. */
  look(): Promise<void>;
  stop(): void;
}

/** Follows erasures with what makes them true on the disk; of several instances the first to look does it. */
export function startShredder({ database, log, nowMs }: ShredderParts): Shredder {
  const { db, dialect } = database;
  let looking: Promise<void> = Promise.resolve();

  async function work(): Promise<void> {
    const [due, doneAt] = await Promise.all([readServerFact(db, 'shredDue'), readServerFact(db, 'shredAtMs')]);
    if (due === null || due === '' || nowMs() - Number(doneAt ?? 0) < APART_MS[dialect]) return;
    await writeServerFact(db, 'shredAtMs', String(nowMs()));
    if (!(await shredErased(database))) log.info('erased contents may still lie in the log of the database');
    // What was erased meanwhile stays due.
    if ((await readServerFact(db, 'shredDue')) === due) await writeServerFact(db, 'shredDue', '');
  }

  const look = (): Promise<void> => {
    looking = looking.then(work).catch((error: unknown) => log.error('erased contents could not be removed', error));
    return looking;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { PinTries } from '../people/pin-tries.ts';
import type { SyncRunner } from '../sync/sync-runner.ts';
import type { ReleaseDesk } from './release-desk.ts';

/** What the calls about releases work with. */
export interface ReleaseHandlerParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly desk: ReleaseDesk;
  readonly runner: Pick<SyncRunner, 'tryNow'>;
  /** Shared with signing in: guessing slows down whichever way it is tried. */
  readonly tries: PinTries;
  /** The database file, for the thread that checks releases, and where the journal's worker lies, beside which that one does. */
  readonly file: string;
  readonly verifyWorkerUrl: URL;
  readonly starterReleaseFile: string;
  /** The path behind a token of the shell; null when there is none. */
  chosenPath(token: string): Promise<string | null>;
}

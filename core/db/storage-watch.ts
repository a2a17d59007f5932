import type { Logger } from '../logger.ts';
import type { Timer } from '../reminders/watch-host.ts';
import type { Ballast } from './ballast.ts';
import type { WriteHandle } from './open.ts';

/** How often a full disk is looked at again. */
const LOOK_EVERY_MS = 5_000;

export interface StorageWatchParts {
  readonly db: WriteHandle;
  readonly ballast: Ballast;
  readonly logger: Logger;
  /** Without it a full disk is looked at again at the next commit only. */
  readonly timer: Timer | undefined;
  readonly onChanged: () => void;
}

export interface StorageWatch {
  state(): 'enough' | 'full';
  /** A write was refused because the disk is full. */
  noteFull(): void;
  /** A commit went through: perhaps there is space again. */
  noteCommit(): void;
  start(): void;
  stop(): void;
}

/** Gives the ballast up when the disk is full, so that what was committed gets its checkpoint, and takes it again later. */
export function watchStorage({ db, ballast, logger, timer, onChanged }: StorageWatchParts): StorageWatch {
  let full = false;
  /** Given up, or there was no space for it so far. */
  let missing = false;
  let callOff: (() => void) | null = null;

  function look(): void {
    callOff?.();
    missing = !ballast.take();
    callOff = missing ? (timer?.(LOOK_EVERY_MS, look) ?? null) : null;
    if (missing || !full) return;
    full = false;
    logger.info('the disk has space again');
    onChanged();
  }

  return {
    state: () => (full ? 'full' : 'enough'),
    noteFull() {
      const released = ballast.release();
      missing = true;
      try {
        // Moves what is committed into the database and gives the log's own space back.
        db.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        logger.error(`the log could not be emptied${released ? ', even without the ballast' : ''}`, error);
      }
      if (full) return;
      full = true;
      onChanged();
      look();
    },
    noteCommit() {
      if (missing) look();
    },
    // Not while the desk is being opened: the first answers come first.
    start: look,
    stop() {
      callOff?.();
      callOff = null;
    },
  };
}

import { join } from 'node:path';

/** The names of everything the core keeps in its data folder. */
export interface DataFolder {
  readonly folder: string;
  readonly database: string;
  readonly head: string;
  /** Held by the one process that writes here. */
  readonly lock: string;
  /** Bytes that are given up when the disk is full. */
  readonly ballast: string;
  readonly backups: string;
  /** Databases that a restore replaced. */
  readonly setAside: string;
  /** A restore that was asked for and is not finished. */
  readonly restoreOrder: string;
  /** Which subjects were erased, for backups made before. */
  readonly erasures: string;
  /** The search index of the release in force; made again where it is missing. */
  readonly searchIndex: string;
  /** Rehearsals: a database with a journal of its own, its head, and which of its subjects were erased. */
  readonly rehearsals: string;
  readonly rehearsalsHead: string;
  readonly rehearsalsErasures: string;
}

export function dataFolder(folder: string): DataFolder {
  return {
    folder,
    database: join(folder, 'counterpart.db'),
    head: join(folder, 'counterpart.head'),
    lock: join(folder, 'counterpart.lock'),
    ballast: join(folder, 'counterpart.ballast'),
    backups: join(folder, 'backups'),
    setAside: join(folder, 'set-aside'),
    restoreOrder: join(folder, 'restore.json'),
    erasures: join(folder, 'counterpart.erasures'),
    searchIndex: join(folder, 'search-index.bin'),
    rehearsals: join(folder, 'rehearsal.db'),
    rehearsalsHead: join(folder, 'rehearsal.head'),
    rehearsalsErasures: join(folder, 'rehearsal.erasures'),
  };
}

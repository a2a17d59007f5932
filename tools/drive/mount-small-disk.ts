import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Somebody else's file takes everything but so many bytes. */
  fillUpTo(leave: number): void;
  /** Somebody cleans up. */
  empty(): void;
  readOnly(yes: boolean): void;
  unmount(): void;
}

/** A disk of its own in memory, mounted in `parent`; without the right to mount it throws and says what it needs. */
export function mountSmallDisk(parent: string, megabytes: number): SmallDisk {
  const at = join(parent, 'disk');
  mkdirSync(at);
  const mount = (...words: string[]): void => {
    try {
      execFileSync('mount', words, { stdio: 'pipe' });
    } catch (error) {
      throw new Error(
        'a full or locked disk is a small tmpfs, which takes root to mount: run this as root, as CI does',
        {
          cause: error,
        },
      );
    }
  };
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'counterpart-test', at);
  const filler = join(at, 'somebody-elses-file');
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(at);
    return bavail * bsize;
  };
  return {
    folder: at,
    fillUpTo(leave) {
      const handle = openSync(filler, 'a');
      try {
        for (let free = freeBytes(); free > leave; free = freeBytes()) {
          writeSync(handle, Buffer.alloc(Math.min(free - leave, 1_000_000)));
          if (free - leave < 4_096) break;
        }
      } finally {
        closeSync(handle);
      }
    },
    empty: () => rmSync(filler, { force: true }),
    readOnly: (yes) => mount('-o', `remount,${yes ? 'ro' : 'rw'}`, at),
    unmount: () => void execFileSync('umount', ['-l', at], { stdio: 'pipe' }),
  };
}

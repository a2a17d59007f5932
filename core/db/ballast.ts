import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** More than the write-ahead log holds between two checkpoints, so that a checkpoint gets through once it is given up. */
export const BALLAST_BYTES = 8 * 1024 * 1024;
const CHUNK = 1024 * 1024;

export interface Ballast {
  /** Gives its bytes back to the disk; says whether there were any. */
  release(): boolean;
  /** Takes them again, where the disk keeps as much free beside it; says whether it is there now. */
  take(): boolean;
}

/** A file that is there only to be deleted: on a full disk not even a checkpoint gets through without some space. */
export function createBallast(file: string, bytes = BALLAST_BYTES): Ballast {
  const held = (): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    release() {
      const had = held() > 0;
      rmSync(file, { force: true });
      return had;
    },
    take() {
      if (held() === bytes) return true;
      rmSync(file, { force: true });
      if (freeBytes(dirname(file)) < 2 * bytes) return false;
      try {
        fill(file, bytes);
        return true;
      } catch {
        // Somebody was faster with the space: the next look tries again.
        rmSync(file, { force: true });
        return false;
      }
    },
  };
}

/** What this process may still write on the disk of a folder. */
function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Random bytes: zeros may be compressed away, or never be given a place. */
function fill(file: string, bytes: number): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    for (let written = 0; written < bytes; ) {
      written += writeSync(descriptor, randomFillSync(Buffer.alloc(Math.min(CHUNK, bytes - written))));
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

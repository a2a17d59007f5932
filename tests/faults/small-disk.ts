import { onTestFinished } from 'vitest';
import { mountSmallDisk, type SmallDisk } from '#tools/drive/mount-small-disk.ts';

/** A small disk in memory that is gone when the test is. */
export function smallDisk(parent: string, megabytes: number): SmallDisk {
  const disk = mountSmallDisk(parent, megabytes);
  onTestFinished(disk.unmount);
  return disk;
}

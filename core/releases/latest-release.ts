import type { Release } from '#contract/library/release.ts';
import type { ReadHandle } from '../db/open.ts';
import { readReleaseBytes, releaseInForce } from './release-repo.ts';
import { readReleaseFact } from './signed/release-fact-repo.ts';
import { readReleaseFile } from './signed/release-file-repo.ts';
import { targetFile } from './signed/release-files.ts';

/** The release that was checked and waits here for its day; null where none does. */
export async function waitingRelease(db: ReadHandle): Promise<Release | null> {
  const waiting = readReleaseFact(db, 'waiting');
  const packed = waiting && readReleaseFile(db, targetFile(waiting.sha256));
  if (!packed) return null;
  const { unpackRelease } = await import('./signed/packed-release.ts');
  return (await unpackRelease(packed)).release;
}

/** The last release that was published, as it is stored: the one that waits, or the one in force. */
export async function latestRelease(db: ReadHandle): Promise<Release> {
  const waiting = await waitingRelease(db);
  if (waiting !== null) return waiting;
  const inForce = releaseInForce(db);
  const bytes = inForce && readReleaseBytes(db, inForce.releaseHash);
  if (!bytes) throw new Error('the release in force is not stored');
  // It was checked against the schema when it was applied.
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Release;
}

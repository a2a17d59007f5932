import { parentPort, workerData } from 'node:worker_threads';
import type { ApprovedChange } from '#contract/releases/terms.ts';
import { openForReading } from '#core/db/open.ts';
import { buildRelease, ChangeImpossible, type EntryChanged, nextVersion } from '../build-release.ts';
import { latestRelease } from '../latest-release.ts';
import { type BrokenRule, brokenBy } from './check-sound.ts';

/** What check-sound-in-worker.ts hands over: the changes that are to become the next release, and the day at the site. */
export interface CheckWork {
  readonly file: string;
  readonly changes: readonly ApprovedChange[];
  readonly day: string;
}

/** The release that would come of it, with the rules it breaks; or the entry whose change cannot be made. */
export type CheckAnswer =
  | {
      readonly outcome: 'built';
      readonly version: string;
      readonly changes: readonly EntryChanged[];
      readonly broken: readonly BrokenRule[];
    }
  | { readonly outcome: 'impossible'; readonly entryId: string };

async function check({ file, changes, day }: CheckWork): Promise<CheckAnswer> {
  const db = openForReading(file);
  try {
    const base = await latestRelease(db);
    const built = buildRelease(base, changes, nextVersion(base.version, day));
    const { version } = built.release;
    return { outcome: 'built', version, changes: built.changes, broken: brokenBy(base, built.release) };
  } catch (error) {
    if (error instanceof ChangeImpossible) return { outcome: 'impossible', entryId: error.entryId };
    throw error;
  } finally {
    db.close();
  }
}

if (parentPort !== null) parentPort.postMessage(await check(workerData as CheckWork));

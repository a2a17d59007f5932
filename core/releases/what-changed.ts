import type { AppliedRelease } from '#contract/releases.ts';
import type { ReadHandle } from '../db/open.ts';
import type { EntryChanged } from './build-release.ts';
import { countsOf } from './change-list.ts';
import { versionsOfRelease } from './entry-version-repo.ts';
import { readingsOf } from './reading-repo.ts';
import { appliedReleases, type ReleaseInForce } from './release-repo.ts';

/** The changes that a release brought to this desk. */
export function changesBrought(db: ReadHandle, releaseHash: string): EntryChanged[] {
  return versionsOfRelease(db, releaseHash).flatMap(({ entry, before }): EntryChanged[] => {
    const packId = entry.id.slice(0, entry.id.indexOf('/'));
    const gone = entry.provenance.review === 'withdrawn';
    const was = before !== null && before.provenance.review !== 'withdrawn' ? before : null;
    if (gone && was === null) return [];
    const how = gone ? 'withdrawn' : was === null ? 'added' : 'changed';
    return [{ entryId: entry.id, how, before: was, after: entry, packId }];
  });
}

/** Releases that changed something here, newest first: all but the one the desk began with. */
export function releasesWithChanges(db: ReadHandle): ReleaseInForce[] {
  return appliedReleases(db).slice(0, -1);
}

/** The same with what a person read of them and knew. */
export function createReadingList(db: ReadHandle) {
  /** What a release brought does not change, except that wording comes back with a later one. */
  let counted: { of: string; counts: Map<string, AppliedRelease['counts']> } | null = null;
  const countsFor = (releases: readonly ReleaseInForce[], releaseHash: string) => {
    const of = `${releases.length} ${releases[0]?.releaseHash}`;
    if (counted?.of !== of) counted = { of, counts: new Map() };
    const known = counted.counts.get(releaseHash) ?? countsOf(changesBrought(db, releaseHash));
    counted.counts.set(releaseHash, known);
    return known;
  };
  return {
    list(personId: string | null, limit: number): AppliedRelease[] {
      const releases = releasesWithChanges(db);
      const readings = personId === null ? new Map() : readingsOf(db, personId);
      return releases
        .slice(0, limit)
        .map(({ releaseHash, version, appliedAtMs, why }) => ({
          ...{ releaseHash, version, appliedAtMs, why },
          counts: countsFor(releases, releaseHash),
          ...(readings.get(releaseHash) ?? { readAtMs: null, asked: 0, right: 0 }),
        }))
        .filter(({ counts }) => counts.added + counts.changed + counts.withdrawn > 0);
    },
  };
}

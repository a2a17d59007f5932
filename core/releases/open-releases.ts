import type { ChangeTopic } from '#contract/system.ts';
import type { CoreOptions } from '../core-options.ts';
import type { Journal } from '../journal/journal.ts';
import { openSearchIndex, type SearchIndex } from '../library/search-index.ts';
import type { OpenDatabase } from '../open-database.ts';
import type { ChangeFeed } from '../system/change-feed.ts';
import { openRelease } from './open-release.ts';
import { openReleaseDesk, type ReleaseDesk } from './release-desk.ts';

/** The release in force, what may follow it, and the search over it, which follows too. */
export function openReleases(
  parts: CoreOptions & { database: OpenDatabase },
  journal: Journal,
  changes: ChangeFeed<ChangeTopic>,
): { releases: ReleaseDesk; searchIndex: SearchIndex } {
  const { clock, ids, logger, timeZone, database } = parts;
  const { db, folder } = database;
  const { file: starterReleaseFile, pin } = parts.starterRelease;
  const followed = (): void => {
    changes.announce(['lint', 'conversation', 'specialCalls']);
    searchIndex.exchanged().then(
      () => changes.announce(['library']),
      (error: unknown) => logger.error('the search could not follow the release', error),
    );
  };
  const releases = openReleaseDesk({
    ...{ db, journal, clock, ids, logger, timeZone, dataDir: folder.folder },
    timer: parts.watch?.timer ?? null,
    opened: openRelease({ db, journal, starterReleaseFile, pin }),
    onExchanged: followed,
    onMoved: () => changes.announce(['releases']),
  });
  const { catalogue } = releases.live;
  const searchIndex = openSearchIndex({ catalogue, snapshotFile: folder.searchIndex, clock, logger });
  return { releases, searchIndex };
}

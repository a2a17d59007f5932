import type { ChangeTopic } from '#contract/system.ts';
import { alertsHandlers } from './alerts/handlers.ts';
import { backupsHandlers } from './backups/handlers.ts';
import { openBackups } from './backups/open-backups.ts';
import type { CallContext } from './call-context.ts';
import { conversationHandlers } from './conversation/handlers.ts';
import { followAnswers } from './conversation/sharing/tell-site.ts';
import type { CoreOptions } from './core-options.ts';
import { createCounterDisplay } from './counter/counter-display.ts';
import { counterHandlers } from './counter/handlers.ts';
import { customersHandlers } from './customers/handlers.ts';
import type { StorageWatch } from './db/storage-watch.ts';
import { followSlips } from './drill/follow-slips.ts';
import { drillHandlers } from './drill/handlers.ts';
import { type OpenIncidents, openIncidents } from './incidents/open-incidents.ts';
import { openInsight } from './insight/open-insight.ts';
import { timeSearches } from './insight/time-searches.ts';
import type { HeadFile } from './journal/head-file.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import { libraryBrowseHandlers } from './library/browse/handlers.ts';
import { noExchangeHost } from './library/exchange/exchange-host.ts';
import { exchangeHandlers } from './library/exchange/handlers.ts';
import { holidaysKnownFor } from './library/festival.ts';
import { libraryHandlers } from './library/handlers.ts';
import { libraryHistoryHandlers } from './library/history/handlers.ts';
import { personalLineHandlers } from './library/personal/handlers.ts';
import { createPersonalShelf } from './library/personal/personal-shelf.ts';
import { libraryUsageHandlers } from './library/usage/handlers.ts';
import { lintHandlers } from './lint/handlers.ts';
import type { OpenDatabase } from './open-database.ts';
import { peopleHandlers } from './people/handlers.ts';
import { listPeople } from './people/people-repo.ts';
import { createPinTries } from './people/pin-tries.ts';
import { addSamplePeople } from './people/sample-people.ts';
import { openSession } from './people/session.ts';
import { createCleanUp } from './privacy/clean-up.ts';
import { privacyHandlers } from './privacy/handlers.ts';
import { createRetentionRunner } from './privacy/retention-runner.ts';
import { projections } from './projections.ts';
import { quickBarHandlers } from './quick-bar/handlers.ts';
import { recordsHandlers } from './records/handlers.ts';
import { rehearsalHandlers } from './rehearsal/handlers.ts';
import { judgeOfDesk } from './rehearsal/judge/judge-of-desk.ts';
import { rehearsalJournalOf } from './rehearsal/rehearsal-journal.ts';
import { releasesHandlers } from './releases/handlers.ts';
import { openReleases } from './releases/open-releases.ts';
import { remindersHandlers } from './reminders/handlers.ts';
import { type DeskWatch, watchDesk } from './reminders/watch-desk.ts';
import { type FailedSearches, followFailedSearches } from './search/failures/failed-searches.ts';
import { searchFailuresHandlers } from './search/failures/handlers.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { siteRulesHandlers } from './site-rules/handlers.ts';
import { noteDeskZone, readSiteRules } from './site-rules/site-rules-repo.ts';
import { siteTime } from './site-time.ts';
import { specialCallsHandlers } from './special-calls/handlers.ts';
import { syncHandlers } from './sync/handlers.ts';
import { noSyncHost } from './sync/sync-host.ts';
import { createSyncRunner, type SyncRunner } from './sync/sync-runner.ts';
import { isEnrolled } from './sync/sync-state-repo.ts';
import { type ChangeFeed, createChangeFeed } from './system/change-feed.ts';
import { systemHandlers } from './system/handlers.ts';
import { topicsOf } from './system/topics.ts';
import { workOrdersHandlers } from './work-orders/handlers.ts';
import { siteOrderRules } from './work-orders/order-figures.ts';
import { workshopHandlers } from './workshop/handlers.ts';

export interface OpenDesk {
  journal: Journal;
  context: CallContext;
  changes: ChangeFeed<ChangeTopic>;
  watch: DeskWatch;
  router: ReturnType<typeof routerOf> & {
    backups: ReturnType<typeof backupsHandlers>;
    incidents: OpenIncidents['handlers'];
    insight: ReturnType<typeof openInsight>['handlers'];
    privacy: ReturnType<typeof privacyHandlers>;
  };
}

export interface OpenDeskParts extends CoreOptions {
  database: OpenDatabase;
  dataKey: Uint8Array;
  headFile: HeadFile;
  storage: StorageWatch;
}

/** Puts the slices together over an opened database: journal, release in force, search index, handlers. */
export function openDesk(parts: OpenDeskParts): OpenDesk {
  const { database, clock, ids, dataKey, headFile, logger, runId } = parts;
  const { db, installId } = database;
  const journal = createJournal({
    db,
    clock,
    ids,
    dataKey,
    headFile,
    projections,
    installId,
    restored: database.restored !== null,
    knownEpoch: database.restored?.epoch ?? 0,
    onError: (error) => logger.error('after a commit', error),
  });
  if (listPeople(db, journal.fields).length === 0) addSamplePeople(journal, ids);
  noteDeskZone(db, parts.timeZone);
  const changes = createChangeFeed<ChangeTopic>();
  journal.onCommitted((events) => changes.announce(topicsOf(events)));
  const session = openSession(db, journal, runId);
  const heard = followFailedSearches({ journal, clock, logger, timer: parts.watch?.timer });
  const failedSearches = timeSearches(heard, clock);
  const opened = openReleases(parts, journal, changes);
  const { releases } = opened;
  const { catalogue } = releases.live;
  const insight = openInsight({ ...parts, db, journal, installId, catalogue, file: database.folder.database });
  const incidents = openIncidents({
    ...{ ...parts, db, journal, installId, session, catalogue: releases.live.catalogue },
    onTurned: () => changes.announce(['incidents', 'library']),
  });
  const syncRunner = createSyncRunner({
    ...{ db, journal, installId, clock, ids, logger },
    host: parts.sync ?? noSyncHost,
    onStatusChanged: () => changes.announce(['sync']),
    afterRound: releases.withServer,
    onReleases: releases.nudge,
  });
  const backups = openBackups({ ...parts, journal, onChanged: () => changes.announce(['backups', 'system']) });
  journal.onForeign((events) => changes.announce(topicsOf(events)));
  const rehearsals = rehearsalJournalOf({ folder: database.folder, clock, ids, dataKey, logger });
  const tidying = {
    ...{ rehearsals, db, journal, clock, logger, folder: database.folder, installId },
    ...{ workerUrl: parts.verifyWorkerUrl, timer: parts.watch?.timer },
    onChanged: () => changes.announce(['privacy', 'backups']),
    days: () => readSiteRules(db).retentionDays,
  };
  const cleanUp = createCleanUp({ ...tidying, keeper: backups.keeper });
  const retention = createRetentionRunner({ ...tidying, noteToScrub: cleanUp.noteToScrub, finish: cleanUp.run });
  const router = {
    ...routerOf(parts, journal, changes, failedSearches, syncRunner, rehearsals, opened, incidents.desk),
    backups: backupsHandlers(backups),
    incidents: incidents.handlers,
    insight: insight.handlers,
    privacy: privacyHandlers({
      ...{ ...tidying, cleanUp, retention },
      travels: () => isEnrolled(db),
    }),
  };
  const watch = watchDesk(
    {
      ...{ db, journal, clock, logger },
      rules: () => siteOrderRules(db, journal.fields),
      personId: () => session.person()?.id ?? null,
    },
    parts.watch,
  );
  const start = () => {
    watch.start();
    incidents.watch.start();
    syncRunner.start();
    releases.start();
    backups.keeper.start();
    cleanUp.start();
    retention.start();
    insight.start();
  };
  const stop = () => {
    watch.stop();
    incidents.watch.stop();
    syncRunner.stop();
    releases.stop();
    opened.searchIndex.stop();
    cleanUp.stop();
    retention.stop();
    insight.stop();
    backups.keeper.stop();
    failedSearches.stop();
    rehearsals.close();
  };
  return { journal, changes, watch: { ...watch, start, stop }, context: { person: session.person }, router };
}

function routerOf(
  parts: OpenDeskParts,
  journal: Journal,
  changes: ChangeFeed<ChangeTopic>,
  failedSearches: FailedSearches,
  syncRunner: SyncRunner,
  rehearsals: ReturnType<typeof rehearsalJournalOf>,
  { releases, searchIndex }: ReturnType<typeof openReleases>,
  incidents: OpenIncidents['desk'],
) {
  const { database, clock, ids, dataKey, logger, runId, secrets, timeZone } = parts;
  const { db, folder } = database;
  const { catalogue } = releases.live;
  const tries = createPinTries(clock);
  const year = Number(siteTime(clock.nowMs(), timeZone).day.slice(0, 4));
  if (!holidaysKnownFor(year))
    logger.info(`the days off of ${year} are not known: festivals keep to the statutory days`);
  const orderRules = () => siteOrderRules(db, journal.fields);
  const shelf = createPersonalShelf(db, journal, catalogue);
  followAnswers({ db, journal });
  followSlips({ db, journal, clock, logger, timeZone, catalogue });
  const library = libraryHandlers({
    ...{ db, journal, clock, validity: releases.validity, timeZone, catalogue, searchIndex, shelf, failedSearches },
    incidents,
    onFoundMore: () => changes.announce(['library']),
  });
  return {
    system: systemHandlers({
      db,
      journal,
      ids,
      dataKey,
      secrets,
      dataDir: folder.folder,
      release: releases.live.facts,
      storage: parts.storage,
      changes,
    }),
    sync: syncHandlers({
      ...{ db, journal, clock, installId: database.installId },
      host: parts.sync ?? noSyncHost,
      runner: syncRunner,
    }),
    people: peopleHandlers({
      ...{ db, journal, ids, runId, tries, seal: journal.fields },
      pinChanged: releases.publisher.pinChanged,
    }),
    releases: releasesHandlers({
      ...{ db, journal, clock, tries, desk: releases, runner: syncRunner },
      ...{ file: folder.database, verifyWorkerUrl: parts.verifyWorkerUrl },
      starterReleaseFile: parts.starterRelease.file,
      chosenPath: (parts.exchange ?? noExchangeHost).chosenPath,
    }),
    settings: settingsHandlers({ db, journal }),
    siteRules: siteRulesHandlers({ db, journal, clock }),
    library: {
      ...library,
      ...libraryBrowseHandlers({ db, clock: releases.validity, timeZone, catalogue, searchIndex, shelf }),
      ...libraryHistoryHandlers({ db, catalogue }),
      ...libraryUsageHandlers({ db, clock: releases.validity, timeZone, catalogue }),
      ...personalLineHandlers({ journal, ids, shelf }),
    },
    quickBar: quickBarHandlers({ db, journal, library }),
    search: searchFailuresHandlers({ db, journal, clock, catalogue }),
    exchange: exchangeHandlers({
      db,
      journal,
      clock,
      ids,
      logger,
      timeZone,
      catalogue,
      host: parts.exchange ?? noExchangeHost,
    }),
    lint: lintHandlers({ db, clock, catalogue }),
    conversation: conversationHandlers({
      ...{ db, journal, clock, ids, catalogue },
      travels: () => isEnrolled(db),
    }),
    specialCalls: specialCallsHandlers({ db, journal, clock, ids, timeZone, catalogue, site: () => readSiteRules(db) }),
    records: recordsHandlers({ db, journal, timeZone, catalogue }),
    customers: customersHandlers({ db, journal, clock }),
    counter: counterHandlers({
      db,
      journal,
      display: createCounterDisplay(changes),
      siteName: () => readSiteRules(db).siteName,
    }),
    workOrders: workOrdersHandlers({
      ...{ db, journal, clock, ids, catalogue },
      rules: orderRules,
      chosenPath: (parts.exchange ?? noExchangeHost).chosenPath,
      travels: () => isEnrolled(db),
    }),
    reminders: remindersHandlers({ db, journal, clock, rules: orderRules }),
    rehearsal: rehearsalHandlers({
      ...{ db, journal, clock, ids, timeZone, catalogue, rehearsals },
      judge: judgeOfDesk({ db, clock, catalogue, searchIndex }),
    }),
    drill: drillHandlers({
      ...{ db, journal, clock, timeZone, catalogue, searchIndex, rehearsals },
      releaseHash: () => releases.live.facts.releaseHash,
      rules: () => readSiteRules(db),
    }),
    workshop: workshopHandlers({ db, journal, clock, ids, timeZone, catalogue, searchIndex }),
    alerts: alertsHandlers({ db, journal, clock, ids, catalogue }),
  };
}

import { ORPCError } from '@orpc/client';
import type { Release } from '#contract/library/release.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import type { Timer } from '../reminders/watch-host.ts';
import { siteTime } from '../site-time.ts';
import type { ServerClient } from '../sync/server-link.ts';
import { readFact } from '../sync/sync-state-repo.ts';
import { createLiveCatalogue } from './live-catalogue.ts';
import type { OpenRelease } from './open-release.ts';
import { createPublisher } from './publishing/publisher.ts';
import { readReleaseFact, writeReleaseFact } from './signed/release-fact-repo.ts';
import { trustedMetadata } from './signed/release-file-repo.ts';
import { createReleaseTaker } from './take-releases.ts';
import { createValidityClock } from './validity-clock.ts';

/** A server is asked this often at most, unless it says that there is something new. */
const ASK_EVERY_MS = 5 * 60_000;
/** How often a desk looks whether a stored release is due, and whether its own timestamp needs renewing. */
const LOOK_EVERY_MS = 60_000;

export interface ReleaseDeskParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly timeZone: string;
  readonly dataDir: string;
  /** Without one nothing happens by itself. */
  readonly timer: Timer | null;
  readonly opened: OpenRelease;
  /** After the release in force was exchanged; screens are told by the event, the index follows. */
  onExchanged(): void;
  /** The state of a check or a proposal moved without an event. */
  onMoved(): void;
}

/** Everything about releases on a desk: which one is in force, where the next comes from, and who signs it. */
export function openReleaseDesk(parts: ReleaseDeskParts) {
  const { db, journal, clock, ids, logger } = parts;
  const live = createLiveCatalogue(parts.opened.release, parts.opened.releaseHash);
  const taker = createReleaseTaker({
    ...{ db, journal, clock, workFolder: parts.dataDir },
    siteId: () => readFact(db, 'enrolment')?.siteId ?? null,
    clockOffsetMs: () => readFact(db, 'clockOffsetMs') ?? 0,
    exchange(release: Release, releaseHash: string) {
      live.exchange(release, releaseHash);
      parts.onExchanged();
    },
  });
  const publisher = createPublisher({
    ...{ db, journal, clock, ids, taker },
    current: () => live.catalogue.release,
    today: () => siteTime(clock.nowMs(), parts.timeZone).day,
  });
  const validity = createValidityClock(db, clock);
  let askedAtMs: number | null = null;
  let callOff: () => void = () => undefined;

  const aside = (what: string, work: () => Promise<unknown>): void => {
    work().then(parts.onMoved, (error: unknown) => logger.error(what, error));
  };
  const publishLate = () => {
    if (trustedMetadata(db) !== null) {
      aside('a release could not be published', async () => {
        if ((await publisher.publishWhenSigned()) !== null) nudge();
      });
    }
  };
  // The last signature may have been given on another desk.
  const stopForeign = journal.onForeign((events) => {
    if (events.some(({ kind }) => kind === 'wording.signed')) publishLate();
  });

  function nudge(): void {
    askedAtMs = null;
  }

  async function look(): Promise<void> {
    await taker.applyDue();
    if (await publisher.renew()) nudge();
  }

  function watch(): void {
    if (parts.timer === null) return;
    callOff = parts.timer(Math.min(taker.dueInMs() ?? LOOK_EVERY_MS, LOOK_EVERY_MS), () => {
      aside('releases could not be looked after', look);
      watch();
    });
  }

  /** The version of the timestamp this desk would hand on; null where it does not publish. */
  async function ownTimestamp(): Promise<number | null> {
    const trusted = trustedMetadata(db);
    if (trusted?.timestamp == null || !(await publisher.publishesHere())) return null;
    const { readTimestamp } = await import('./signed/metadata.ts');
    return readTimestamp(trusted.timestamp).signed.version;
  }

  async function push(server: ServerClient): Promise<void> {
    const version = await ownTimestamp();
    if (version === null || readReleaseFact(db, 'pushed') === version) return;
    const { pushFiles } = await import('./signed/server-files.ts');
    try {
      await pushFiles(db, server);
      writeReleaseFact(db, 'pushed', version);
    } catch (error) {
      // A file of that name is there with another content: the server belongs to another team.
      const foreign = error instanceof ORPCError && error.code === 'conflict';
      if (!foreign) throw error;
      const problem = { code: 'otherRoot' as const, from: 'server' as const, atMs: clock.nowMs(), detail: 'conflict' };
      writeReleaseFact(db, 'problem', problem);
    }
  }

  /** In a round with the server: hands over what was published here, and takes what there is. */
  async function withServer(server: ServerClient): Promise<void> {
    validity.heard(clock.nowMs() + (readFact(db, 'clockOffsetMs') ?? 0));
    const nowMs = clock.monotonicMs();
    if (askedAtMs !== null && nowMs - askedAtMs < ASK_EVERY_MS) return;
    askedAtMs = nowMs;
    try {
      await push(server);
      const { serverFiles } = await import('./signed/server-files.ts');
      const files = serverFiles(server);
      // A lead joined this desk to the server by a code of its own: its root is believed from the first time on.
      if (trustedMetadata(db) === null) await taker.trust(files, 'server', null);
      if (trustedMetadata(db) === null) return;
      await taker.takeFrom(files, 'server');
      parts.onMoved();
    } catch (error) {
      nudge();
      logger.error('releases could not be exchanged with the server', error);
    }
  }

  return {
    live,
    taker,
    publisher,
    /** By which lines hold or are over. */
    validity,
    withServer,
    /** The server says that there is something new, or a person wants to know now. */
    nudge,
    start() {
      aside('releases could not be looked after', look);
      watch();
    },
    stop() {
      callOff();
      stopForeign();
    },
  };
}
export type ReleaseDesk = ReturnType<typeof openReleaseDesk>;

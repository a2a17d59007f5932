import type { SyncProblem } from '#contract/sync.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import { deviceKey } from './device-key.ts';
import type { ServerClient } from './server-link.ts';
import type { SyncHost } from './sync-host.ts';
import { problemOf } from './sync-problem.ts';
import { syncRound } from './sync-round.ts';
import { readFact, type SyncFact, writeFact } from './sync-state-repo.ts';

/** A commit is sent this much later, together with those that follow at once. */
const GATHER_MS = 400;
/** Without a stream the feed is asked for this often. */
const POLL_MS = 30_000;
const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;
const SECOND_MS = 1_000;

export interface RunnerParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly installId: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly host: SyncHost;
  onStatusChanged(): void;
  /** After every round that went well: releases have a way of their own. */
  afterRound(server: ServerClient): Promise<void>;
  /** The server tells that releases were published. */
  onReleases(): void;
}

export interface SyncRunner {
  /** Begins, or begins anew after enrolling; does nothing on a desk that is alone. */
  start(): void;
  /** Tries now instead of at the next moment due. */
  tryNow(): void;
  stop(): void;
  now(): {
    readonly running: boolean;
    readonly problem: { code: SyncProblem; atMs: number; nextTryAtMs: number | null } | null;
  };
}

/** Keeps the desk and its server level: rounds one after another, after commits, when the feed grew, and after failures ever later. */
export function createSyncRunner(parts: RunnerParts): SyncRunner {
  const { db, journal, clock, logger, host } = parts;
  let server: Promise<ServerClient> | null = null;
  let stream: AbortController | null = null;
  let callOff: () => void = () => undefined;
  let running = false;
  let again = false;
  let first = true;
  let failures = 0;
  /** What the server said in the round under way: how long until it has time. */
  let toldToWaitMs = 0;
  let problem: ReturnType<SyncRunner['now']>['problem'] = null;
  /** Rises with every start and stop: what an earlier start still awaits is nobody's business any more. */
  let generation = 0;

  const stopListening = journal.onCommitted(() => {
    if (server !== null && !running && problem === null) schedule(GATHER_MS);
    else again = true;
  });

  function schedule(ms: number): void {
    callOff();
    const mine = generation;
    callOff = host.timer(ms, () => {
      if (mine === generation) void round(mine);
    });
  }

  async function round(mine: number): Promise<void> {
    if (running || server === null) {
      again = true;
      return;
    }
    running = true;
    again = false;
    toldToWaitMs = 0;
    parts.onStatusChanged();
    try {
      await syncRound(
        { db, journal, server: await server, appVersion: host.appVersion, ended: () => mine !== generation },
        first,
      );
      if (mine !== generation) return;
      await parts.afterRound(await server);
      if (mine !== generation) return;
      first = false;
      failures = 0;
      problem = null;
      writeFact(db, 'lastSuccessAtMs', clock.nowMs());
      follow(mine);
      schedule(again ? GATHER_MS : POLL_MS * (0.75 + host.random() / 2));
    } catch (error) {
      if (mine === generation) failed(error);
    } finally {
      running = false;
      if (mine === generation) parts.onStatusChanged();
    }
  }

  function failed(error: unknown): void {
    const code = problemOf(error);
    if (problem?.code !== code) logger.error(`the server could not be reached: ${code}`);
    // A server that names a time is not out of reach.
    if (toldToWaitMs === 0) failures += 1;
    first = true;
    stream?.abort();
    stream = null;
    const wait = toldToWaitMs > 0 ? turnAfter(toldToWaitMs) : backOff();
    problem = { code, atMs: clock.nowMs(), nextTryAtMs: clock.nowMs() + Math.round(wait) };
    schedule(wait);
  }

  function backOff(): number {
    return Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (failures - 1)) * (0.5 + host.random() / 2);
  }

  /** The server names whole seconds: desks told the same one come at any moment of it. */
  function turnAfter(toldMs: number): number {
    return Math.min(LONGEST_BACK_OFF_MS, toldMs - SECOND_MS + host.random() * SECOND_MS);
  }

  /** Listens for the feed to grow; when the line breaks, asking every now and then goes on. */
  function follow(mine: number): void {
    if (stream !== null || server === null) return;
    const ends = new AbortController();
    stream = ends;
    void (async () => {
      try {
        const grown = await (await server)?.feedGrew(undefined, { signal: ends.signal });
        if (grown === undefined) return;
        let releases: number | undefined;
        for await (const { cursor, releases: published } of grown) {
          if (mine !== generation) return;
          if (published !== undefined && published !== releases) {
            parts.onReleases();
            schedule(0);
          }
          releases = published;
          if (cursor > (readFact(db, 'cursor') ?? 0)) schedule(0);
        }
      } catch {
        // The next round tells whether the server is there.
      } finally {
        if (stream === ends) stream = null;
      }
    })();
  }

  function halt(): void {
    generation += 1;
    callOff();
    stream?.abort();
    stream = null;
    server = null;
    problem = null;
    failures = 0;
    first = true;
  }

  /** Loaded by a desk that has a server only: the others start without it. */
  async function openLink({ serverUrl }: SyncFact<'enrolment'>): Promise<ServerClient> {
    const { openServerLink } = await import('./server-link.ts');
    return openServerLink({
      serverUrl,
      installId: parts.installId,
      key: deviceKey(db, journal.fields),
      fetch: host.fetch,
      clock,
      ids: parts.ids,
      clockOffsetMs: readFact(db, 'clockOffsetMs') ?? 0,
      onClockOffset: (offsetMs) => writeFact(db, 'clockOffsetMs', offsetMs),
      onToldToWait: (ms) => {
        toldToWaitMs = ms;
      },
    });
  }

  return {
    start() {
      halt();
      const enrolment = readFact(db, 'enrolment');
      if (enrolment === null || readFact(db, 'held') !== null) return;
      server = openLink(enrolment);
      schedule(0);
    },
    tryNow() {
      if (server !== null) schedule(0);
    },
    stop() {
      stopListening();
      halt();
    },
    now: () => ({ running, problem }),
  };
}

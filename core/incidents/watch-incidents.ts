import { incidentLapseNoted, incidentUnreadTold } from '#contract/incidents.ts';
import type { Person } from '#contract/people.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import { listPeople } from '../people/people-repo.ts';
import type { Timer } from '../reminders/watch-host.ts';
import { type Incident, LEADING, readersOf, standOf } from './incident.ts';
import type { IncidentDesk } from './incident-desk.ts';
import { incidentsSince } from './incident-repo.ts';

interface WatchParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly logger: Logger;
  readonly desk: IncidentDesk;
  /** Without one nothing happens by itself; what has ended by the clock is over all the same. */
  readonly timer: Timer | undefined;
  person(): Person | null;
  /** An incident began, ended or has waited long enough for its readers: screens that show it read again. */
  onTurned(): void;
}

export interface IncidentWatch {
  start(): void;
  stop(): void;
}

/** A sleeping PC and a set clock show in the wall clock only. */
const LOOK_EVERY_MS = 30_000;
/** An end that was slept through for longer needs no note: no clock is set back so far. */
const NOTED_BACK_MS = 31 * 86_400_000;

/** Notes ends as they are reached, and tells leads at this desk once who has not read an incident in time. */
export function watchIncidents(parts: WatchParts): IncidentWatch {
  const { db, journal, desk, timer } = parts;
  let callOff: () => void = () => undefined;
  let looking = false;
  let stopped = true;
  let lookedAtMs = desk.seenFrom().nowMs;
  let stopListening: (() => void)[] = [];

  function look(): void {
    if (stopped) return;
    callOff();
    let next = LOOK_EVERY_MS;
    looking = true;
    try {
      const before = lookedAtMs;
      const { nowMs } = desk.seenFrom();
      lookedAtMs = nowMs;
      noteEnds();
      const moments = desk.open().flatMap(({ incident, stand }) => [incident.fromMs, incident.readDueAtMs, stand.toMs]);
      for (const { incident, stand } of desk.open()) if (stand.state === 'inForce') tellUnread(incident, nowMs);
      if (moments.some((atMs) => atMs > before && atMs <= nowMs)) parts.onTurned();
      next = Math.min(next, ...moments.filter((atMs) => atMs > nowMs).map((atMs) => atMs - nowMs));
    } catch (error) {
      // A full disk, say: nothing counts as told that was not stored, and the next look tries again.
      parts.logger.error('incidents could not be looked at', error);
    } finally {
      looking = false;
    }
    schedule(next);
  }

  function noteEnds(): void {
    const seen = desk.seenFrom();
    for (const incident of incidentsSince(db, journal.fields, seen.nowMs - NOTED_BACK_MS)) {
      const { ended, toMs } = standOf(incident, seen);
      const noted = incident.marks.some(
        (one) => one.mark === 'lapsed' && one.installId === seen.installId && one.toMs === toMs,
      );
      if (ended?.how !== 'byItself' || noted) continue;
      const { incidentId } = incident;
      journal.transaction(null, (tx) => tx.append(incidentLapseNoted, { incidentId, toMs }));
    }
  }

  function tellUnread(incident: Incident, nowMs: number): void {
    const person = parts.person();
    if (nowMs < incident.readDueAtMs || person === null || !LEADING.includes(person.role)) return;
    const { installId } = desk.seenFrom();
    if (incident.marks.some((one) => one.mark === 'unreadTold' && one.installId === installId)) return;
    const readers = readersOf(incident);
    const unread = listPeople(db, journal.fields).filter(({ id }) => !readers.has(id)).length;
    if (unread === 0) return;
    const { incidentId } = incident;
    journal.transaction(null, (tx) => tx.append(incidentUnreadTold, { incidentId, unread }));
  }

  function schedule(ms: number): void {
    if (!stopped && timer) callOff = timer(ms, look);
  }
  const lookSoon = (events: readonly { kind: string }[]): void => {
    if (looking || !events.some(({ kind }) => /^(?:incident\.|person\.signedIn)/.test(kind))) return;
    callOff();
    schedule(0);
  };

  return {
    start() {
      if (!stopped || !timer) return;
      stopped = false;
      stopListening = [journal.onCommitted(lookSoon), journal.onForeign(lookSoon)];
      look();
    },
    stop() {
      stopped = true;
      for (const stop of stopListening) stop();
      callOff();
    },
  };
}

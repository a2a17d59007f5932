import type { Clock } from '../clock.ts';
import type { ReadHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { holdsAt, type Incident, type IncidentStand, type SeenFrom, standOf } from './incident.ts';
import { incidentsSince, placeOfDesk } from './incident-repo.ts';

/** How far behind its end an incident is still looked at, for clocks that go back. */
const LOOKED_BACK_MS = 2 * 86_400_000;

export interface IncidentDesk {
  seenFrom(): SeenFrom;
  /** In force where this desk stands; the newest first. */
  inForceHere(): readonly Incident[];
  /** Not over yet, anywhere on the site. */
  open(): readonly { incident: Incident; stand: IncidentStand }[];
  /** Where this desk stands, or null. */
  place(): string | null;
}

interface DeskParts {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly installId: string;
}

/** What is on at this desk now. Read again only after something about incidents was stored; time is looked at each time. */
export function createIncidentDesk({ db, journal, clock, installId }: DeskParts): IncidentDesk {
  let kept: { incidents: readonly Incident[]; place: string | null; atMs: number } | null = null;
  const forget = (events: readonly { kind: string }[]): void => {
    if (events.some(({ kind }) => /^(?:incident|incidentLapse|journal)\./.test(kind))) kept = null;
  };
  journal.onCommitted(forget);
  journal.onForeign(forget);
  const seenFrom = () => ({ nowMs: clock.nowMs(), installId });
  const now = () => {
    const { nowMs } = seenFrom();
    // A clock that went back may have brought something into reach again, though nothing was stored.
    if (kept === null || nowMs < kept.atMs) {
      const incidents = incidentsSince(db, journal.fields, nowMs - LOOKED_BACK_MS);
      kept = { incidents, place: placeOfDesk(db, installId), atMs: nowMs };
    }
    return kept;
  };
  const open = () =>
    now()
      .incidents.map((incident) => ({ incident, stand: standOf(incident, seenFrom()) }))
      .filter(({ stand }) => stand.state !== 'ended');
  return {
    seenFrom,
    open,
    place: () => now().place,
    inForceHere: () =>
      open().flatMap(({ incident, stand }) =>
        stand.state === 'inForce' && holdsAt(incident, now().place) ? [incident] : [],
      ),
  };
}

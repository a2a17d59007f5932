import type { PayloadOf } from '#contract/declare-event.ts';
import type { IncidentState } from '#contract/incidents/terms.ts';
import type { incidentCallTried, incidentRaised } from '#contract/incidents.ts';
import type { VariableValues } from '#contract/library.ts';
import type { Person } from '#contract/people.ts';
import type { Channel } from '#contract/vocabulary.ts';

export interface IncidentMark {
  readonly mark: 'filled' | 'acknowledged' | 'callTried' | 'prolonged' | 'ended' | 'unreadTold' | 'lapsed';
  readonly atMs: number;
  readonly personId: string | null;
  readonly installId: string;
  readonly toMs: number | null;
  readonly reason: string;
  readonly values: VariableValues;
  readonly unread: number;
  readonly tried: Omit<PayloadOf<typeof incidentCallTried>, 'incidentId'> | null;
}

/** An incident as it was raised, and everything that was done about it, oldest first. */
export interface Incident extends PayloadOf<typeof incidentRaised> {
  readonly raisedAtMs: number;
  readonly personId: string | null;
  /** The desk that raised it. */
  readonly installId: string;
  readonly marks: readonly IncidentMark[];
}

export interface IncidentStand {
  readonly state: IncidentState;
  /** Its end as it was last set. */
  readonly toMs: number;
  readonly ended: { readonly atMs: number; readonly how: 'byItself' | 'early' } | null;
}

/** A desk at a moment of its own clock. */
export interface SeenFrom {
  readonly nowMs: number;
  readonly installId: string;
}

export const LEADING: readonly Person['role'][] = ['lead', 'administrator'];

/**
 * Where an incident stands. Ended by a lead it is over for good; at its time it is over by itself, and stays so on a desk that
 * has seen it, whatever its clock shows afterwards, until somebody prolongs it.
 */
export function standOf(incident: Incident, { nowMs, installId }: SeenFrom): IncidentStand {
  const { marks } = incident;
  // It is only ever prolonged to a later end, so the latest holds, in whatever order desks and clocks put them.
  const prolonged = marks.flatMap(({ mark, toMs: to }) => (mark === 'prolonged' && to !== null ? [to] : []));
  const toMs = Math.max(incident.toMs, ...prolonged);
  const ended = marks.find(({ mark }) => mark === 'ended');
  if (ended) return { state: 'ended', toMs, ended: { atMs: ended.atMs, how: 'early' } };
  const lapsed = marks.some((one) => one.mark === 'lapsed' && one.installId === installId && one.toMs === toMs);
  if (lapsed || nowMs >= toMs) return { state: 'ended', toMs, ended: { atMs: toMs, how: 'byItself' } };
  return { state: nowMs < incident.fromMs ? 'coming' : 'inForce', toMs, ended: null };
}

/** Whether it concerns a desk; one that has not said where it stands is shown everything. */
export function holdsAt({ scope }: Incident, place: string | null): boolean {
  return scope.places.length === 0 || place === null || scope.places.includes(place);
}

export function holdsOn({ scope }: Incident, channel: Channel | undefined): boolean {
  return channel === undefined || scope.channels.length === 0 || scope.channels.includes(channel);
}

/** Who may say to the outside what only some may say. */
export function maySpeak(incident: Incident, person: Pick<Person, 'id' | 'role'> | null): boolean {
  if (incident.speaker === 'everyone') return true;
  if (person === null) return false;
  if (incident.speakerIds.includes(person.id)) return true;
  return incident.speaker === 'lead' && LEADING.includes(person.role);
}

/** What stands in the gaps of its lines: as raised, with everything that was filled in since. */
export function valuesOf({ values, marks }: Incident): VariableValues {
  return Object.assign({}, values, ...marks.filter(({ mark }) => mark === 'filled').map((one) => one.values));
}

/** Ids of those who have read it, with when they first had. */
export function readersOf({ marks }: Incident): Map<string, number> {
  const readers = new Map<string, number>();
  for (const { mark, personId, atMs } of marks) {
    if (mark === 'acknowledged' && personId !== null && !readers.has(personId)) readers.set(personId, atMs);
  }
  return readers;
}

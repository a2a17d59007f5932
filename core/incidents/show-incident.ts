import type { ContactView, IncidentView } from '#contract/incidents/view.ts';
import type { Person } from '#contract/people.ts';
import { noticeGaps } from '../alerts/notice-lines.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { holdsAt, type Incident, LEADING, maySpeak, readersOf, type SeenFrom, standOf, valuesOf } from './incident.ts';
import { linesFor } from './incident-lines.ts';

export interface ShowParts {
  readonly catalogue: Catalogue;
  readonly seenFrom: SeenFrom;
  readonly place: string | null;
  /** Everybody who works here. */
  readonly people: readonly Person[];
  /** Who asks. */
  readonly person: Person | null;
  nameOf(personId: string | null): string;
}

const MINUTE_MS = 60_000;

/** Everything about one incident as the person at this desk sees it. */
export function showIncident(incident: Incident, parts: ShowParts): IncidentView {
  const { catalogue, person, people, nameOf, seenFrom } = parts;
  const stand = standOf(incident, seenFrom);
  const readers = readersOf(incident);
  const unread = people.filter(({ id }) => !readers.has(id));
  return {
    id: incident.incidentId,
    planId: incident.planId,
    title: incident.title,
    incidentKind: incident.incidentKind,
    level: incident.level,
    text: incident.text,
    raisedAtMs: incident.raisedAtMs,
    raisedBy: nameOf(incident.personId),
    fromMs: incident.fromMs,
    toMs: stand.toMs,
    scope: incident.scope,
    state: stand.state,
    endedAtMs: stand.ended?.atMs ?? null,
    endedHow: stand.ended?.how ?? null,
    here: holdsAt(incident, parts.place),
    speaker: {
      who: incident.speaker,
      names: incident.speakerIds.map(nameOf).filter((name) => name !== ''),
      post: incident.speakerPost,
      reach: incident.speakerReach,
      iMay: maySpeak(incident, person),
    },
    lines: linesFor(catalogue, incident, person),
    gaps: noticeGaps(catalogue, incident.lines, valuesOf(incident), () => true),
    reading: {
      read: [...readers].map(([personId, atMs]) => ({ personName: nameOf(personId), atMs })),
      unread: unread.map(({ name }) => name),
      byMe: person !== null && readers.has(person.id),
      dueAtMs: incident.readDueAtMs,
      overdue: stand.state === 'inForce' && seenFrom.nowMs >= incident.readDueAtMs && unread.length > 0,
      toldAtMs: incident.marks.find(({ mark }) => mark === 'unreadTold')?.atMs ?? null,
    },
    contacts: contactsOf(incident, nameOf),
    course: incident.marks.flatMap(({ mark, atMs, personId, reason, toMs }) =>
      mark === 'prolonged' || mark === 'ended'
        ? [{ what: mark, atMs, personName: nameOf(personId), reason, toMs }]
        : [],
    ),
    mayLead: person !== null && LEADING.includes(person.role),
  };
}

/** The calls in order: the first that nobody has been reached by is next, and its fallback once the post did not answer. */
function contactsOf(incident: Incident, nameOf: ShowParts['nameOf']): ContactView[] {
  const triesOf = (call: number) =>
    incident.marks.flatMap(({ tried, atMs, personId }) =>
      tried?.call === call
        ? [{ whom: tried.whom, reached: tried.reached, note: tried.note, atMs, personName: nameOf(personId) }]
        : [],
    );
  let nextFound = false;
  return incident.contacts.map((contact, call): ContactView => {
    const tries = triesOf(call);
    const reached = tries.some((one) => one.reached);
    const next = !reached && !nextFound;
    if (next) nextFound = true;
    return {
      ...contact,
      dueAtMs: incident.fromMs + contact.withinMinutes * MINUTE_MS,
      state: reached ? 'reached' : next ? 'next' : 'waiting',
      askFallback: !reached && contact.fallback !== undefined && tries.some(({ whom }) => whom === 'post'),
      tries,
    };
  });
}

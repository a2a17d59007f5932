import { implement } from '@orpc/server';
import type { IncidentView } from '#contract/incidents/view.ts';
import {
  incidentAcknowledged,
  incidentCallTried,
  incidentDeskPlaced,
  incidentEnded,
  incidentLinesFilled,
  incidentProlonged,
  incidentsContract,
} from '#contract/incidents.ts';
import type { Person } from '#contract/people.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import type { ExchangeHost } from '../library/exchange/exchange-host.ts';
import { listPeople, nameOfPerson } from '../people/people-repo.ts';
import { type Incident, LEADING, readersOf, standOf } from './incident.ts';
import type { IncidentDesk } from './incident-desk.ts';
import { findIncident, incidentsSince, knownPlaces, placeOfDesk } from './incident-repo.ts';
import { endRefused, plansOf, raiseIncident } from './raise-incident.ts';
import { notFound, refused } from './refused.ts';
import { reportHandlers } from './report-handlers.ts';
import { type ShowParts, showIncident } from './show-incident.ts';
import { linesForScenes, lineUses } from './use-lines.ts';

export interface IncidentsDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
  ids: Ids;
  installId: string;
  catalogue: Catalogue;
  desk: IncidentDesk;
  host: Pick<ExchangeHost, 'chosenPath' | 'printPage'>;
}

const ACTING: readonly Person['role'][] = ['agent', 'handler', 'lead', 'reviewer', 'administrator'];
/** So long an ended one stands in the list. */
const LISTED_MS = 90 * 86_400_000;
const loudness: Record<IncidentView['level'], number> = { major: 0, serious: 1, attention: 2 };

export function incidentsHandlers(deps: IncidentsDeps) {
  const { db, journal, clock, ids, installId, catalogue, desk } = deps;
  const os = implement(incidentsContract).$context<CallContext>();

  const showPartsFor = (person: Person | null): ShowParts => ({
    catalogue,
    person,
    seenFrom: desk.seenFrom(),
    place: desk.place(),
    people: listPeople(db, journal.fields),
    nameOf: (personId) => (personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? '')),
  });
  const look = (incidentId: string): Incident => {
    const incident = findIncident(db, journal.fields, incidentId);
    if (!incident) throw notFound('incident', incidentId);
    return incident;
  };
  const show = (incidentId: string, person: Person) => showIncident(look(incidentId), showPartsFor(person));
  const places = () => ({ mine: placeOfDesk(db, installId), known: knownPlaces(db) });

  return os.router({
    ...reportHandlers({ ...deps, look, showPartsFor }),
    ...lineUses({ ...deps, look }),
    list: os.list.handler(({ input, context }) => {
      const parts = showPartsFor(context.person());
      return incidentsSince(db, journal.fields, clock.nowMs() - LISTED_MS)
        .map((incident) => showIncident(incident, parts))
        .filter(({ state }) => input.ended || state !== 'ended')
        .sort(
          (one, other) =>
            Number(one.state === 'ended') - Number(other.state === 'ended') ||
            loudness[one.level] - loudness[other.level] ||
            other.raisedAtMs - one.raisedAtMs,
        );
    }),
    plans: os.plans.handler(() =>
      plansOf(catalogue, incidentsSince(db, journal.fields, clock.nowMs() - 4 * LISTED_MS)),
    ),
    raise: os.raise.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const plan = catalogue.find(input.planId)?.entry;
      if (plan?.kind !== 'incidentPlan') throw notFound('incidentPlan', input.planId);
      const unknown = input.lines.find((entryId) => !catalogue.find(entryId));
      if (unknown !== undefined) throw notFound('line', unknown);
      const nowMs = clock.nowMs();
      const why = endRefused(input.toMs, input.fromMs ?? nowMs, nowMs);
      if (why !== null) throw refused(why);
      if (input.speaker === 'spokesperson' && input.speakerIds.length === 0) throw refused('nobodySpeaks');
      const incidentId = journal.transaction(person.id, (tx) => raiseIncident(tx, { ids, nowMs }, plan, input));
      return show(incidentId, person);
    }),
    fill: os.fill.handler(({ input: { incidentId, values }, context }) => {
      const person = requireRole(context, LEADING);
      look(incidentId);
      journal.transaction(person.id, (tx) => tx.append(incidentLinesFilled, { incidentId, values }));
      return show(incidentId, person);
    }),
    acknowledge: os.acknowledge.handler(({ input: { incidentId }, context }) => {
      const person = requirePerson(context);
      if (!readersOf(look(incidentId)).has(person.id)) {
        journal.transaction(person.id, (tx) => tx.append(incidentAcknowledged, { incidentId }));
      }
      return show(incidentId, person);
    }),
    recordCall: os.recordCall.handler(({ input, context }) => {
      const person = requireRole(context, ACTING);
      const call = look(input.incidentId).contacts[input.call];
      if (!call || (input.whom === 'fallback' && !call.fallback)) throw notFound('call', String(input.call));
      journal.transaction(person.id, (tx) => tx.append(incidentCallTried, input));
      return show(input.incidentId, person);
    }),
    prolong: os.prolong.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      const incident = look(input.incidentId);
      const { toMs, ended } = standOf(incident, desk.seenFrom());
      if (ended?.how === 'early') throw refused('over');
      const nowMs = clock.nowMs();
      const why = input.toMs <= toMs ? 'endsTooSoon' : endRefused(input.toMs, incident.fromMs, nowMs);
      if (why !== null) throw refused(why);
      journal.transaction(person.id, (tx) => tx.append(incidentProlonged, input));
      return show(input.incidentId, person);
    }),
    end: os.end.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      if (standOf(look(input.incidentId), desk.seenFrom()).ended !== null) throw refused('over');
      journal.transaction(person.id, (tx) => tx.append(incidentEnded, input));
      return show(input.incidentId, person);
    }),
    linesFor: os.linesFor.handler(({ input, context }) =>
      linesForScenes(catalogue, desk.inForceHere(), input, context.person()),
    ),
    place: os.place.handler(places),
    setPlace: os.setPlace.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      if (input.place !== placeOfDesk(db, installId)) {
        journal.transaction(person.id, (tx) => tx.append(incidentDeskPlaced, input));
      }
      return places();
    }),
  });
}

import type { z } from 'zod';
import type { IncidentRefusal } from '#contract/incidents/refusals.ts';
import { INCIDENT_MAX_DAYS } from '#contract/incidents/terms.ts';
import type { IncidentPlanView } from '#contract/incidents/view.ts';
import { incidentAcknowledged, incidentRaised, type incidentsContract } from '#contract/incidents.ts';
import type { IncidentPlan } from '#contract/library/incident-plan.ts';
import { noticeGaps } from '../alerts/notice-lines.ts';
import type { Ids } from '../ids.ts';
import type { JournalTransaction } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import type { Incident } from './incident.ts';

type RaiseRequest = z.output<NonNullable<(typeof incidentsContract.raise)['~orpc']['inputSchema']>>;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Why an incident cannot last until then; null where it can. */
export function endRefused(toMs: number, fromMs: number, nowMs: number): IncidentRefusal | null {
  if (toMs <= nowMs || toMs <= fromMs) return 'endsTooSoon';
  return toMs - Math.max(fromMs, nowMs) > INCIDENT_MAX_DAYS * DAY_MS ? 'tooLong' : null;
}

/** Plans in force, in the order of the release; what a site put in last time stands in them. */
export function plansOf(catalogue: Catalogue, lately: readonly Incident[]): IncidentPlanView[] {
  return catalogue.release.entries.flatMap(({ entry }): IncidentPlanView[] => {
    if (entry.kind !== 'incidentPlan' || entry.provenance.review !== 'approved') return [];
    const last = lately.find(({ planId }) => planId === entry.id);
    const { title, incidentKind, level, hours, opening, speaker, readWithinMinutes } = entry;
    return [
      {
        planId: entry.id,
        ...{ title: shortTitle(title), incidentKind, level, hours, opening, speaker, readWithinMinutes },
        speakerPost: last?.speakerPost ?? entry.speakerPost,
        speakerReach: last?.speakerReach ?? entry.speakerReach,
        contacts: last?.contacts ?? entry.contacts,
        lines: entry.lines.flatMap((entryId) => {
          const line = catalogue.find(entryId)?.entry;
          if (line === undefined || line.provenance.review === 'withdrawn') return [];
          return [{ entryId, title: line.title, gaps: noticeGaps(catalogue, [entryId], {}, () => true) }];
        }),
      },
    ];
  });
}

/** 「预案 · 一大片没网」 is called 「一大片没网」 once it has happened. */
function shortTitle(title: string): string {
  return title.slice(title.indexOf(' · ') + (title.includes(' · ') ? 3 : 0));
}

/** Appends the incident; whoever raises it has read it. */
export function raiseIncident(
  tx: JournalTransaction,
  { ids, nowMs }: { ids: Ids; nowMs: number },
  plan: IncidentPlan,
  { fromMs, ...request }: RaiseRequest,
): string {
  const incidentId = ids.next();
  const startMs = Math.max(fromMs ?? nowMs, nowMs);
  tx.append(incidentRaised, {
    ...request,
    incidentId,
    title: shortTitle(plan.title),
    incidentKind: plan.incidentKind,
    level: plan.level,
    fromMs: startMs,
    readDueAtMs: startMs + request.readWithinMinutes * MINUTE_MS,
  });
  tx.append(incidentAcknowledged, { incidentId });
  return incidentId;
}

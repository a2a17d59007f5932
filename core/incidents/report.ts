import type { IncidentMoment, IncidentReport } from '#contract/incidents/report.ts';
import type { ReadHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { findRecords } from '../records/record-repo.ts';
import { listWorkOrders } from '../work-orders/work-order-repo.ts';
import { type Incident, type IncidentMark, readersOf, standOf } from './incident.ts';
import { type ShowParts, showIncident } from './show-incident.ts';
import { type IncidentUse, usesBetween } from './use-repo.ts';

interface ReportParts extends ShowParts {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly timeZone: string;
  readonly siteName: string;
}

const SEARCHES_SHOWN = 200;
/** Contacts of one desk in the time of one incident; more would be a week of work. */
const CONTACTS_COUNTED = 2_000;
const MINUTE_MS = 60_000;

/** What happened from the start of an incident to its end, or until now, as the journal has it. */
export function reportOn(incident: Incident, parts: ReportParts): IncidentReport {
  const { db, journal, catalogue, seenFrom, nameOf } = parts;
  const stand = standOf(incident, seenFrom);
  const { fromMs } = incident;
  const untilMs = Math.max(fromMs, stand.ended?.atMs ?? seenFrom.nowMs);
  const uses = usesBetween(db, journal.fields, fromMs, untilMs);
  const orders = listWorkOrders(db, journal.fields, { state: null, settledSinceMs: fromMs })
    .filter(({ draftedAtMs }) => draftedAtMs >= fromMs && draftedAtMs <= untilMs)
    .map(({ id, number, matter, draftedAtMs }) => ({ id, number, matter, atMs: draftedAtMs }))
    .sort((one, other) => one.atMs - other.atMs);
  const copied = uses.filter(({ what }) => what === 'copied').length;
  const said = uses.filter(({ what }) => what === 'said').length;
  return {
    incident: showIncident(incident, parts),
    timeZone: parts.timeZone,
    siteName: parts.siteName,
    writtenAtMs: seenFrom.nowMs,
    fromMs,
    untilMs,
    moments: [
      ...momentsOf(incident, stand, nameOf),
      ...orders.map(({ atMs, number, matter }): IncidentMoment => {
        return { atMs, what: 'orderOpened', personName: '', text: `${number} ${matter}` };
      }),
    ].sort((one, other) => one.atMs - other.atMs),
    halfReadMinutes: halfRead(incident),
    searches: searchesOf(uses, catalogue, nameOf),
    lines: linesOf(uses, incident, catalogue),
    copied,
    said,
    contacts: contactsBetween(parts, fromMs, untilMs),
    orders,
  };
}

function momentsOf(
  incident: Incident,
  { ended, toMs }: ReturnType<typeof standOf>,
  nameOf: ReportParts['nameOf'],
): IncidentMoment[] {
  const raised: IncidentMoment = {
    ...{ atMs: incident.raisedAtMs, what: 'raised', personName: nameOf(incident.personId), text: incident.text },
  };
  const seen = new Set<string>();
  const marks = incident.marks.flatMap((mark): IncidentMoment[] => {
    const what = momentOf(mark);
    // Who has read it counts once, whatever was pressed where.
    if (what === null || (what === 'acknowledged' && seen.has(mark.personId ?? ''))) return [];
    if (what === 'acknowledged') seen.add(mark.personId ?? '');
    return [{ atMs: mark.atMs, what, personName: nameOf(mark.personId), text: textOf(mark, incident) }];
  });
  const lapsed: IncidentMoment[] =
    ended?.how === 'byItself' ? [{ atMs: toMs, what: 'endedByItself', personName: '', text: '' }] : [];
  return [raised, ...marks, ...lapsed];
}

function momentOf({ mark, tried }: IncidentMark): IncidentMoment['what'] | null {
  switch (mark) {
    case 'filled':
      return 'linesFilled';
    case 'callTried':
      return tried?.reached ? 'callReached' : 'callMissed';
    case 'ended':
      return 'endedEarly';
    case 'lapsed':
      return null;
    default:
      return mark;
  }
}

function textOf({ mark, tried, reason, unread, values }: IncidentMark, { contacts }: Incident): string {
  if (mark === 'unreadTold') return String(unread);
  if (mark === 'filled') return Object.values(values).join(' · ');
  if (tried === null) return reason;
  const call = contacts[tried.call];
  const post = (tried.whom === 'fallback' ? call?.fallback?.post : call?.post) ?? '';
  return [`${call?.caller ?? ''} → ${post}`, tried.note].filter((part) => part !== '').join(' · ');
}

function halfRead(incident: Incident): number | null {
  const times = [...readersOf(incident).values()].sort((one, other) => one - other);
  const half = times[Math.ceil(times.length / 2) - 1];
  return half === undefined ? null : Math.max(0, Math.round((half - incident.fromMs) / MINUTE_MS));
}

function searchesOf(
  uses: readonly IncidentUse[],
  catalogue: Catalogue,
  nameOf: ReportParts['nameOf'],
): IncidentReport['searches'] {
  const typed = uses.filter(({ what, text }) => what === 'failed' || text.trim() !== '');
  const failed = typed.filter(({ what }) => what === 'failed').length;
  return {
    failed,
    led: typed.length - failed,
    rows: typed.slice(-SEARCHES_SHOWN).map(({ atMs, personId, text, entryId, what }) => ({
      ...{ atMs, personName: nameOf(personId), text },
      led: what === 'failed' ? null : (catalogue.find(entryId)?.entry.title ?? entryId),
    })),
  };
}

function linesOf(uses: readonly IncidentUse[], incident: Incident, catalogue: Catalogue): IncidentReport['lines'] {
  const others = incident.lines.flatMap((entryId) => {
    const entry = catalogue.find(entryId)?.entry;
    return entry?.kind === 'notice' && entry.othersSay ? [entry.othersSay] : [];
  });
  const named = new Set([...incident.lines, ...others]);
  const lines = new Map<string, IncidentReport['lines'][number]>();
  for (const { entryId, what } of uses) {
    if (what === 'failed') continue;
    const title = catalogue.find(entryId)?.entry.title ?? entryId;
    const line = lines.get(entryId) ?? { entryId, title, ofIncident: named.has(entryId), copied: 0, said: 0 };
    lines.set(entryId, { ...line, [what]: line[what] + 1 });
  }
  return [...lines.values()].sort(
    (one, other) =>
      Number(other.ofIncident) - Number(one.ofIncident) || other.copied + other.said - (one.copied + one.said),
  );
}

/** Conversations and calls stay at the desk they were held at. */
function contactsBetween(
  { db, journal, catalogue }: ReportParts,
  fromMs: number,
  toMs: number,
): IncidentReport['contacts'] {
  const any = { seenBy: null, personId: null, name: null, number: null, kind: null, scene: null, state: null };
  const records = findRecords(db, journal.fields, {
    ...{ ...any, outcome: null, after: null, limit: CONTACTS_COUNTED },
    ...{ fromMs, toMs },
  });
  const scenes = new Map<string, number>();
  for (const { scene, entryId } of records) {
    const label = catalogue.sceneLabel(entryId.slice(0, entryId.indexOf('/')), scene);
    scenes.set(label, (scenes.get(label) ?? 0) + 1);
  }
  return {
    total: records.length,
    byScene: [...scenes].map(([scene, count]) => ({ scene, count })).sort((one, other) => other.count - one.count),
  };
}

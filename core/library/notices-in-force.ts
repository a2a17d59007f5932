import type { Entry } from '#contract/library/release.ts';
import type { Person } from '#contract/people.ts';
import type { NoticeInForce, SearchHit } from '#contract/search.ts';
import type { Channel } from '#contract/vocabulary.ts';
import { type Alert, listAlerts } from '../alerts/alert-repo.ts';
import { noticeLines } from '../alerts/notice-lines.ts';
import type { ReadHandle } from '../db/open.ts';
import { holdsOn } from '../incidents/incident.ts';
import type { IncidentDesk } from '../incidents/incident-desk.ts';
import { linesFor } from '../incidents/incident-lines.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from './catalogue.ts';

/** What incidents and alerts in force have people say, where it concerns what was found. */
export interface NoticesInForce {
  concerning(hits: readonly SearchHit[], channel: Channel | undefined, person: Person | null): NoticeInForce[];
}

const SHOWN_MAX = 2;
/** So many of the best hits say what a search is about. */
const HITS_LOOKED_AT = 5;

interface NoticeWithScope {
  notice: NoticeInForce;
  /** pack/scene; null: every search. */
  scenes: ReadonlySet<string> | null;
  channels: ReadonlySet<Channel>;
}

/** Follows the alerts of this desk, which are read again only after something was committed, and its incidents, which end with time. */
export function followNotices(
  db: ReadHandle,
  journal: Journal,
  catalogue: Catalogue,
  incidents: IncidentDesk,
): NoticesInForce {
  let kept: NoticeWithScope[] | null = null;
  const forget = () => {
    kept = null;
  };
  journal.onCommitted(forget);
  journal.onForeign(forget);
  const inForce = () => {
    const alerts = listAlerts(db, journal.fields, Number.MAX_SAFE_INTEGER);
    return alerts.flatMap((alert) => alert.lines.flatMap((entryId) => withScope(catalogue, alert, entryId)));
  };
  return {
    concerning(hits, channel, person) {
      kept ??= inForce();
      const all = [...ofIncidents(catalogue, incidents, channel, person), ...kept];
      if (all.length === 0) return [];
      const scenes = hits.slice(0, HITS_LOOKED_AT).flatMap(({ entryId }) => sceneKeysOf(catalogue, entryId));
      return all
        .filter((one) => channel === undefined || one.channels.size === 0 || one.channels.has(channel))
        .filter((one) => one.scenes === null || scenes.some((scene) => one.scenes?.has(scene)))
        .slice(0, SHOWN_MAX)
        .map(({ notice }) => notice);
    },
  };
}

/** What a person says in the incidents in force, each line with the scope of the entry it was named by. */
function ofIncidents(
  catalogue: Catalogue,
  incidents: IncidentDesk,
  channel: Channel | undefined,
  person: Person | null,
): NoticeWithScope[] {
  return incidents
    .inForceHere()
    .filter((incident) => holdsOn(incident, channel))
    .flatMap((incident) =>
      incident.lines.flatMap((namedId): NoticeWithScope[] => {
        const scope = scopeOfSpoken(catalogue, namedId);
        if (scope === null) return [];
        return linesFor(catalogue, { ...incident, lines: [namedId] }, person).map(({ instead: _, ...line }) => ({
          notice: { ...line, alertId: incident.incidentId, incidentId: incident.incidentId },
          ...scope,
        }));
      }),
    );
}

/** Where an entry that is said belongs; null for entries that nobody says. */
export function scopeOfSpoken(catalogue: Catalogue, entryId: string): ReturnType<typeof scopeOf> | null {
  const entry = catalogue.find(entryId)?.entry;
  if (entry?.kind !== 'notice' && entry?.kind !== 'line' && entry?.kind !== 'courtesy') return null;
  return scopeOf(catalogue, entry);
}

/** What is said for an entry of an alert, with the scope of that entry, also where others say something else instead. */
function withScope(catalogue: Catalogue, alert: Alert, namedId: string): NoticeWithScope[] {
  const named = catalogue.find(namedId)?.entry;
  if (named?.kind !== 'notice' && named?.kind !== 'line' && named?.kind !== 'courtesy') return [];
  return noticeLines(catalogue, [namedId], alert.values).flatMap((line): NoticeWithScope[] => {
    const kind = catalogue.find(line.entryId)?.entry.kind;
    if (kind !== 'notice' && kind !== 'line' && kind !== 'courtesy') return [];
    return [{ notice: { ...line, alertId: alert.id, kind }, ...scopeOf(catalogue, named) }];
  });
}

function scopeOf(
  catalogue: Catalogue,
  entry: Extract<Entry, { kind: 'notice' | 'line' | 'courtesy' }>,
): Pick<NoticeWithScope, 'scenes' | 'channels'> {
  if (entry.kind === 'notice') {
    const { scenes, channels } = entry.scope;
    return { scenes: scenes.length === 0 ? null : new Set(scenes), channels: new Set(channels) };
  }
  return { scenes: new Set(sceneKeysOf(catalogue, entry.id)), channels: new Set(entry.channels) };
}

function sceneKeysOf(catalogue: Catalogue, entryId: string): string[] {
  const released = catalogue.findWording(entryId);
  return released ? [`${released.packId}/${released.entry.scene}`] : [];
}

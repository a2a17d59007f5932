import type { Entry } from '#contract/library/release.ts';
import type { NoticeInForce, SearchHit } from '#contract/search.ts';
import type { Channel } from '#contract/vocabulary.ts';
import { type Alert, listAlerts } from '../alerts/alert-repo.ts';
import { noticeLines } from '../alerts/notice-lines.ts';
import type { ReadHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from './catalogue.ts';

/** What alerts in force have people say, where it concerns what was found. */
export interface NoticesInForce {
  concerning(hits: readonly SearchHit[], channel: Channel | undefined): NoticeInForce[];
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

/** Follows the alerts of this desk; they are read again only after something was committed. */
export function followNotices(db: ReadHandle, journal: Journal, catalogue: Catalogue): NoticesInForce {
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
    concerning(hits, channel) {
      kept ??= inForce();
      if (kept.length === 0) return [];
      const scenes = hits.slice(0, HITS_LOOKED_AT).flatMap(({ entryId }) => sceneKeysOf(catalogue, entryId));
      return kept
        .filter((one) => channel === undefined || one.channels.size === 0 || one.channels.has(channel))
        .filter((one) => one.scenes === null || scenes.some((scene) => one.scenes?.has(scene)))
        .slice(0, SHOWN_MAX)
        .map(({ notice }) => notice);
    },
  };
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

function scopeOf(catalogue: Catalogue, entry: Extract<Entry, { kind: 'notice' | 'line' | 'courtesy' }>) {
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

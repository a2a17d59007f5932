import { journalErased } from '#contract/journal.ts';
import { RETENTION_REASON } from '#contract/privacy.ts';
import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { Journal } from '../journal/journal.ts';

export interface ListedErasure {
  readonly atMs: number;
  readonly personId: string | null;
  readonly reason: string;
  readonly events: number;
  readonly people: number;
}

/** The latest erasures that somebody asked for, here or on another desk; those by the retention rule are not listed. */
export function listErasures(db: ReadHandle, journal: Pick<Journal, 'read'>, limit: number): ListedErasure[] {
  const places = prepared(
    db,
    `SELECT epoch, seq FROM journal WHERE kind = 'journal.erased' AND kind IN ('journal.erased', 'journal.faultFound') ORDER BY rowid DESC LIMIT 200`,
  ).all() as { epoch: number; seq: number }[];
  const found: ListedErasure[] = [];
  for (const place of places) {
    const [event] = journal.read(place, 1);
    const payload = journalErased.payload.safeParse(event?.payload).data;
    if (!event || !payload || payload.reason === RETENTION_REASON) continue;
    found.push({
      ...{ atMs: event.atMs, personId: event.personId, reason: payload.reason },
      ...{ events: payload.erasedEvents, people: event.subjectIds.length },
    });
    if (found.length === limit) break;
  }
  return found;
}

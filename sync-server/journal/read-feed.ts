import { z } from 'zod';
import type { JournalEvent } from '#contract/journal.ts';
import { SALT_BYTES } from '#ledger/commitment.ts';
import type { ServerDb } from '../db/open-database.ts';
import type { Sealer } from '../sealer.ts';
import { feedAfter, lastCursorOf } from './event-repo.ts';

const subjectsSchema = z.array(z.string());

export interface FeedPage {
  readonly items: { readonly cursor: number; readonly event: JournalEvent }[];
  /** Ask for what comes after it next time. */
  readonly cursor: number;
  readonly more: boolean;
}

/** The next events of the site for one of its desks, opened; erased ones come without contents. */
export async function readFeed(
  db: ServerDb,
  sealer: Sealer,
  ask: { readonly siteId: string; readonly installId: string; readonly after: number; readonly limit: number },
): Promise<FeedPage> {
  // Read before the page: an event that is stored meanwhile must not be stepped over.
  const end = await lastCursorOf(db, ask.siteId);
  const rows = await feedAfter(db, ask.siteId, ask.installId, ask.after, ask.limit + 1);
  const page = rows.slice(0, ask.limit);
  const items = page.map((row) => {
    const opened = row.sealed === null ? null : Buffer.from(sealer.open(row.sealed, row.hash));
    return {
      cursor: row.cursor ?? 0,
      event: {
        installId: row.install_id,
        epoch: row.epoch,
        seq: row.seq,
        id: row.id,
        atMs: row.at_ms,
        personId: row.person_id,
        subjectIds: subjectsSchema.parse(JSON.parse(row.subject_ids)),
        kind: row.kind,
        schemaVersion: row.schema_version,
        payload: opened === null ? null : (JSON.parse(opened.subarray(SALT_BYTES).toString('utf8')) as unknown),
        salt: opened === null ? null : opened.subarray(0, SALT_BYTES).toString('hex'),
        commitment: Buffer.from(row.commitment).toString('hex'),
        hash: Buffer.from(row.hash).toString('hex'),
      },
    };
  });
  const more = rows.length > ask.limit;
  const last = items.at(-1)?.cursor ?? ask.after;
  // An event stored between the two reads may stand in the page already: it is not handed out twice.
  return { items, more, cursor: more ? last : Math.max(end, last) };
}

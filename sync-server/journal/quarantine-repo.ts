import type { QuarantineReason } from '#contract/sync/terms.ts';
import { quarantineReasonSchema } from '#contract/sync/terms.ts';
import type { ServerDb } from '../db/open-database.ts';
import type { Sealer } from '../sealer.ts';

export interface QuarantinedEvent {
  readonly installId: string;
  readonly siteId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly bodyHash: Uint8Array;
  readonly reason: QuarantineReason;
  readonly sealed: Uint8Array;
  readonly raisedAtMs: number;
}

/** Sets an event aside; the same one sent again is one row. */
export async function setAside(db: ServerDb, events: readonly QuarantinedEvent[]): Promise<void> {
  for (const event of events) {
    await db
      .insertInto('quarantine')
      .values({
        install_id: event.installId,
        site_id: event.siteId,
        epoch: event.epoch,
        seq: event.seq,
        body_hash: event.bodyHash,
        reason: event.reason,
        sealed: event.sealed,
        raised_at_ms: event.raisedAtMs,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function listQuarantine(db: ServerDb, whose: { siteId: string; installId: string | null }) {
  let query = db
    .selectFrom('quarantine')
    .select(['install_id as installId', 'epoch', 'seq', 'reason', 'raised_at_ms as raisedAtMs'])
    .where('site_id', '=', whose.siteId)
    .orderBy('raised_at_ms')
    .limit(1_000);
  if (whose.installId !== null) query = query.where('install_id', '=', whose.installId);
  return (await query.execute()).map((row) => ({ ...row, reason: quarantineReasonSchema.parse(row.reason) }));
}

/** Empties what was set aside about these people; only its place and reason stay. */
export async function eraseAside(
  db: ServerDb,
  sealer: Sealer,
  siteId: string,
  subjectIds: ReadonlySet<string>,
): Promise<void> {
  const rows = await db
    .selectFrom('quarantine')
    .select(['install_id', 'epoch', 'seq', 'body_hash', 'sealed'])
    .where('site_id', '=', siteId)
    .execute();
  for (const { sealed, ...key } of rows) {
    const body: unknown = JSON.parse(Buffer.from(sealer.open(sealed, key.body_hash)).toString('utf8'));
    if (!isAboutAny(body, subjectIds)) continue;
    await db
      .updateTable('quarantine')
      .set({ sealed: sealer.seal(EMPTIED, key.body_hash) })
      .where('install_id', '=', key.install_id)
      .where('epoch', '=', key.epoch)
      .where('seq', '=', key.seq)
      .where('body_hash', '=', key.body_hash)
      .execute();
  }
}

/** What stands in the place of a body whose person was erased. */
export const EMPTIED = Buffer.from('null', 'utf8');

/** Whether what was sent says that it is about one of them; it may be anything at all. */
export function isAboutAny(body: unknown, subjectIds: ReadonlySet<string>): boolean {
  const stated: unknown = body !== null && typeof body === 'object' && 'subjectIds' in body ? body.subjectIds : null;
  return Array.isArray(stated) && stated.some((one) => typeof one === 'string' && subjectIds.has(one));
}

/** Seqs of one epoch that were set aside: their places are accounted for. */
export async function asideSeqs(
  db: ServerDb,
  installId: string,
  epoch: number,
): Promise<Map<number, QuarantineReason>> {
  const rows = await db
    .selectFrom('quarantine')
    .select(['seq', 'reason'])
    .where('install_id', '=', installId)
    .where('epoch', '=', epoch)
    .execute();
  return new Map(rows.map((row) => [row.seq, quarantineReasonSchema.parse(row.reason)]));
}

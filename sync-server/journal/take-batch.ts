import { z } from 'zod';
import { journalErased } from '#contract/journal.ts';
import { personAdded, personRetired } from '#contract/people.ts';
import { type QuarantineReason, travels } from '#contract/sync/terms.ts';
import { canonicalText, NotCanonical } from '#ledger/canonical.ts';
import { sha256 } from '../auth/ed25519.ts';
import type { ServerDb } from '../db/open-database.ts';
import { writeServerFact } from '../db/server-fact-repo.ts';
import type { Sealer } from '../sealer.ts';
import { putPerson, retirePerson } from '../sites/person-repo.ts';
import { type AsideEvent, checkBatch, type TakenEvent } from './check-batch.ts';
import {
  erasedAmong,
  eraseSubjects,
  hashesAt,
  headOf,
  insertEvents,
  insertSubjects,
  lockFeed,
  moveFeed,
  putHead,
} from './event-repo.ts';
import { asideSeqs, EMPTIED, eraseAside, isAboutAny, setAside } from './quarantine-repo.ts';

export interface Batch {
  readonly installId: string;
  readonly siteId: string;
  readonly epoch: number;
  readonly previousHash: Uint8Array | null;
  readonly events: readonly unknown[];
}

export interface TakenBatch {
  readonly ackedSeq: number;
  readonly quarantined: readonly { readonly seq: number; readonly reason: QuarantineReason }[];
  readonly stored: number;
  /** The site's feed afterwards, where it grew. */
  readonly cursor: number | null;
  /** Somebody's data was erased: their bytes have to leave the files of the database. */
  readonly erased: boolean;
}

export interface Sealers {
  readonly events: Sealer;
  readonly people: Sealer;
  readonly quarantine: Sealer;
}

/** Takes one batch in one transaction: all of what it says, or nothing of it. Safe to repeat. */
export function takeBatch(db: ServerDb, sealers: Sealers, batch: Batch, nowMs: number): Promise<TakenBatch> {
  return db.transaction().execute(async (transaction) => {
    const cursor = await lockFeed(transaction, batch.siteId);
    const head = await headOf(transaction, batch.installId, batch.epoch);
    const seqs = batch.events.map(seqOf);
    const [held, heldAside] =
      head === null || Math.min(...seqs) > head.seq
        ? [new Map<number, Uint8Array>(), new Map<number, QuarantineReason>()]
        : [
            await hashesAt(transaction, batch.installId, batch.epoch, Math.min(...seqs), Math.max(...seqs)),
            await asideSeqs(transaction, batch.installId, batch.epoch),
          ];
    const checked = checkBatch({ ...batch, head, held, heldAside: new Set(heldAside.keys()) }, batch.events);
    const lastCursor = await store(transaction, sealers, batch, checked.taken, cursor, nowMs);
    const aboutErased = await erasedAmong(transaction, batch.siteId, statedSubjects(checked.aside));
    await setAside(
      transaction,
      checked.aside.map((one) => sealAside(sealers, batch, one, { nowMs, gone: isAboutAny(one.body, aboutErased) })),
    );
    if (checked.head !== null && checked.head.seq !== head?.seq) {
      await putHead(transaction, batch.installId, { epoch: batch.epoch, ...checked.head });
    }
    return {
      ackedSeq: checked.head?.seq ?? 0,
      quarantined: [
        ...checked.aside.map(({ seq, reason }) => ({ seq, reason })),
        // A desk that lost our answer hears of them again.
        ...seqs.flatMap((seq) => {
          const reason = heldAside.get(seq);
          return reason === undefined ? [] : [{ seq, reason }];
        }),
      ],
      stored: checked.taken.length,
      cursor: lastCursor === cursor ? null : lastCursor,
      erased: checked.taken.some(({ event }) => event.kind === journalErased.kind),
    };
  });
}

async function store(
  db: ServerDb,
  sealers: Sealers,
  batch: Batch,
  taken: readonly TakenEvent[],
  cursorBefore: number,
  nowMs: number,
): Promise<number> {
  const subjects = [...new Set(taken.flatMap(({ event }) => event.subjectIds))];
  const erased = await erasedAmong(db, batch.siteId, subjects);
  let cursor = cursorBefore;
  const rows = taken.map(({ event, subjectText, content, hash, commitment }) => {
    const gone =
      content === null || (event.kind !== journalErased.kind && event.subjectIds.some((id) => erased.has(id)));
    if (travels(event.kind)) cursor += 1;
    return {
      install_id: event.installId,
      epoch: event.epoch,
      seq: event.seq,
      site_id: batch.siteId,
      cursor: travels(event.kind) ? cursor : null,
      id: event.id,
      at_ms: event.atMs,
      person_id: event.personId,
      subject_ids: subjectText,
      kind: event.kind,
      schema_version: event.schemaVersion,
      sealed: gone ? null : sealers.events.seal(Buffer.concat([content.salt, content.payload]), hash),
      commitment,
      hash,
      received_at_ms: nowMs,
    };
  });
  await insertEvents(db, rows);
  const places = taken.flatMap(({ event }) =>
    event.kind === journalErased.kind
      ? []
      : event.subjectIds.map((subjectId) => ({ subjectId, epoch: event.epoch, seq: event.seq })),
  );
  await insertSubjects(db, batch.siteId, batch.installId, places);
  for (const { event } of taken) {
    if (event.kind === journalErased.kind) {
      await eraseSubjects(db, batch.siteId, event.subjectIds, nowMs);
      await eraseAside(db, sealers.quarantine, batch.siteId, new Set(event.subjectIds));
      await writeServerFact(db, 'shredDue', event.id);
    }
    await keepPerson(db, sealers.people, batch.siteId, event);
  }
  if (cursor !== cursorBefore) await moveFeed(db, batch.siteId, cursor);
  return cursor;
}

async function keepPerson(
  db: ServerDb,
  sealer: Sealer,
  siteId: string,
  event: { readonly kind: string; readonly payload?: unknown; readonly atMs: number },
): Promise<void> {
  if (event.kind === personAdded.kind) {
    const added = personAdded.payload.safeParse(event.payload);
    if (!added.success) return;
    const { personId, name, role } = added.data;
    const sealedName = sealer.seal(Buffer.from(name, 'utf8'), Buffer.from(`${siteId}\n${personId}`, 'utf8'));
    await putPerson(db, { personId, siteId, sealedName, role, retiredAtMs: null });
  } else if (event.kind === personRetired.kind) {
    const retired = personRetired.payload.safeParse(event.payload);
    if (retired.success) await retirePerson(db, siteId, retired.data.personId, event.atMs);
  }
}

/** Whom the events set aside say they are about. */
function statedSubjects(aside: readonly AsideEvent[]): string[] {
  const read = z.object({ subjectIds: z.array(z.string()) });
  return [...new Set(aside.flatMap(({ body }) => read.safeParse(body).data?.subjectIds ?? []))];
}

function sealAside(
  sealers: Sealers,
  batch: Batch,
  { seq, reason, body }: AsideEvent,
  { nowMs, gone }: { readonly nowMs: number; readonly gone: boolean },
) {
  const text = Buffer.from(bodyText(body), 'utf8');
  const bodyHash = sha256(text);
  const { installId, siteId, epoch } = batch;
  return {
    installId,
    siteId,
    epoch,
    seq,
    bodyHash,
    reason,
    sealed: sealers.quarantine.seal(gone ? EMPTIED : text, bodyHash),
    raisedAtMs: nowMs,
  };
}

function bodyText(body: unknown): string {
  try {
    return canonicalText(body);
  } catch (error) {
    if (error instanceof NotCanonical) return JSON.stringify(body) ?? 'null';
    throw error;
  }
}

const seqSchema = z.object({ seq: z.int().min(1) });

function seqOf(body: unknown): number {
  const read = seqSchema.safeParse(body);
  return read.success ? read.data.seq : Number.MAX_SAFE_INTEGER;
}

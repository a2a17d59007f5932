import { type JournalEvent, journalEventSchema } from '#contract/journal.ts';
import type { QuarantineReason } from '#contract/sync/terms.ts';
import { canonicalBytes, canonicalText } from '#ledger/canonical.ts';
import { commits } from '#ledger/commitment.ts';
import { eventHash, NO_EVENT_HASH } from '#ledger/event-hash.ts';

/** An event that belongs where it stands. */
export interface TakenEvent {
  readonly event: JournalEvent;
  /** Canonical JSON of the subjects, as hashed. */
  readonly subjectText: string;
  readonly hash: Uint8Array;
  readonly commitment: Uint8Array;
  /** Canonical payload and salt; null where the desk had erased it already. */
  readonly content: { readonly payload: Uint8Array; readonly salt: Uint8Array } | null;
}

export interface AsideEvent {
  readonly seq: number;
  readonly reason: QuarantineReason;
  readonly body: unknown;
}

export interface BatchPlace {
  readonly installId: string;
  readonly epoch: number;
  /** What the server holds of this epoch; null before its first event. */
  readonly head: { readonly seq: number; readonly hash: Uint8Array } | null;
  /** What the first event of a later epoch says it follows. */
  readonly previousHash: Uint8Array | null;
  /** Hashes held at the places of this batch that were taken before. */
  readonly held: ReadonlyMap<number, Uint8Array>;
  /** Places that were set aside before. */
  readonly heldAside: ReadonlySet<number>;
}

export interface CheckedBatch {
  readonly taken: TakenEvent[];
  readonly aside: AsideEvent[];
  /** The head afterwards; null where there still is none. */
  readonly head: { readonly seq: number; readonly hash: Uint8Array } | null;
}

/**
 * Decides about each event of a batch alone, in order: held already, new and sound, or to be set aside. An event set aside
 * takes its place all the same, so that one bad event never holds up the rest. Stops at a gap.
 */
export function checkBatch(place: BatchPlace, events: readonly unknown[]): CheckedBatch {
  const taken: TakenEvent[] = [];
  const aside: AsideEvent[] = [];
  let head = place.head;
  for (const body of events) {
    const seq = seqOf(body);
    if (seq === null) continue;
    const next = (head?.seq ?? 0) + 1;
    if (seq > next) break;
    const read = readEvent(body, place, seq);
    if (seq < next) {
      if (place.heldAside.has(seq)) continue;
      const heldHash = place.held.get(seq) ?? taken.find((one) => one.event.seq === seq)?.hash;
      if (read === null || heldHash === undefined || Buffer.compare(read.hash, heldHash) !== 0) {
        aside.push({ seq, reason: read === null ? 'unreadable' : 'otherHash', body });
      }
      continue;
    }
    const reason = read === null ? 'unreadable' : faultOf(read, previousOf(place, head));
    if (read !== null && reason === null) taken.push(read);
    else aside.push({ seq, reason: reason ?? 'unreadable', body });
    // What follows was chained to the hash it states, sound or not.
    head = { seq, hash: read?.hash ?? statedHash(body) };
  }
  return { taken, aside, head };
}

function previousOf(place: BatchPlace, head: CheckedBatch['head']): Uint8Array {
  if (head !== null) return head.hash;
  return place.epoch === 1 ? NO_EVENT_HASH : (place.previousHash ?? NO_EVENT_HASH);
}

function readEvent(body: unknown, place: BatchPlace, seq: number): TakenEvent | null {
  const read = journalEventSchema.safeParse(body);
  if (!read.success) return null;
  const event = read.data;
  if (event.installId !== place.installId || event.epoch !== place.epoch || event.seq !== seq) return null;
  if ((event.payload === null) !== (event.salt === null)) return null;
  try {
    return {
      event,
      subjectText: event.subjectIds.length === 0 ? '[]' : canonicalText(event.subjectIds),
      hash: Buffer.from(event.hash, 'hex'),
      commitment: Buffer.from(event.commitment, 'hex'),
      content:
        event.salt === null ? null : { payload: canonicalBytes(event.payload), salt: Buffer.from(event.salt, 'hex') },
    };
  } catch {
    // A payload without a canonical form was never committed to.
    return null;
  }
}

function faultOf(read: TakenEvent, previousHash: Uint8Array): QuarantineReason | null {
  const { event, subjectText, commitment, content } = read;
  const computed = eventHash(previousHash, { ...event, subjectIds: subjectText, commitment });
  if (Buffer.compare(computed, read.hash) !== 0) return 'hashMismatch';
  if (content !== null && !commits(commitment, content.salt, content.payload)) return 'commitmentMismatch';
  return null;
}

function seqOf(body: unknown): number | null {
  const seq = body !== null && typeof body === 'object' && 'seq' in body ? body.seq : null;
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 1 ? seq : null;
}

function statedHash(body: unknown): Uint8Array {
  const hash = body !== null && typeof body === 'object' && 'hash' in body ? body.hash : null;
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? Buffer.from(hash, 'hex') : NO_EVENT_HASH;
}

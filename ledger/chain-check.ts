import type { JournalFault, JournalFaultCode } from '#contract/journal.ts';
import { journalErased, journalFaultFound, journalRestored } from '#contract/journal.ts';
import type { HashedColumns } from './event-hash.ts';
import { eventHash, NO_EVENT_HASH } from './event-hash.ts';

/** One stored event as the chain sees it; no key is needed. */
export interface ChainEvent extends HashedColumns {
  readonly hash: Uint8Array;
  /** Payload and salt are gone. */
  readonly erased: boolean;
}

/** The event that a check goes on from. */
export interface ChainLink {
  readonly installId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
}

export interface ChainCheck {
  /** Takes the next event in journal order and says what is wrong with it, nothing for a good one. */
  step(event: ChainEvent): readonly JournalFault[];
  /** After the last event: events erased although no later erasure event names one of their subjects. */
  finish(): JournalFault[];
  last(): ChainLink | null;
}

interface PendingErasure {
  readonly epoch: number;
  readonly seq: number;
}

const WHOLE: readonly JournalFault[] = [];
const epochOpeners: ReadonlySet<string> = new Set([journalRestored.kind, journalFaultFound.kind]);

/**
 * Checks a journal as a stream, from its beginning (`after` null) or from behind an event already trusted. A damaged event
 * is reported once and the check goes on from what is stored, so that one fault does not hide the next.
 */
export function createChainCheck(after: ChainLink | null): ChainCheck {
  let last = after;
  const pending = new Map<string, PendingErasure[]>();
  const unexplained = new Set<PendingErasure>();

  function step(event: ChainEvent): readonly JournalFault[] {
    const faults = [...orderFaults(last, event)];
    if (!sameBytes(eventHash(last?.hash ?? NO_EVENT_HASH, event), event.hash)) {
      faults.push(fault(event, 'hashMismatch', 'the columns or the previous event are not those that were hashed'));
    }
    if (event.kind === journalErased.kind) explain(event);
    if (event.erased) remember(event);
    last = { installId: event.installId, epoch: event.epoch, seq: event.seq, hash: event.hash };
    return faults.length === 0 ? WHOLE : faults;
  }

  function remember(event: ChainEvent): void {
    const place = { epoch: event.epoch, seq: event.seq };
    unexplained.add(place);
    if (event.kind === journalErased.kind) return;
    for (const subject of subjectsOf(event)) {
      const list = pending.get(subject);
      if (list) list.push(place);
      else pending.set(subject, [place]);
    }
  }

  function explain(erasure: ChainEvent): void {
    for (const subject of subjectsOf(erasure)) {
      for (const place of pending.get(subject) ?? []) unexplained.delete(place);
      pending.delete(subject);
    }
  }

  function finish(): JournalFault[] {
    return [...unexplained].map((place) =>
      fault(place, 'erasedWithoutEvent', 'payload and salt are gone and no later erasure names its subjects'),
    );
  }

  return { step, finish, last: () => last };
}

function orderFaults(last: ChainLink | null, event: ChainEvent): readonly JournalFault[] {
  if (last !== null && event.epoch === last.epoch) {
    if (event.seq !== last.seq + 1) {
      return [fault(event, 'sequenceBroken', `follows seq ${last.seq}`)];
    }
    if (event.installId !== last.installId) {
      return [fault(event, 'epochBroken', 'the install changes within an epoch')];
    }
    return WHOLE;
  }
  const faults: JournalFault[] = [];
  if (event.seq !== 1) faults.push(fault(event, 'sequenceBroken', 'an epoch begins with seq 1'));
  if (last !== null && event.epoch < last.epoch)
    faults.push(fault(event, 'epochBroken', `follows epoch ${last.epoch}`));
  if (last !== null && !epochOpeners.has(event.kind)) {
    faults.push(fault(event, 'epochBroken', 'begins an epoch without saying why'));
  }
  return faults;
}

function subjectsOf(event: ChainEvent): string[] {
  try {
    const parsed: unknown = JSON.parse(event.subjectIds);
    return Array.isArray(parsed) ? parsed.filter((subject) => typeof subject === 'string') : [];
  } catch {
    // Damaged text already fails the hash; here it merely names nobody.
    return [];
  }
}

function fault(place: PendingErasure, code: JournalFaultCode, detail: string): JournalFault {
  return { epoch: place.epoch, seq: place.seq, code, detail };
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

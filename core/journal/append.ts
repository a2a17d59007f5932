import type { EventDeclaration } from '#contract/declare-event.ts';
import { canonicalText, NotCanonical } from '#ledger/canonical.ts';
import { commitmentOfBytes, SALT_BYTES } from '#ledger/commitment.ts';
import { eventHash, NO_EVENT_HASH } from '#ledger/event-hash.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { StoredEvent } from './event.ts';
import type { FieldSealer } from './field-sealer.ts';
import type { JournalReader, JournalWriter } from './journal-repo.ts';
import type { ApplyEvent, Projection } from './projection.ts';
import type { EventSealer } from './sealing.ts';

export interface JournalHead {
  readonly installId: string;
  readonly epoch: number;
  /** 0 before the first event. */
  readonly seq: number;
  readonly hash: Uint8Array;
}

export interface AppenderParts {
  readonly db: WriteHandle;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly installId: string;
  readonly projections: readonly Projection[];
  readonly reader: JournalReader;
  readonly writer: JournalWriter;
  readonly sealer: EventSealer;
  readonly fields: FieldSealer;
}

export interface Appender {
  append<Payload>(
    personId: string | null,
    declaration: EventDeclaration<string, Payload>,
    payload: Payload,
    subjectIds: readonly string[],
  ): StoredEvent<Payload>;
  /** The next event is seq 1 of this epoch. */
  beginEpoch(epoch: number): void;
  head(): JournalHead;
  /** The newest stored event; null in an empty journal. */
  last(): JournalHead | null;
  /** Reads the end of the journal again, after a rollback. */
  reload(): void;
}

interface End {
  position: number;
  installId: string;
  epoch: number;
  seq: number;
  hash: Uint8Array;
}

export function createAppender(parts: AppenderParts): Appender {
  const { db, clock, ids, installId, reader, writer, sealer, fields } = parts;
  const handlers = handlersByKind(parts.projections);
  let end = readEnd();

  function readEnd(): End {
    const last = reader.last();
    if (last === null) return { position: 0, installId, epoch: 1, seq: 0, hash: NO_EVENT_HASH };
    return { position: last.position, installId: last.installId, epoch: last.epoch, seq: last.seq, hash: last.hash };
  }

  return {
    append(personId, declaration, payload, subjectIds) {
      const { valid, text } = canonicalPayload(declaration.payload.parse(payload));
      const canonical = Buffer.from(text, 'utf8');
      const subjects = subjectIds.length > 1 ? [...new Set(subjectIds)] : subjectIds;
      const salt = ids.bytes(SALT_BYTES);
      const columns = {
        installId,
        epoch: end.epoch,
        seq: end.seq + 1,
        id: ids.next(),
        atMs: clock.nowMs(),
        personId,
        kind: declaration.kind,
        schemaVersion: declaration.schemaVersion,
        commitment: commitmentOfBytes(salt, canonical),
      };
      const subjectText = subjects.length === 0 ? '[]' : canonicalText(subjects);
      const hash = eventHash(end.hash, { ...columns, subjectIds: subjectText });
      writer.insert({
        ...columns,
        position: end.position + 1,
        subjectIds: subjectText,
        ...sealer.seal({ payload: canonical, salt }, hash),
        hash,
        erased: false,
      });
      end = { position: end.position + 1, installId, epoch: columns.epoch, seq: columns.seq, hash };
      const event = { ...columns, subjectIds: subjects, payload: valid, salt, hash };
      for (const apply of handlers.get(declaration.kind) ?? []) apply(db, event, fields);
      return event;
    },
    beginEpoch(epoch) {
      end = { ...end, installId, epoch, seq: 0 };
    },
    head: () => ({ installId: end.installId, epoch: end.epoch, seq: end.seq, hash: end.hash }),
    last: () => (end.position === 0 ? null : end),
    reload() {
      end = readEnd();
    },
  };
}

/** Half of a character pair, as a length limit cuts one off, is stored as the sign for an unreadable character. */
function canonicalPayload<Payload>(payload: Payload): { valid: Payload; text: string } {
  try {
    return { valid: payload, text: canonicalText(payload) };
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    const valid = wellFormed(payload) as Payload;
    return { valid, text: canonicalText(valid) };
  }
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toWellFormed(), wellFormed(part)]));
}

function handlersByKind(projections: readonly Projection[]): ReadonlyMap<string, readonly ApplyEvent[]> {
  const byKind = new Map<string, ApplyEvent[]>();
  for (const projection of projections) {
    for (const [kind, apply] of projection.apply) byKind.set(kind, [...(byKind.get(kind) ?? []), apply]);
  }
  return byKind;
}

import type { JournalEvent, JournalPlace } from '#contract/journal.ts';
import { journalErased } from '#contract/journal.ts';
import { canonicalBytes, canonicalText } from '#ledger/canonical.ts';
import { commits } from '#ledger/commitment.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from './event.ts';
import type { FieldSealer } from './field-sealer.ts';
import { insertForeign, placeAt } from './foreign-repo.ts';
import type { Projection } from './projection.ts';
import type { EventSealer } from './sealing.ts';

export interface ForeignParts {
  readonly db: WriteHandle;
  readonly projections: readonly Projection[];
  readonly sealer: EventSealer;
  readonly fields: FieldSealer;
  readonly installId: string;
  /** How long the own journal is. */
  position(): number;
}

export interface TakenForeign {
  /** Stored now, in order; what was here before is not among them. */
  readonly events: readonly OpenEvent[];
  /** Whose data another desk erased: to be erased here too. */
  readonly erased: readonly string[];
  /** Events whose payload is not the one they committed to: not taken. */
  readonly refused: number;
}

/** Stores events of other desks and applies those that a projection of this version understands; inside a transaction. */
export function takeForeign(parts: ForeignParts, events: readonly JournalEvent[]): TakenForeign {
  const taken: OpenEvent[] = [];
  const erased: string[] = [];
  let refused = 0;
  for (const wire of events) {
    if (wire.installId === parts.installId) continue;
    const event = readWire(wire);
    if (event === null) {
      refused += 1;
      continue;
    }
    if (!store(parts, event)) continue;
    taken.push(event);
    if (event.kind === journalErased.kind) erased.push(...event.subjectIds);
    applyForeign(parts, event, parts.position());
  }
  return { events: taken, erased, refused };
}

function readWire(wire: JournalEvent): OpenEvent | null {
  const commitment = Buffer.from(wire.commitment, 'hex');
  const salt = wire.salt === null ? null : Buffer.from(wire.salt, 'hex');
  if (salt !== null && !commits(commitment, salt, canonicalBytes(wire.payload))) return null;
  return {
    ...wire,
    payload: salt === null ? null : wire.payload,
    salt,
    commitment,
    hash: Buffer.from(wire.hash, 'hex'),
  };
}

function store(parts: ForeignParts, event: OpenEvent): boolean {
  const sealed =
    event.salt === null
      ? { payload: null, salt: null }
      : parts.sealer.seal({ payload: canonicalBytes(event.payload), salt: event.salt }, event.hash);
  return insertForeign(parts.db, {
    ...event,
    ...sealed,
    afterPosition: parts.position(),
    subjectIds: event.subjectIds.length === 0 ? '[]' : canonicalText([...event.subjectIds]),
  });
}

/** An event of a version that this app does not know yet stays stored; a rebuild by a later app applies it. */
export function applyForeign(
  parts: Pick<ForeignParts, 'db' | 'projections' | 'fields'>,
  event: OpenEvent,
  afterPosition: number,
): void {
  for (const projection of parts.projections) {
    const payload = projection.foreign.get(event.kind)?.get(event.schemaVersion);
    if (payload === undefined || projection.spares(event)) continue;
    if (event.salt !== null && !payload.safeParse(event.payload).success) continue;
    const arrived = (): JournalPlace => placeAt(parts.db, afterPosition);
    projection.apply.get(event.kind)?.(parts.db, { ...event, arrived }, parts.fields);
  }
}

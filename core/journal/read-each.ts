import { saysDamage } from './damage.ts';
import type { OpenEvent } from './event.ts';
import { type JournalReader, rowOf } from './journal-repo.ts';
import { openRow } from './open-row.ts';
import type { EventSealer } from './sealing.ts';

/** An event that is there and cannot be opened any more; what of it can still be told. */
interface DamagedEvent {
  readonly damaged: true;
  readonly epoch: number;
  readonly seq: number;
  /** What the event after it was chained to; null where not even that can be read. */
  readonly hash: Uint8Array | null;
  readonly atMs: number | null;
}

export type EachEvent = OpenEvent | DamagedEvent;

export const isDamaged = (event: EachEvent): event is DamagedEvent => 'damaged' in event;

/** Up to `limit` events behind a position, each by itself, so that a damaged one does not hide those after it. */
export function readEach(reader: JournalReader, sealer: EventSealer, position: number, limit: number): EachEvent[] {
  const events: EachEvent[] = [];
  for (const [index, raw] of reader.after(position, limit).entries()) {
    try {
      events.push(openRow(rowOf(raw), sealer));
    } catch (error) {
      if (!saysDamage(error)) throw error;
      events.push(damagedAt(reader, position + index, events.at(-1)));
    }
  }
  return events;
}

function damagedAt(reader: JournalReader, position: number, before: EachEvent | undefined): DamagedEvent {
  const [closed] = reader.closedAfter(position, 1);
  try {
    const { epoch, seq, hash, atMs } = rowOf(closed ?? []);
    return { damaged: true, epoch, seq, hash, atMs };
  } catch (error) {
    if (!saysDamage(error)) throw error;
    const [last] = before === undefined && position > 0 ? reader.closedAfter(position - 1, 1) : [];
    const { epoch, seq } = before ?? rowOf(last ?? []);
    return { damaged: true, epoch, seq: seq + 1, hash: null, atMs: null };
  }
}

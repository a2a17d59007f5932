import { createChainCheck } from '#ledger/chain-check.ts';
import { eventHash, NO_EVENT_HASH } from '#ledger/event-hash.ts';
import { saysDamage } from '../journal/damage.ts';
import type { JournalRow } from '../journal/journal-repo.ts';
import { openSealed } from '../journal/open-row.ts';
import type { EventSealer } from '../journal/sealing.ts';

export interface ReadableEvents {
  /** How many stand in an unbroken, sound run from the first one on. */
  readonly sound: number;
  /** Sound events behind the first break, in order. */
  readonly later: readonly JournalRow[];
  readonly unreadable: number;
}

/** Sorts the events of a damaged journal. `onSound` gets each event of the sound run. */
export function sortEvents(
  events: Iterable<JournalRow | null>,
  sealer: EventSealer,
  onSound: (row: JournalRow) => void = () => undefined,
): ReadableEvents {
  const check = createChainCheck(null);
  const later: JournalRow[] = [];
  let sound = 0;
  let unreadable = 0;
  let broken = false;
  /** What the next event may be chained to: the stored hash, or what it must have been. Empty where neither is known. */
  let before: Uint8Array[] = [NO_EVENT_HASH];
  for (const row of events) {
    const opens = row !== null && opensAs(row, sealer);
    if (!broken && opens && row !== null && check.step(row).length === 0) {
      sound += 1;
      onSound(row);
    } else {
      broken = true;
      // Behind a gap the hash before is not known; the payload still proves that it belongs to this event's hash.
      const fits =
        row !== null && (before.length === 0 || before.some((hash) => sameBytes(eventHash(hash, row), row.hash)));
      if (opens && fits && row !== null) later.push(row);
      else unreadable += 1;
    }
    before = row === null ? [] : [row.hash, ...before.slice(0, 1).map((hash) => eventHash(hash, row))];
  }
  return { sound, later, unreadable };
}

function opensAs(row: JournalRow, sealer: EventSealer): boolean {
  try {
    openSealed(row, sealer);
    return true;
  } catch (error) {
    if (saysDamage(error)) return false;
    throw error;
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

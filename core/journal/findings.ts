import type { JournalFault } from '#contract/journal.ts';
import { journalFaultAcknowledged, journalFaultFound } from '#contract/journal.ts';
import { saysDamage } from './damage.ts';
import type { OpenEvent } from './event.ts';
import type { FaultPlace } from './health.ts';
import { type JournalReader, rowOf } from './journal-repo.ts';
import { openRow } from './open-row.ts';
import type { EventSealer } from './sealing.ts';

export interface Findings {
  /** Found by a check at start and not taken note of. */
  readonly open: readonly JournalFault[];
  readonly acknowledged: readonly JournalFault[];
}

/** What checks at start wrote into the journal, and what of it a lead has taken note of since. */
export function readFindings(reader: JournalReader, sealer: EventSealer): Findings {
  const open: JournalFault[] = [];
  const acknowledged: JournalFault[] = [];
  for (const raw of reader.findings()) {
    const event = opened(raw, sealer);
    if (event === null) continue;
    const found = journalFaultFound.payload.safeParse(event.payload);
    if (event.kind === journalFaultFound.kind && found.success) {
      open.push(found.data);
      continue;
    }
    const noted = journalFaultAcknowledged.payload.safeParse(event.payload);
    if (!noted.success) continue;
    const at = open.findIndex((fault) => isSame(fault, noted.data));
    if (at >= 0) acknowledged.push(...open.splice(at, 1));
  }
  return { open, acknowledged };
}

/** A note that is damaged itself is reported by the checks of the rows, and tells nothing any more. */
function opened(raw: readonly unknown[], sealer: EventSealer): OpenEvent | null {
  try {
    return openRow(rowOf(raw), sealer);
  } catch (error) {
    if (saysDamage(error)) return null;
    throw error;
  }
}

function isSame(one: FaultPlace, other: FaultPlace): boolean {
  return one.code === other.code && one.epoch === other.epoch && one.seq === other.seq;
}

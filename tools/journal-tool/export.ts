import type { ReadHandle } from '#core/db/open.ts';
import { saysDamage } from '#core/journal/damage.ts';
import { dataKeyFrom } from '#core/journal/data-key.ts';
import { hex, toWire } from '#core/journal/event.ts';
import { createJournalReader, type JournalRow, rowOf } from '#core/journal/journal-repo.ts';
import { openRow } from '#core/journal/open-row.ts';
import { createEventSealer, type EventSealer } from '#core/journal/sealing.ts';
import type { Voice } from './voice.ts';

const BATCH = 1_000;

/** Prints every event as one line of JSON, opened where the recovery key is given; damaged ones are told as errors. */
export function tellEvents(
  db: ReadHandle,
  recoveryKey: string | null,
  voice: Voice,
): 'whole' | 'faults' | 'notChecked' {
  let sealer: EventSealer | null = null;
  if (recoveryKey !== null) {
    const found = dataKeyFrom(db, recoveryKey);
    if (found.outcome !== 'ready') {
      voice.error(
        found.outcome === 'otherKey'
          ? 'This recovery key belongs to other records, or to an older printout.'
          : 'The recovery key has a typing error; compare it with the paper.',
      );
      return 'notChecked';
    }
    sealer = createEventSealer(found.key, noRandomBytes);
  }
  const reader = createJournalReader(db);
  let damaged = 0;
  for (let position = 0; ; position += BATCH) {
    const rows = reader.after(position, BATCH);
    for (const raw of rows) {
      try {
        voice.out(lineOf(rowOf(raw), sealer));
      } catch (error) {
        if (!saysDamage(error)) throw error;
        damaged += 1;
        voice.error(`An event could not be read: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (rows.length < BATCH) return damaged === 0 ? 'whole' : 'faults';
  }
}

function lineOf(row: JournalRow, sealer: EventSealer | null): string {
  if (sealer !== null) return JSON.stringify(toWire(openRow(row, sealer)));
  const { position: _position, payload, salt: _salt, erased: _erased, commitment, hash, subjectIds, ...plain } = row;
  const subjects = JSON.parse(subjectIds) as unknown;
  return JSON.stringify({
    ...plain,
    subjectIds: subjects,
    sealed: payload !== null,
    commitment: hex(commitment),
    hash: hex(hash),
  });
}

function noRandomBytes(): Uint8Array {
  throw new Error('an export seals nothing');
}

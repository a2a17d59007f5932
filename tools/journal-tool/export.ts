import type { ReadHandle } from '#core/db/open.ts';
import { saysDamage } from '#core/journal/damage.ts';
import { dataKeyFrom } from '#core/journal/data-key.ts';
import { hex, toWire } from '#core/journal/event.ts';
import { createJournalReader, type JournalRow, rowOf } from '#core/journal/journal-repo.ts';
import { openRow } from '#core/journal/open-row.ts';
import { createEventSealer, type EventSealer } from '#core/journal/sealing.ts';
import type { JournalFiles } from './journals.ts';
import type { Voice } from './voice.ts';

const BATCH = 1_000;

/** What opens payloads, from the printed key and the database of live work, which alone keeps the wrapped key; null where the key does not fit. */
export function sealerFrom(work: ReadHandle, recoveryKey: string, voice: Voice): EventSealer | null {
  const found = dataKeyFrom(work, recoveryKey);
  if (found.outcome === 'ready') return createEventSealer(found.key, noRandomBytes);
  voice.error(
    found.outcome === 'otherKey'
      ? 'This recovery key belongs to other records, or to an older printout.'
      : 'The recovery key has a typing error; compare it with the paper.',
  );
  return null;
}

/** Prints every event as one line of JSON that names the journal, opened where there is a sealer; damaged ones are told as errors. */
export function tellEvents(
  db: ReadHandle,
  journal: JournalFiles['name'],
  sealer: EventSealer | null,
  voice: Voice,
): 'whole' | 'faults' {
  const reader = createJournalReader(db);
  let damaged = 0;
  for (let position = 0; ; position += BATCH) {
    const rows = reader.after(position, BATCH);
    for (const raw of rows) {
      try {
        voice.out(JSON.stringify({ journal, ...shownOf(rowOf(raw), sealer) }));
      } catch (error) {
        if (!saysDamage(error)) throw error;
        damaged += 1;
        voice.error(
          `${journal}: an event could not be read: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    if (rows.length < BATCH) return damaged === 0 ? 'whole' : 'faults';
  }
}

function shownOf(row: JournalRow, sealer: EventSealer | null): object {
  if (sealer !== null) return toWire(openRow(row, sealer));
  const { position: _position, payload, salt: _salt, erased: _erased, commitment, hash, subjectIds, ...plain } = row;
  const subjects = JSON.parse(subjectIds) as unknown;
  return { ...plain, subjectIds: subjects, sealed: payload !== null, commitment: hex(commitment), hash: hex(hash) };
}

function noRandomBytes(): Uint8Array {
  throw new Error('an export seals nothing');
}

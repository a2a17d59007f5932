import { commits } from '#ledger/commitment.ts';
import type { OpenEvent } from './event.ts';
import type { JournalRow } from './journal-repo.ts';
import type { EventSealer, PayloadAndSalt } from './sealing.ts';
import { SealBroken } from './sealing.ts';

/** The opened payload is not the one that the event committed to. */
export class CommitmentBroken extends Error {
  override readonly name = 'CommitmentBroken';
}

/** The payload's canonical bytes and the salt, checked against the commitment; null where they were erased. */
export function openSealed(row: JournalRow, sealer: EventSealer): PayloadAndSalt | null {
  if (row.payload === null || row.salt === null) return null;
  const opened = sealer.open({ payload: row.payload, salt: row.salt }, row.hash);
  if (!commits(row.commitment, opened.salt, opened.payload)) {
    throw new CommitmentBroken(`the payload of ${row.epoch}/${row.seq} is not the committed one`);
  }
  return opened;
}

/** Opens a stored event; throws SealBroken or CommitmentBroken. */
export function openRow(row: JournalRow, sealer: EventSealer): OpenEvent {
  return eventOf(row, openSealed(row, sealer));
}

/**
 * The same without the commitment, for reading the whole journal again: the seal alone proves that these bytes were stored by
 * this desk with this event's hash, and verification checks every commitment. Throws SealBroken.
 */
export function openRowFast(row: JournalRow, sealer: EventSealer): OpenEvent {
  const { payload, salt } = row;
  return eventOf(row, payload === null || salt === null ? null : sealer.open({ payload, salt }, row.hash));
}

function eventOf(row: JournalRow, opened: PayloadAndSalt | null): OpenEvent {
  return {
    installId: row.installId,
    epoch: row.epoch,
    seq: row.seq,
    id: row.id,
    atMs: row.atMs,
    personId: row.personId,
    subjectIds: parseSubjects(row.subjectIds),
    kind: row.kind,
    schemaVersion: row.schemaVersion,
    payload: opened === null ? null : (JSON.parse(Buffer.from(opened.payload).toString('utf8')) as unknown),
    salt: opened === null ? null : opened.salt,
    commitment: row.commitment,
    hash: row.hash,
  };
}

function parseSubjects(text: string): readonly string[] {
  if (text === '[]') return [];
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new SealBroken('subject_ids is not a list');
  return parsed.filter((subject) => typeof subject === 'string');
}

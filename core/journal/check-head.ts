import type { JournalFault } from '#contract/journal.ts';
import type { HeadReading, HeadRecord } from './head-file.ts';
import { encodeHead, HEAD_BYTES } from './head-file.ts';
import type { JournalReader, JournalRow } from './journal-repo.ts';
import { rowOf } from './journal-repo.ts';

/** How far behind the head a torn record is looked for; the file is never older than a disk cache's few seconds. */
const TORN_WINDOW = 1_000;

/**
 * Compares the head file with the journal; null when they agree. A record older than the journal's head is in order: it is
 * written unsynced. A record ahead of the journal is `lostTail`, another hash for a stored event is `headMismatch`.
 *
 * A torn record (the power went while the 40 bytes were being written, on storage that does not write whole sectors) begins
 * with the bytes of one stored event's record and ends with those of another. Such a record is no evidence and no fault.
 * A record of which even a single byte belongs to no stored event is judged by what it says.
 */
export function checkHead(reading: HeadReading, reader: JournalReader): JournalFault | null {
  const last = reader.last();
  switch (reading.state) {
    case 'empty':
      return null;
    case 'missing':
      return last === null ? null : faultAt(last, 'headMissing', 'the head file was removed');
    case 'unreadable':
      return last === null ? null : faultAt(last, 'headUnreadable', reading.detail);
    case 'recorded':
      return checkRecord(reading.record, reading.bytes, reader);
  }
}

function checkRecord(record: HeadRecord, bytes: Uint8Array, reader: JournalReader): JournalFault | null {
  const stored = reader.at(record);
  if (stored !== null && Buffer.compare(stored.hash, record.hash) === 0) return null;
  if (isTorn(bytes, reader)) return null;
  if (stored !== null) return faultAt(record, 'headMismatch', 'the head file names another hash for this event');
  const last = reader.last();
  const held = last === null ? 'no event' : `${last.epoch}/${last.seq}`;
  return faultAt(record, 'lostTail', `this event was committed, the journal ends with ${held}`);
}

function isTorn(bytes: Uint8Array, reader: JournalReader): boolean {
  const newest = Math.max(0, reader.lastPosition() - TORN_WINDOW);
  let longestStart = 0;
  let longestEnd = 0;
  for (const record of [...reader.after(newest, TORN_WINDOW).map(rowOf).map(encodeHead), Buffer.alloc(HEAD_BYTES)]) {
    let start = 0;
    while (start < HEAD_BYTES && bytes[start] === record[start]) start += 1;
    let end = 0;
    while (end < HEAD_BYTES && bytes[HEAD_BYTES - 1 - end] === record[HEAD_BYTES - 1 - end]) end += 1;
    longestStart = Math.max(longestStart, start);
    longestEnd = Math.max(longestEnd, end);
  }
  return longestStart + longestEnd >= HEAD_BYTES;
}

function faultAt(
  place: Pick<JournalRow | HeadRecord, 'epoch' | 'seq'>,
  code: JournalFault['code'],
  detail: string,
): JournalFault {
  return { epoch: place.epoch, seq: place.seq, code, detail };
}

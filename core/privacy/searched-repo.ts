import { z } from 'zod';
import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { dayBucket } from './day-bucket.ts';

/** Words that somebody looked for in vain, or reported missing. */
export interface SearchedWords {
  /** What it goes with: everything looked for in vain at that desk on that day. */
  readonly bucket: string;
  readonly atMs: number;
  readonly text: string;
}

interface SearchedRow {
  eventId: string;
  atMs: number;
  sealed: Uint8Array;
  /** Subjects of the event where another desk of the site sent it. */
  sentAs: string | null;
}

const failureSchema = z.object({ text: z.string(), triedNext: z.array(z.string()) });
const rowsOf = (table: 'search_failure' | 'missing_report', column: string): string =>
  `SELECT own.event_id AS eventId, own.at_ms AS atMs, own.${column} AS sealed, foreign_event.subject_ids AS sentAs
   FROM ${table} AS own LEFT JOIN foreign_event ON foreign_event.id = own.event_id
     AND foreign_event.kind IN ('search.failed', 'search.missingReported')
   WHERE own.${column} IS NOT NULL ORDER BY own.at_ms`;

/** Everything of that kind on this desk, one by one. */
export function* searchedWords(db: ReadHandle, seal: FieldSealer, installId: string): Generator<SearchedWords> {
  for (const row of prepared(db, rowsOf('search_failure', 'failure_sealed')).all() as SearchedRow[]) {
    const opened: unknown = JSON.parse(seal.open(row.sealed, `search_failure.failure_sealed:${row.eventId}`));
    const { text, triedNext } = failureSchema.parse(opened);
    yield { bucket: bucketOf(row, installId), atMs: row.atMs, text: [text, ...triedNext].join('\n') };
  }
  for (const row of prepared(db, rowsOf('missing_report', 'text_sealed')).all() as SearchedRow[]) {
    const text = seal.open(row.sealed, `missing_report.text_sealed:${row.eventId}`);
    yield { bucket: bucketOf(row, installId), atMs: row.atMs, text };
  }
}

function bucketOf({ atMs, sentAs }: SearchedRow, installId: string): string {
  const [sent] = sentAs === null ? [] : z.array(z.string()).parse(JSON.parse(sentAs));
  return sent ?? dayBucket(installId, 'searches', atMs);
}

import { z } from 'zod';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

/** What this desk remembers of its own tidying up; no part of the journal. */
const schemas = {
  /** Subjects that were erased while copies of the database still hold them. */
  copiesToPurge: z.array(z.string()),
  /** How many erasures there were since the pages were last cleaned. */
  scrubsDue: z.int(),
  lastRoundAtMs: z.int(),
} as const;
type Key = keyof typeof schemas;
type Fact<K extends Key> = z.infer<(typeof schemas)[K]>;

export function readPrivacyFact<K extends Key>(db: ReadHandle, key: K): Fact<K> | null {
  const value: unknown = prepared(db, 'SELECT value FROM privacy_fact WHERE key = ?').pluck().get(key);
  if (typeof value !== 'string') return null;
  const read = schemas[key].safeParse(JSON.parse(value));
  return read.success ? (read.data as Fact<K>) : null;
}

export function writePrivacyFact<K extends Key>(db: WriteHandle, key: K, value: Fact<K>): void {
  prepared(
    db,
    'INSERT INTO privacy_fact (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}

import { z } from 'zod';
import { releasePlanSchema } from '#contract/releases/plan.ts';
import { releaseRefusalSchema, releaseSourceSchema } from '#contract/releases/terms.ts';
import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';

/** What this desk remembers of where its releases come from; a fact of this computer, not of the journal. */
const schemas = {
  /** SHA-256 of the first root it was told to believe; people compare its first characters. */
  trust: z.object({ fingerprint: z.string(), from: releaseSourceSchema, sinceMs: z.int() }),
  /** The last time somebody answered, and until when that is fresh word. */
  checked: z.object({ atMs: z.int(), from: releaseSourceSchema, freshUntilMs: z.int() }),
  problem: z.object({ code: releaseRefusalSchema, from: releaseSourceSchema, atMs: z.int(), detail: z.string() }),
  /** A release that was checked and holds here from a later moment on. */
  waiting: z.object({
    sha256: z.string(),
    targetsVersion: z.int(),
    from: releaseSourceSchema,
    appliesAtMs: z.int(),
    plan: releasePlanSchema,
  }),
  /** The version of the timestamp that the server has from this desk. */
  pushed: z.int(),
  /** The newest moment that a signature of our own leads proves to be past. */
  notBeforeMs: z.int(),
  /** The latest moment at which this desk looked whether a line holds. */
  seenMs: z.int(),
} as const;
type Key = keyof typeof schemas;
export type ReleaseFact<K extends Key> = z.infer<(typeof schemas)[K]>;

export function readReleaseFact<K extends Key>(db: ReadHandle, key: K): ReleaseFact<K> | null {
  const value: unknown = prepared(db, 'SELECT value FROM release_fact WHERE key = ?').pluck().get(key);
  if (typeof value !== 'string') return null;
  const read = schemas[key].safeParse(JSON.parse(value));
  return read.success ? (read.data as ReleaseFact<K>) : null;
}

export function writeReleaseFact<K extends Key>(db: WriteHandle, key: K, value: ReleaseFact<K>): void {
  prepared(
    db,
    'INSERT INTO release_fact (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}

export function forgetReleaseFacts(db: WriteHandle, keys: readonly Key[]): void {
  for (const key of keys) prepared(db, 'DELETE FROM release_fact WHERE key = ?').run(key);
}

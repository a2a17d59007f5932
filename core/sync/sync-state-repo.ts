import { z } from 'zod';
import { installRoleSchema, quarantineReasonSchema, siteIdSchema } from '#contract/sync/terms.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

/** What the desk remembers between rounds; a fact of this computer and its server, not of the journal. */
const schemas = {
  enrolment: z.object({
    serverUrl: z.string(),
    serverId: z.string(),
    siteId: siteIdSchema,
    siteName: z.string(),
    role: installRoleSchema,
    enrolledAtMs: z.int(),
  }),
  /** The private key of this PC, sealed, in base64. */
  privateKey: z.string(),
  /** The last place that the server confirmed. */
  acked: z.object({ epoch: z.int(), seq: z.int() }),
  cursor: z.int(),
  lastSuccessAtMs: z.int(),
  clockOffsetMs: z.int(),
  setAside: z.array(
    z.object({
      epoch: z.int(),
      seq: z.int(),
      reason: quarantineReasonSchema,
      /** Absent in what was noted before it was kept. */
      sinceMs: z.int().optional(),
    }),
  ),
  disagreement: z.object({ epoch: z.int(), seq: z.int() }),
  /** A backup was restored, and nobody has let the desk sync again yet. */
  held: z.object({ backup: z.string(), madeAtMs: z.int(), restoredAtMs: z.int() }),
} as const;
type Key = keyof typeof schemas;
export type SyncFact<K extends Key> = z.infer<(typeof schemas)[K]>;

export function readFact<K extends Key>(db: ReadHandle, key: K): SyncFact<K> | null {
  const value: unknown = prepared(db, 'SELECT value FROM sync_state WHERE key = ?').pluck().get(key);
  if (typeof value !== 'string') return null;
  const read = schemas[key].safeParse(JSON.parse(value));
  return read.success ? (read.data as SyncFact<K>) : null;
}

/** Whether this desk has a server, and with it other desks that hear of what travels. */
export function isEnrolled(db: ReadHandle): boolean {
  return readFact(db, 'enrolment') !== null;
}

export function writeFact<K extends Key>(db: WriteHandle, key: K, value: SyncFact<K>): void {
  prepared(
    db,
    'INSERT INTO sync_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}

export function forgetFacts(db: WriteHandle, keys: readonly Key[]): void {
  for (const key of keys) prepared(db, 'DELETE FROM sync_state WHERE key = ?').run(key);
}

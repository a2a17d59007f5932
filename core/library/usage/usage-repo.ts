import type { ReadHandle } from '#core/db/open.ts';

export interface UsageRow {
  entryId: string;
  copied: number;
  said: number;
  people: number;
  lastAtMs: number;
}

/** How often each line of the library was copied and said since a moment; people's own lines are nobody else's business. */
export function usageSince(db: ReadHandle, fromAtMs: number): UsageRow[] {
  return db
    .prepare<[number], UsageRow>(
      `SELECT entry_id AS entryId, SUM(how = 'copied') AS copied, SUM(how = 'said') AS said,
         COUNT(DISTINCT person_id) AS people, MAX(at_ms) AS lastAtMs
       FROM line_use WHERE at_ms >= ? AND entry_id NOT LIKE 'personal/%' GROUP BY entry_id`,
    )
    .all(fromAtMs);
}

/** When each line was last used by anybody, ever. */
export function lastUses(db: ReadHandle): Map<string, number> {
  const rows = db
    .prepare<[], { entry_id: string; last_at_ms: number }>(
      'SELECT entry_id, MAX(last_at_ms) AS last_at_ms FROM line_count GROUP BY entry_id',
    )
    .all();
  return new Map(rows.map((row) => [row.entry_id, row.last_at_ms]));
}

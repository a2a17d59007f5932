import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

const DAY_MS = 86_400_000;

/** Whole days since the same customer, known by number, last came with the same matter; null: not before. */
export function daysSinceSameMatter(db: ReadHandle, conversationId: string): number | null {
  const row = prepared(
    db,
    `SELECT mine.started_at_ms AS started, max(other.started_at_ms) AS before
     FROM record AS mine JOIN record AS other ON other.number_lookup = mine.number_lookup
     WHERE mine.record_id = ? AND other.record_id <> mine.record_id AND other.kind = 'conversation'
       AND other.entry_id = mine.entry_id AND other.scene = mine.scene AND other.state <> 'brokenOff'
       AND other.started_at_ms <= mine.started_at_ms`,
  ).get(conversationId) as { started: number | null; before: number | null };
  return row.started === null || row.before === null ? null : Math.floor((row.started - row.before) / DAY_MS);
}

/** Conversations of this desk that are over and were never counted, the oldest first. */
export function uncountedTalks(db: ReadHandle, limit: number): string[] {
  return prepared(
    db,
    `SELECT record_id FROM record WHERE kind = 'conversation' AND ended_at_ms IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM insight_talk WHERE conversation_id = record_id)
     ORDER BY epoch, seq LIMIT ?`,
  )
    .pluck()
    .all(limit) as string[];
}

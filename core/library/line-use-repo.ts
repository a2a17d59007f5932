import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

export interface LineUseRow {
  event_id: string;
  at_ms: number;
  person_id: string | null;
  how: 'copied' | 'said';
  entry_id: string;
  version: number;
  entry_hash: string | null;
  variant: string;
  text: string;
}

export interface NewLineUse {
  eventId: string;
  epoch: number;
  seq: number;
  atMs: number;
  personId: string | null;
  how: 'copied' | 'said';
  entryId: string;
  version: number;
  entryHash: string;
  variant: string;
  conversationId: string | null;
  text: string;
}

export function insertLineUse(db: WriteHandle, use: NewLineUse): void {
  prepared(
    db,
    `INSERT INTO line_use (event_id, epoch, seq, at_ms, person_id, how, entry_id, version, entry_hash, variant, conversation_id, text)
     VALUES (@eventId, @epoch, @seq, @atMs, @personId, @how, @entryId, @version, @entryHash, @variant, @conversationId, @text)`,
  ).run(use);
  if (use.personId === null) return;
  prepared(
    db,
    `INSERT INTO line_count (person_id, entry_id, uses, last_at_ms) VALUES (?, ?, 1, ?)
     ON CONFLICT (person_id, entry_id) DO UPDATE SET uses = uses + 1, last_at_ms = excluded.last_at_ms`,
  ).run(use.personId, use.entryId, use.atMs);
}

/** The desk's last uses, newest first, by order of the journal; what others wrote for themselves is left out. */
export function recentLineUses(db: ReadHandle, limit: number, personId: string | null): LineUseRow[] {
  return db
    .prepare<[string | null, number], LineUseRow>(
      `SELECT * FROM line_use WHERE entry_id NOT LIKE 'personal/%' OR person_id = ?
       ORDER BY epoch DESC, seq DESC LIMIT ?`,
    )
    .all(personId, limit);
}

/** One use, unless it is of a line that somebody else wrote for themselves. */
export function findLineUse(db: ReadHandle, eventId: string, personId: string | null): LineUseRow | null {
  const row = db
    .prepare<[string, string | null], LineUseRow>(
      `SELECT * FROM line_use WHERE event_id = ? AND (entry_id NOT LIKE 'personal/%' OR person_id = ?)`,
    )
    .get(eventId, personId);
  return row ?? null;
}

/** How often a person used each line, and the team together. */
export function lineCounts(db: ReadHandle, personId: string | null): Map<string, { own: number; team: number }> {
  const rows = db
    .prepare<[string | null], { entry_id: string; own: number; team: number }>(
      'SELECT entry_id, SUM(CASE WHEN person_id = ? THEN uses ELSE 0 END) AS own, SUM(uses) AS team FROM line_count GROUP BY entry_id',
    )
    .all(personId);
  return new Map(rows.map((row) => [row.entry_id, { own: row.own, team: row.team }]));
}

const HALF_LIFE_MS = 30 * 86_400_000;

/** The same for ranking: what was last used a month ago counts half, two months ago a quarter. */
export function recentLineCounts(
  db: ReadHandle,
  personId: string | null,
  nowMs: number,
): Map<string, { own: number; team: number }> {
  const rows = db
    .prepare<[], { entryId: string; personId: string; uses: number; lastAtMs: number }>(
      'SELECT entry_id AS entryId, person_id AS personId, uses, last_at_ms AS lastAtMs FROM line_count',
    )
    .all();
  const counts = new Map<string, { own: number; team: number }>();
  for (const row of rows) {
    const weight = row.uses * 2 ** (-Math.max(0, nowMs - row.lastAtMs) / HALF_LIFE_MS);
    const before = counts.get(row.entryId) ?? { own: 0, team: 0 };
    counts.set(row.entryId, {
      own: before.own + (row.personId === personId ? weight : 0),
      team: before.team + weight,
    });
  }
  return counts;
}

/** How often each wording of a line was copied and said on this desk. */
export function usesByVersion(
  db: ReadHandle,
  entryId: string,
): { entryHash: string | null; how: 'copied' | 'said'; uses: number }[] {
  return db
    .prepare<[string], { entryHash: string | null; how: 'copied' | 'said'; uses: number }>(
      'SELECT entry_hash AS entryHash, how, COUNT(*) AS uses FROM line_use WHERE entry_id = ? GROUP BY entry_hash, how',
    )
    .all(entryId);
}

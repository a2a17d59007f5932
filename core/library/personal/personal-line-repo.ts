import type { PersonalLine } from '#contract/personal-lines.ts';
import { personalTextSchema } from '#contract/personal-lines.ts';
import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import type { FieldSealer } from '#core/journal/field-sealer.ts';

export interface KeptPersonalLine extends PersonalLine {
  entryHash: string;
}

interface Row {
  entry_id: string;
  version: number;
  entry_hash: string;
  text_sealed: Uint8Array;
  written_at_ms: number;
}

const sealedAt = (entryId: string) => `personal_line.text:${entryId}`;

export function upsertPersonalLine(
  db: WriteHandle,
  seal: FieldSealer,
  personId: string,
  { entryId, version, entryHash, writtenAtMs, title, variants, keywords, scene, stage }: KeptPersonalLine,
): void {
  const text = JSON.stringify({ title, variants, keywords, scene, stage });
  db.prepare(
    `INSERT INTO personal_line (entry_id, person_id, version, entry_hash, text_sealed, written_at_ms, removed)
     VALUES (?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (entry_id) DO UPDATE SET version = excluded.version, entry_hash = excluded.entry_hash,
       text_sealed = excluded.text_sealed, written_at_ms = excluded.written_at_ms, removed = 0`,
  ).run(entryId, personId, version, entryHash, seal.seal(text, sealedAt(entryId)), writtenAtMs);
}

/** The text goes; the id stays, so that it is never given to other wording. */
export function markPersonalLineRemoved(db: WriteHandle, entryId: string): void {
  db.prepare(`UPDATE personal_line SET removed = 1, text_sealed = x'' WHERE entry_id = ?`).run(entryId);
}

/** Lines a person wrote for themselves and still keeps, newest first. */
export function personalLinesOf(db: ReadHandle, seal: FieldSealer, personId: string): KeptPersonalLine[] {
  return db
    .prepare<[string], Row>(
      `SELECT entry_id, version, entry_hash, text_sealed, written_at_ms FROM personal_line
       WHERE person_id = ? AND removed = 0 ORDER BY written_at_ms DESC, entry_id DESC`,
    )
    .all(personId)
    .map((row) => ({
      ...personalTextSchema.parse(JSON.parse(seal.open(row.text_sealed, sealedAt(row.entry_id)))),
      entryId: row.entry_id,
      version: row.version,
      entryHash: row.entry_hash,
      writtenAtMs: row.written_at_ms,
    }));
}

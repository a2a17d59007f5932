import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

export interface Reading {
  readAtMs: number | null;
  asked: number;
  right: number;
}

/** The first reading counts. */
export function noteRead(db: WriteHandle, personId: string | null, releaseHash: string, atMs: number): void {
  if (personId === null) return;
  prepared(
    db,
    `INSERT INTO release_reading (person_id, release_hash, read_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (person_id, release_hash) DO UPDATE SET read_at_ms = COALESCE(read_at_ms, excluded.read_at_ms)`,
  ).run(personId, releaseHash, atMs);
}

/** The last round of questions counts. */
export function noteAnswers(
  db: WriteHandle,
  personId: string | null,
  answered: { releaseHash: string; asked: number; right: number },
): void {
  if (personId === null) return;
  prepared(
    db,
    `INSERT INTO release_reading (person_id, release_hash, asked, right_answers) VALUES (?, ?, ?, ?)
     ON CONFLICT (person_id, release_hash) DO UPDATE SET asked = excluded.asked, right_answers = excluded.right_answers`,
  ).run(personId, answered.releaseHash, answered.asked, answered.right);
}

/** What a person read and knew, by release. */
export function readingsOf(db: ReadHandle, personId: string): Map<string, Reading> {
  const rows = prepared(
    db,
    'SELECT release_hash, read_at_ms, asked, right_answers FROM release_reading WHERE person_id = ?',
  ).all(personId) as { release_hash: string; read_at_ms: number | null; asked: number; right_answers: number }[];
  return new Map(
    rows.map((row) => [row.release_hash, { readAtMs: row.read_at_ms, asked: row.asked, right: row.right_answers }]),
  );
}

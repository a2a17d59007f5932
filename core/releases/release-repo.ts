import type { ReadHandle, WriteHandle } from '../db/open.ts';

export interface ReleaseInForce {
  releaseHash: string;
  version: string;
  appliedAtMs: number;
  /** Brought along by the app, or signed by this team's leads. */
  origin: 'starter' | 'signed';
  why: string;
}

interface ReleaseRow {
  release_hash: string;
  version: string;
  applied_at_ms: number;
  origin: string;
  why: string;
}

export function releaseInForce(db: ReadHandle): ReleaseInForce | null {
  const row = db.prepare<[], ReleaseRow>('SELECT * FROM library_release WHERE in_force = 1').get();
  return row ? fromRow(row) : null;
}

/** Every release this desk worked with, newest first. */
export function appliedReleases(db: ReadHandle): ReleaseInForce[] {
  return db
    .prepare<[], ReleaseRow>('SELECT * FROM library_release ORDER BY applied_at_ms DESC, in_force DESC')
    .all()
    .map(fromRow);
}

const fromRow = (row: ReleaseRow): ReleaseInForce => ({
  releaseHash: row.release_hash,
  version: row.version,
  appliedAtMs: row.applied_at_ms,
  origin: row.origin === 'signed' ? 'signed' : 'starter',
  why: row.why,
});

export function putInForce(db: WriteHandle, release: ReleaseInForce): void {
  db.prepare('UPDATE library_release SET in_force = 0 WHERE in_force = 1').run();
  db.prepare(
    `INSERT INTO library_release (release_hash, version, applied_at_ms, origin, why, in_force)
     VALUES (@releaseHash, @version, @appliedAtMs, @origin, @why, 1)
     ON CONFLICT (release_hash) DO UPDATE SET applied_at_ms = excluded.applied_at_ms, origin = excluded.origin,
       why = excluded.why, in_force = 1`,
  ).run(release);
}

/** The bytes of a release by their SHA-256 (hex); kept beside the journal, which names releases by hash only. */
export function readReleaseBytes(db: ReadHandle, releaseHash: string): Uint8Array | null {
  const row = db
    .prepare<[string], { release_json: Uint8Array }>(
      'SELECT release_json FROM library_release_content WHERE release_hash = ?',
    )
    .get(releaseHash);
  return row?.release_json ?? null;
}

export function holdsRelease(db: ReadHandle, releaseHash: string): boolean {
  return db.prepare('SELECT 1 FROM library_release_content WHERE release_hash = ?').get(releaseHash) !== undefined;
}

export function writeReleaseBytes(db: WriteHandle, releaseHash: string, bytes: Uint8Array): void {
  db.prepare(
    'INSERT INTO library_release_content (release_hash, release_json) VALUES (?, ?) ON CONFLICT DO NOTHING',
  ).run(releaseHash, bytes);
}

import type { Entry, ReleasedEntry } from '#contract/library/release.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';

export interface AppliedRelease {
  releaseHash: string;
  version: string;
  appliedAtMs: number;
}

export interface KeptVersion {
  entryHash: string;
  releaseVersion: string;
  appliedAtMs: number;
  entry: Entry;
}

interface Row {
  entry_hash: string;
  release_version: string;
  applied_at_ms: number;
  entry_json: string;
}

/** Keeps every wording of a release that this desk has not had before; one that comes back counts from now. */
export function keepEntryVersions(db: WriteHandle, release: AppliedRelease, entries: readonly ReleasedEntry[]): void {
  const former = new Map(
    db
      .prepare<[], { entry_id: string; entry_hash: string }>(
        `SELECT entry_id, entry_hash, MAX(applied_at_ms) FROM entry_version GROUP BY entry_id`,
      )
      .all()
      .map((row) => [row.entry_id, row.entry_hash]),
  );
  const keep = db.prepare(
    `INSERT INTO entry_version (entry_id, entry_hash, version, release_hash, release_version, applied_at_ms, entry_json)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (entry_id, entry_hash) DO UPDATE SET release_hash = excluded.release_hash,
       release_version = excluded.release_version, applied_at_ms = excluded.applied_at_ms`,
  );
  for (const { entry, entryHash } of entries) {
    if (former.get(entry.id) === entryHash) continue;
    const { releaseHash, version, appliedAtMs } = release;
    const json = JSON.stringify(entry);
    keep.run(entry.id, entryHash, entry.provenance.version, releaseHash, version, appliedAtMs, json);
  }
}

/** Every wording of an entry this desk has had, newest first. */
export function versionsOfEntry(db: ReadHandle, entryId: string): KeptVersion[] {
  return db
    .prepare<[string], Row>(
      `SELECT entry_hash, release_version, applied_at_ms, entry_json FROM entry_version
       WHERE entry_id = ? ORDER BY applied_at_ms DESC, version DESC`,
    )
    .all(entryId)
    .map((row) => ({
      entryHash: row.entry_hash,
      releaseVersion: row.release_version,
      appliedAtMs: row.applied_at_ms,
      // It was checked against the schema of its day; later schemas must not hide it.
      entry: JSON.parse(row.entry_json) as Entry,
    }));
}

export function hasEntryVersions(db: ReadHandle): boolean {
  return db.prepare('SELECT 1 FROM entry_version LIMIT 1').get() !== undefined;
}

/** When the wording in force came to this desk. */
export function appliedAtMs(db: ReadHandle, entryId: string, entryHash: string): number | null {
  const row = db
    .prepare<[string, string], { applied_at_ms: number }>(
      'SELECT applied_at_ms FROM entry_version WHERE entry_id = ? AND entry_hash = ?',
    )
    .get(entryId, entryHash);
  return row?.applied_at_ms ?? null;
}

/** The wordings that came with a release, each with the one this desk had before. */
export function versionsOfRelease(db: ReadHandle, releaseHash: string): { entry: Entry; before: Entry | null }[] {
  return db
    .prepare<[string], { entry_json: string; before_json: string | null }>(
      `SELECT v.entry_json, (
         SELECT b.entry_json FROM entry_version b
         WHERE b.entry_id = v.entry_id AND b.entry_hash <> v.entry_hash AND b.applied_at_ms <= v.applied_at_ms
         ORDER BY b.applied_at_ms DESC, b.version DESC LIMIT 1
       ) AS before_json
       FROM entry_version v WHERE v.release_hash = ? ORDER BY v.entry_id`,
    )
    .all(releaseHash)
    .map(({ entry_json, before_json }) => ({
      entry: JSON.parse(entry_json) as Entry,
      before: before_json === null ? null : (JSON.parse(before_json) as Entry),
    }));
}

/** Whether this desk ever had this wording. */
export function knowsWording(db: ReadHandle, entryId: string, entryHash: string): boolean {
  return appliedAtMs(db, entryId, entryHash) !== null;
}

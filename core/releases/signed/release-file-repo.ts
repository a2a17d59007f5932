import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';
import type { TrustedMetadata } from './check-releases.ts';
import { type ReleaseFiles, rootFile, snapshotFile, TIMESTAMP_FILE, targetFile, targetsFile } from './release-files.ts';

export function readReleaseFile(db: ReadHandle, file: string): Uint8Array | null {
  const content = prepared(db, 'SELECT content FROM release_file WHERE file = ?').pluck().get(file);
  return content instanceof Uint8Array ? content : null;
}

export function writeReleaseFiles(db: WriteHandle, files: ReadonlyMap<string, Uint8Array>): void {
  const write = prepared(
    db,
    'INSERT INTO release_file (file, content) VALUES (?, ?) ON CONFLICT (file) DO UPDATE SET content = excluded.content',
  );
  for (const [file, content] of files) write.run(file, content);
}

export function releaseFileNames(db: ReadHandle): string[] {
  return prepared(db, 'SELECT file FROM release_file ORDER BY file').pluck().all() as string[];
}

/** Another root begins another history: nothing of the former is comparable. */
export function forgetReleaseFiles(db: WriteHandle): void {
  prepared(db, 'DELETE FROM release_file').run();
}

/** Keeps every root, and of the rest only what the files in force name. */
export function keepOnly(db: WriteHandle, files: ReadonlySet<string>): void {
  for (const file of releaseFileNames(db)) {
    if (files.has(file) || file.endsWith('.root.json')) continue;
    prepared(db, 'DELETE FROM release_file WHERE file = ?').run(file);
  }
}

/** What this desk has checked, as a source for others: a stick, the server, or its own next check. */
export function storedFiles(db: ReadHandle): ReleaseFiles {
  return { read: async (file) => readReleaseFile(db, file) };
}

interface Numbered {
  signed: { version: number; meta?: Record<string, { version: number }> };
}

/** The metadata this desk believes; null where it follows no root yet. */
export function trustedMetadata(db: ReadHandle): TrustedMetadata | null {
  const versions = releaseFileNames(db).flatMap((file) => /^metadata\/(\d+)\.root\.json$/.exec(file)?.[1] ?? []);
  if (versions.length === 0) return null;
  const rootVersion = Math.max(...versions.map(Number));
  const root = readReleaseFile(db, rootFile(rootVersion));
  if (root === null) return null;
  const timestamp = readReleaseFile(db, TIMESTAMP_FILE);
  const snapshotVersion = timestamp && parsed(timestamp).signed.meta?.['snapshot.json']?.version;
  const snapshot = snapshotVersion ? readReleaseFile(db, snapshotFile(snapshotVersion)) : null;
  const targetsVersion = snapshot && parsed(snapshot).signed.meta?.['targets.json']?.version;
  const targets = targetsVersion ? readReleaseFile(db, targetsFile(targetsVersion)) : null;
  return { root, rootVersion, timestamp, snapshot, targets };
}

export const holdsTarget = (db: ReadHandle, sha256: string): boolean =>
  readReleaseFile(db, targetFile(sha256)) !== null;

/** It was checked before it was stored. */
function parsed(bytes: Uint8Array): Numbered {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Numbered;
}

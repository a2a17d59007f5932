import { createHash } from 'node:crypto';
import { type Release, releaseSchema } from '#contract/library/release.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import type { LoadedLibrary } from './load.ts';

export interface CompiledRelease {
  release: Release;
  /** The canonical JSON of the release, and the SHA-256 over exactly these bytes. */
  bytes: Uint8Array;
  sha256: string;
}

/** The release of a library: entries by id, each with the hash of its canonical form. The same library, the same bytes. */
export function compileRelease(library: Pick<LoadedLibrary, 'version' | 'packs' | 'entries'>): CompiledRelease {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const release = releaseSchema.parse({
    format: 1,
    version: library.version,
    packs: [...library.packs].sort(byId),
    entries: [...library.entries]
      .sort((a, b) => byId(a.entry, b.entry))
      .map(({ packId, entry }) => ({ packId, entryHash: sha256(canonicalBytes(entry)), entry })),
  });
  const bytes = canonicalBytes(release);
  return { release, bytes, sha256: sha256(bytes) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

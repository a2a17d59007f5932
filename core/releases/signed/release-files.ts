import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A repository of signed releases as files: `metadata/3.root.json`, `metadata/timestamp.json`, `targets/<hash>.release.json.gz` …
 * Where they come from matters to nobody: what they say is believed for their signatures only.
 */
export interface ReleaseFiles {
  /** Null where there is no such file; throws where the source itself cannot be reached. */
  read(file: string): Promise<Uint8Array | null>;
}

export const RELEASE_TARGET = 'release.json.gz';
export const TIMESTAMP_FILE = 'metadata/timestamp.json';
export const rootFile = (version: number): string => `metadata/${version}.root.json`;
export const snapshotFile = (version: number): string => `metadata/${version}.snapshot.json`;
export const targetsFile = (version: number): string => `metadata/${version}.targets.json`;
export const targetFile = (sha256: string): string => `targets/${sha256}.${RELEASE_TARGET}`;

/** The folder on a stick, as it was exported. */
export function folderFiles(folder: string): ReleaseFiles {
  return {
    async read(file) {
      try {
        return await readFile(join(folder, file));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}

/** Files in memory, laid over what another source has. */
export function filesOver(files: ReadonlyMap<string, Uint8Array>, below: ReleaseFiles): ReleaseFiles {
  return { read: async (file) => files.get(file) ?? (await below.read(file)) };
}

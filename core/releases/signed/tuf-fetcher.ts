import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetcher } from 'tuf-js';
import { DownloadHTTPError, DownloadLengthMismatchError } from 'tuf-js/dist/error.js';
import type { ReleaseFiles } from './release-files.ts';

/** tuf-js speaks of addresses; only the path behind this is ours. */
const BASE = 'release://files/';
export const METADATA_BASE = `${BASE}metadata`;
export const TARGETS_BASE = `${BASE}targets`;

export interface SourceFetcher extends Fetcher {
  /** The roots that were read, by version; not all of them need have stood the checks. */
  readonly roots: ReadonlyMap<number, Uint8Array>;
  /** The source itself failed, as against having no such file. */
  readonly sourceFailed: () => boolean;
}

/** Lets tuf-js read from any source of files; never more than it allows, and nothing is tried twice. */
export function fetcherOver(files: ReleaseFiles, workFolder: string): SourceFetcher {
  const roots = new Map<number, Uint8Array>();
  let failed = false;
  const read = async (url: string, maxLength: number): Promise<Buffer> => {
    const file = url.startsWith(BASE) ? url.slice(BASE.length) : url;
    const bytes = await files.read(file).catch((cause: unknown) => {
      failed = true;
      throw cause;
    });
    if (bytes === null) throw new DownloadHTTPError(`there is no ${file}`, 404);
    if (bytes.length > maxLength) throw new DownloadLengthMismatchError(`${file} is longer than it may be`);
    const root = /^metadata\/(\d+)\.root\.json$/.exec(file);
    if (root !== null) roots.set(Number(root[1]), bytes);
    return Buffer.from(bytes);
  };
  return {
    roots,
    sourceFailed: () => failed,
    downloadBytes: read,
    async downloadFile(url, maxLength, handler) {
      const folder = await mkdtemp(join(workFolder, 'file-'));
      try {
        const path = join(folder, 'file');
        await writeFile(path, await read(url, maxLength));
        return await handler(path);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

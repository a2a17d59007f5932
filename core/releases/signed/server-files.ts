import { ORPCError } from '@orpc/client';
import type { ReadHandle } from '#core/db/open.ts';
import type { ServerClient } from '#core/sync/server-link.ts';
import { readReleaseFile, releaseFileNames } from './release-file-repo.ts';
import { type ReleaseFiles, TIMESTAMP_FILE } from './release-files.ts';

/** The files that a server holds for all its sites. */
export function serverFiles(server: ServerClient): ReleaseFiles {
  return {
    async read(file) {
      try {
        return Buffer.from((await server.releaseFile({ file })).contentBase64, 'base64');
      } catch (error) {
        if (error instanceof ORPCError && error.status === 404) return null;
        throw error;
      }
    },
  };
}

const FILES_AT_ONCE = 8;

/** Hands the server everything this desk holds; the timestamp last, so that nobody sees half a release. */
export async function pushFiles(db: ReadHandle, server: ServerClient): Promise<void> {
  const names = releaseFileNames(db).filter((file) => file !== TIMESTAMP_FILE);
  const metadata = names.filter((file) => file.startsWith('metadata/'));
  const targets = names.filter((file) => file.startsWith('targets/'));
  const batches = targets.map((file) => [file]);
  for (let from = 0; from < metadata.length; from += FILES_AT_ONCE) {
    batches.push(metadata.slice(from, from + FILES_AT_ONCE));
  }
  for (const files of [...batches, [TIMESTAMP_FILE]]) {
    await server.publishFiles({
      files: files.map((file) => ({
        file,
        contentBase64: Buffer.from(readReleaseFile(db, file) ?? []).toString('base64'),
      })),
    });
  }
}

import { MOVING_FILE, readReleaseFile, releaseMark, writeReleaseFile } from '../releases/release-file-repo.ts';
import { allow, routes } from './authorised.ts';
import type { ServerParts } from './server-parts.ts';

/** The signed release repository as files. The server keeps and hands out; desks check the signatures. */
export function releaseRoutes(parts: ServerParts) {
  const { db } = parts.database;
  return {
    releaseFile: routes.releaseFile.handler(async ({ input, context, errors }) => {
      allow(parts, context, 'releaseFile', 'all');
      const content = await readReleaseFile(db, input.file);
      if (content === null) throw errors.notFound();
      return { contentBase64: Buffer.from(content).toString('base64') };
    }),

    publishFiles: routes.publishFiles.handler(async ({ input, context, errors }) => {
      allow(parts, context, 'publishFiles', 'all');
      const files = input.files.map(({ file, contentBase64 }) => ({
        file,
        content: Buffer.from(contentBase64, 'base64'),
      }));
      await db.transaction().execute(async (transaction) => {
        for (const { file, content } of files) {
          const stored = await readReleaseFile(transaction, file);
          if (stored !== null && file !== MOVING_FILE && Buffer.compare(stored, content) !== 0) throw errors.conflict();
          await writeReleaseFile(transaction, file, content, parts.nowMs());
        }
      });
      if (files.some(({ file }) => file === MOVING_FILE)) await parts.watch.announceReleases(await releaseMark(db));
      return { stored: files.length };
    }),
  };
}

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, open, type ZipFile } from 'yauzl';

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Unpacks the entries of a zip that `place` gives a path for, relative to `folder`; entries it answers null for are
 * never read, which saves 26,000 of the runtime package's files. File modes are kept.
 */
export async function unpackSome(
  zipPath: string,
  folder: string,
  place: (name: string) => string | null,
): Promise<number> {
  const zip = await openZip(zipPath);
  let count = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      const target = entry.fileName.endsWith('/') ? null : place(entry.fileName);
      if (target === null) continue;
      const file = path.join(folder, target);
      if (!file.startsWith(folder + path.sep)) throw new Error(`${entry.fileName} would leave the folder`);
      await mkdir(path.dirname(file), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(await readEntry(zip, entry), createWriteStream(file, { mode: mode || 0o644 }));
      count += 1;
    }
  } finally {
    zip.close();
  }
  return count;
}

function openZip(zipPath: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(zipPath, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let read = 0; read < zip.entryCount; read += 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', (entry: Entry) => {
        zip.off('error', reject);
        resolve(entry);
      });
      zip.once('error', reject);
      zip.readEntry();
    });
  }
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

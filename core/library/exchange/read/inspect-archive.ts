import type { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { ImportRefused, importLimits } from './import-limits.ts';
import { inspectPart } from './inspect-part.ts';

const OFFICE_MAIN = { xlsx: 'xl/workbook.xml', docx: 'word/document.xml' } as const;

/**
 * Looks through an Office file before any library opens it: names, sizes as they come out and not as they are declared,
 * macros, parts that reach outside, entities and depth. Nothing is written anywhere.
 */
export async function inspectArchive(bytes: Uint8Array, format: 'xlsx' | 'docx'): Promise<void> {
  const archive = await opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (archive.entryCount > importLimits.archiveParts)
    throw new ImportRefused({ key: 'tooManyParts', count: archive.entryCount });
  const names = new Set<string>();
  let inflated = 0;
  for await (const entry of entriesOf(archive)) {
    checkName(entry, names);
    if (entry.isEncrypted()) throw new ImportRefused({ key: 'encrypted' });
    const part = await inflate(archive, entry, importLimits.inflatedBytes - inflated);
    inflated += part.byteLength;
    if (inflated > 1_000_000 && inflated > bytes.byteLength * importLimits.inflateRatio) throw bomb();
    inspectPart(entry.fileName, part);
  }
  const missing = ['[Content_Types].xml', OFFICE_MAIN[format]].find((name) => !names.has(name.toLowerCase()));
  if (missing !== undefined) throw new ImportRefused({ key: 'notOffice', format, part: missing });
}

function opened(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true }, (error, archive) => {
      if (error || !archive) reject(unreadable(error));
      else resolve(archive);
    });
  });
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (act: () => void) => {
        archive.removeAllListeners();
        act();
      };
      archive.once('entry', (next: Entry) => settle(() => resolve(next)));
      archive.once('end', () => settle(() => resolve(null)));
      archive.once('error', (error: Error) => settle(() => reject(unreadable(error))));
      archive.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

function checkName(entry: Entry, names: Set<string>): void {
  const name = entry.fileName.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL in a name is the trick looked for
  if (/[\u0000-\u001f\\:]|^\/|(^|\/)\.\.(\/|$)/u.test(name) || name.length > 260)
    throw new ImportRefused({ key: 'nameOutside' });
  // Unix mode of a symbolic link, which no Office program writes.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000)
    throw new ImportRefused({ key: 'linkElsewhere' });
  if (names.has(name)) throw new ImportRefused({ key: 'partTwice' });
  names.add(name);
  if (/vbaproject|\.bas$|macrosheets\//u.test(name)) throw new ImportRefused({ key: 'macros' });
  if (/(^|\/)(externallinks|embeddings|activex|oleobject|querytables|ctrlprops)\b|connections\.xml$/u.test(name))
    throw new ImportRefused({ key: 'embedded' });
}

/** The stored bytes come from the archive, and are inflated here, where the output can be bounded. */
async function inflate(archive: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  if (entry.uncompressedSize > room) throw bomb();
  const stored = await storedBytes(archive, entry);
  if (entry.compressionMethod === 0) return stored;
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, Math.min(room, entry.uncompressedSize)) });
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : unreadable(cause);
  }
}

function storedBytes(archive: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const take = (error: Error | null, stream?: Readable) => {
      if (error || !stream) return reject(unreadable(error));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (cause: Error) => reject(unreadable(cause)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    };
    if (entry.compressionMethod === 8)
      archive.openReadStream(entry, { decompress: false, decrypt: null, start: null, end: null }, take);
    else archive.openReadStream(entry, take);
  });
}

const bomb = () => new ImportRefused({ key: 'swells' });

function unreadable(cause: unknown): ImportRefused {
  const message = cause instanceof Error ? cause.message : '';
  if (/invalid characters|absolute path|invalid relative path/iu.test(message))
    return new ImportRefused({ key: 'nameOutside' });
  return new ImportRefused({ key: /encrypt/iu.test(message) ? 'encrypted' : 'damaged' });
}

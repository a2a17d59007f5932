import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ImportRefusal } from '#contract/import-reasons.ts';
import {
  type ImportFormat,
  type ImportItem,
  type ImportOptions,
  type ImportOutcome,
  type ImportPreview,
  type ImportProgress,
  importOptionsSchema,
} from '#contract/library-exchange.ts';
import { childMessageSchema, type ParseRequest } from './child-messages.ts';
import { residentBytes, type StartParser } from './parse-process.ts';
import { ImportRefused, importLimits, tooLarge } from './read/import-limits.ts';
import type { LibrarySnapshot } from './snapshot.ts';

export interface ImportHost {
  library: LibrarySnapshot;
  startParser: StartParser;
  /** Milliseconds the whole parse may take. */
  timeLimitMs?: number;
  /** Resident memory of the child in bytes. */
  memoryLimit?: number;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

const FORMATS: Readonly<Record<string, ImportFormat>> = {
  '.xlsx': 'xlsx',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.docx': 'docx',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};
/** For the largest sheet on the slowest PC; whoever waits sees how far it is and can stop it. */
const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT = 256 * 1024 * 1024;
const WATCH_EVERY_MS = 20;

/**
 * Shows what a file would change in the library, without changing anything. A child without rights reads the file's
 * bytes; it is killed when it takes too long or too much memory, and when `signal` aborts.
 */
export async function importPreview(path: string, options: ImportOptions, host: ImportHost): Promise<ImportOutcome> {
  try {
    const format = FORMATS[extname(path).toLowerCase()];
    if (!format) throw new ImportRefused({ key: 'unknownFormat' });
    const bytes = await fileBytes(path);
    const source = { name: basename(path), format, bytes };
    const request = { source, library: plainSnapshot(host.library), options: importOptionsSchema.parse(options) };
    const found = await parsedInChild(request, host);
    if (found === null) return { outcome: 'cancelled' };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { name: source.name, format, bytes: bytes.byteLength, sha256 };
    return { outcome: 'preview', preview: { file, ...found } };
  } catch (cause) {
    if (cause instanceof ImportRefused) return { outcome: 'refused', refusal: cause.refusal };
    throw cause;
  }
}

/** Only what the child needs: callers' snapshots may carry more, also what no message can. */
function plainSnapshot({ packs, entries, variables }: LibrarySnapshot): LibrarySnapshot {
  return {
    packs: packs.map(({ id, title, scenes }) => ({ id, title, scenes })),
    entries: entries.map(({ packId, entry }) => ({ packId, entry })),
    variables,
  };
}

async function fileBytes(path: string): Promise<Uint8Array> {
  // Without waiting: a pipe nobody writes to would otherwise hold this up for ever.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null);
  if (file === null) throw new ImportRefused({ key: 'fileUnopened' });
  try {
    const about = await file.stat();
    if (!about.isFile()) throw new ImportRefused({ key: 'notAFile' });
    if (about.size > importLimits.fileBytes) throw tooLarge(importLimits.fileBytes);
    if (about.size === 0) throw new ImportRefused({ key: 'fileEmpty' });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

type Found = Omit<ImportPreview, 'file'>;

/** Null when it was cancelled. */
function parsedInChild(request: ParseRequest, host: ImportHost): Promise<Found | null> {
  const { signal, onProgress, timeLimitMs = TIME_LIMIT_MS, memoryLimit = MEMORY_LIMIT } = host;
  if (signal?.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const child = host.startParser(memoryLimit);
    const items: ImportItem[] = [];
    const end = (act: () => void) => {
      clearTimeout(clock);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      child.end();
      act();
    };
    const refuse = (refusal: ImportRefusal) => end(() => reject(new ImportRefused(refusal)));
    const onAbort = () => end(() => resolve(null));
    const tooMuch = () => refuse({ key: 'tookTooMuchMemory' });
    const brokeOff = () => refuse({ key: 'brokeOff' });
    const clock = setTimeout(() => refuse({ key: 'tookTooLong' }), timeLimitMs);
    const watch = setInterval(() => {
      if (child.pid !== undefined && (residentBytes(child.pid) ?? 0) > memoryLimit) tooMuch();
    }, WATCH_EVERY_MS);
    signal?.addEventListener('abort', onAbort);
    child.onEnd((why) => {
      if (why instanceof Error) end(() => reject(why));
      else if (why === 'memory') tooMuch();
      else brokeOff();
    });
    child.onMessage((raw) => {
      const message = childMessageSchema.safeParse(raw);
      if (!message.success) return brokeOff();
      switch (message.data.type) {
        case 'ready':
          child.send(request);
          return;
        case 'progress':
          return onProgress?.(message.data.progress);
        case 'items':
          items.push(...message.data.items);
          if (items.length > importLimits.rows) refuse({ key: 'tooManyEntries', limit: importLimits.rows });
          return;
        case 'refused':
          return refuse(message.data.refusal);
        case 'done': {
          const { unknownColumns, notes } = message.data;
          return end(() => resolve({ items, unknownColumns, notes }));
        }
        default:
          return message.data satisfies never;
      }
    });
  });
}

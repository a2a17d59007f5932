import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

export const HEAD_BYTES = 40;

export interface HeadRecord {
  readonly epoch: number;
  readonly seq: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

export type HeadReading =
  | { readonly state: 'recorded'; readonly record: HeadRecord; readonly bytes: Uint8Array }
  /** Freshly made, or the power went before the first record reached the disk. */
  | { readonly state: 'empty' }
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly detail: string };

/**
 * A 40-byte memory of the newest event outside the database: epoch (u16), seq (u48), hash, big-endian. It is written after
 * each commit without a sync: the commit before it is synced, so the file may lag behind the journal and never runs ahead of
 * it. A head ahead of the journal therefore means that committed events are gone (a deleted WAL, an older copy put back).
 */
export interface HeadFile {
  /** What the file said when it was opened. */
  readonly found: HeadReading;
  write(record: HeadRecord): void;
  close(): void;
}

export function encodeHead(record: HeadRecord): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES);
  bytes.writeUInt16BE(record.epoch, 0);
  bytes.writeUIntBE(record.seq, 2, 6);
  bytes.set(record.hash, 8);
  return bytes;
}

export function decodeHead(bytes: Buffer): HeadRecord {
  return {
    epoch: bytes.readUInt16BE(0),
    seq: bytes.readUIntBE(2, 6),
    hash: new Uint8Array(bytes.subarray(8, HEAD_BYTES)),
  };
}

/** Reads without ever writing; for checks from outside. */
export function readHead(file: string): HeadReading {
  if (!existsSync(file)) return { state: 'missing' };
  const descriptor = openSync(file, 'r');
  try {
    return readFrom(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Opens the head file, making and syncing 40 zero bytes where there is none, so that later writes change no size. */
export function openHeadFile(file: string): HeadFile {
  const isNew = !existsSync(file);
  const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  const found: HeadReading = isNew ? { state: 'missing' } : readFrom(descriptor);
  if (fstatSync(descriptor).size !== HEAD_BYTES) {
    ftruncateSync(descriptor, 0);
    writeSync(descriptor, Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    fsyncSync(descriptor);
    syncFolder(dirname(file));
  }
  return {
    found,
    write(record) {
      writeSync(descriptor, encodeHead(record), 0, HEAD_BYTES, 0);
    },
    close: () => closeSync(descriptor),
  };
}

function readFrom(descriptor: number): HeadReading {
  const size = fstatSync(descriptor).size;
  if (size !== HEAD_BYTES) return { state: 'unreadable', detail: `the head file has ${size} bytes` };
  const bytes = Buffer.alloc(HEAD_BYTES);
  readSync(descriptor, bytes, 0, HEAD_BYTES, 0);
  if (bytes.every((byte) => byte === 0)) return { state: 'empty' };
  return { state: 'recorded', record: decodeHead(bytes), bytes };
}

/** A new file's name is durable only when its folder is; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

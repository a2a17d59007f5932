import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './recording.ts';

const SECTOR = 512;

type Change = Extract<Step, { kind: 'write' | 'truncate' }>;
type FolderChange = Extract<Step, { kind: 'remove' | 'rename' }>;

/** A file as the disk has it for certain, and what was written since its last sync. */
interface DiskFile {
  synced: Buffer;
  pending: Change[];
}

export interface CrashImage {
  /** What had been acknowledged when the power went. */
  readonly said: readonly string[];
  writeTo(folder: string): void;
}

/**
 * What a disk may hold when the power goes after `steps`: all that was synced, and of the rest a random part. Of unsynced
 * writes each is kept, lost or torn between its sectors; unsynced renames and removals are kept up to a random one.
 */
export function crashImage(steps: readonly Step[], random: () => number): CrashImage {
  const files = new Map<string, DiskFile>();
  let folderChanges: FolderChange[] = [];
  const said: string[] = [];
  const fileOf = (name: string): DiskFile => {
    const known = files.get(name) ?? { synced: Buffer.alloc(0), pending: [] };
    files.set(name, known);
    return known;
  };
  for (const step of steps) {
    switch (step.kind) {
      case 'said':
        said.push(...step.text.split('\n').filter((line) => line !== ''));
        break;
      case 'write':
      case 'truncate':
        fileOf(step.name).pending.push(step);
        break;
      case 'remove':
      case 'rename':
        folderChanges.push(step);
        break;
      case 'sync':
        if (step.name === '') {
          for (const change of folderChanges) applyToFolder(files, change);
          folderChanges = [];
        } else {
          const file = fileOf(step.name);
          for (const change of file.pending) file.synced = applied(file.synced, change);
          file.pending = [];
        }
        break;
    }
  }
  // Some disks lose everything that is not synced, some next to nothing; most images lie in between.
  const keeps = random() < 0.2 ? 0 : random() < 0.25 ? 1 : random();
  const kept = Math.floor(random() * (folderChanges.length + 1));
  for (const change of folderChanges.slice(0, kept)) applyToFolder(files, change);
  for (const file of files.values()) {
    for (const change of file.pending) {
      for (const part of partsOf(change, random)) if (random() < keeps) file.synced = applied(file.synced, part);
    }
  }
  return {
    said,
    writeTo(folder) {
      mkdirSync(folder, { recursive: true });
      for (const [name, { synced }] of files) writeFileSync(join(folder, name), synced);
    },
  };
}

/** A write as one piece, or as its sectors. */
function partsOf(change: Change, random: () => number): Change[] {
  if (change.kind === 'truncate' || random() < 0.5) return [change];
  const parts: Change[] = [];
  const { name, data } = change;
  for (let from = 0; from < data.length; ) {
    const until = Math.min(data.length, from + SECTOR - ((change.at + from) % SECTOR));
    parts.push({ kind: 'write', name, at: change.at + from, data: data.subarray(from, until) });
    from = until;
  }
  return parts;
}

function applied(bytes: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') {
    return change.size <= bytes.length ? bytes.subarray(0, change.size) : grown(bytes, change.size);
  }
  const next = grown(bytes, Math.max(bytes.length, change.at + change.data.length));
  change.data.copy(next, change.at);
  return next;
}

/** Grows in leaps inside one allocation, so that appending stays cheap. */
function grown(bytes: Buffer, size: number): Buffer {
  if (size <= bytes.length) return bytes;
  const space = bytes.buffer.byteLength - bytes.byteOffset;
  if (bytes.byteOffset === 0 && size <= space) {
    const wider = Buffer.from(bytes.buffer, 0, size);
    wider.fill(0, bytes.length);
    return wider;
  }
  const next = Buffer.from(new ArrayBuffer(Math.max(size * 2, 65_536)), 0, size);
  bytes.copy(next);
  return next;
}

function applyToFolder(files: Map<string, DiskFile>, change: FolderChange): void {
  const file = files.get(change.name);
  files.delete(change.name);
  if (change.kind === 'rename' && file !== undefined) files.set(change.to, file);
}

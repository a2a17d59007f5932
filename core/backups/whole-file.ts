import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** Writes a small file so that after a power cut it holds either what it held or all of the new text. */
export function writeWhole(file: string, text: string): void {
  const half = `${file}.part`;
  writeFileSync(half, text, { mode: 0o600 });
  syncFile(half);
  renameSync(half, file);
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

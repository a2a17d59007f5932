import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import type { ExportResult } from '#contract/exchange.ts';

type Failure = Extract<ExportResult, { outcome: 'failed' }>['why'];

const WHY: Readonly<Record<string, Failure>> = {
  ENOSPC: 'noRoom',
  EDQUOT: 'noRoom',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'noPermission',
  EBUSY: 'noPermission',
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
};

/** Writes a whole file or none: what stood there before stays until the new one is complete. Null, or why it failed. */
export async function writeExport(path: string, bytes: Uint8Array, asideId: string): Promise<Failure | null> {
  const aside = `${path}.${asideId}.part`;
  try {
    await writeFile(aside, bytes, { flush: true });
    // The desk's own files are its owner's alone; this one was made to be handed on.
    await chmod(aside, 0o644);
    await rename(aside, path);
    return null;
  } catch (cause) {
    await rm(aside, { force: true }).catch(() => undefined);
    return WHY[cause instanceof Error && 'code' in cause ? String(cause.code) : ''] ?? 'notMade';
  }
}

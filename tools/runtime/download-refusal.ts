import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const REMEMBERED_MS = 24 * 3_600_000;

const refusalSchema = z.object({ version: z.string(), refusedAtMs: z.number(), reason: z.string() });

/** A download of the official Electron that failed, remembered so that each start does not wait for it again. */
export type Refusal = z.infer<typeof refusalSchema>;

/** True unless the same version was refused less than a day ago; a clock set back forgets the refusal. */
export function shouldTryDownload(refusal: Refusal | null, version: string, nowMs: number): boolean {
  if (refusal === null || refusal.version !== version) return true;
  const ageMs = nowMs - refusal.refusedAtMs;
  return ageMs < 0 || ageMs >= REMEMBERED_MS;
}

export function refusalPath(cacheFolder: string): string {
  return path.join(cacheFolder, 'official-download-refused.json');
}

/** The remembered refusal; null when there is none or the file cannot be understood. */
export async function readRefusal(cacheFolder: string): Promise<Refusal | null> {
  try {
    return refusalSchema.parse(JSON.parse(await readFile(refusalPath(cacheFolder), 'utf8')));
  } catch {
    // A missing or damaged note costs one more try, nothing else.
    return null;
  }
}

export async function rememberRefusal(cacheFolder: string, refusal: Refusal): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(refusalPath(cacheFolder), JSON.stringify(refusal));
}

export async function forgetRefusal(cacheFolder: string): Promise<void> {
  await rm(refusalPath(cacheFolder), { force: true });
}

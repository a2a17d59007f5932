import { chmod, rename, rm, writeFile } from 'node:fs/promises';

/** A file of its owner alone, whole or not at all: what stood there before stays until the new one is on the disk. Throws the system's error. */
export async function writeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const aside = `${file}.new`;
  try {
    await writeFile(aside, bytes, { mode: 0o600, flush: true });
    // A mode given to a file that is already there changes nothing.
    await chmod(aside, 0o600);
    await rename(aside, file);
  } catch (cause) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw cause;
  }
}

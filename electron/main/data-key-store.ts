import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { writeWholeFile } from './write-whole-file.ts';

const KEY_BYTES = 32;

export interface DataKeyStore {
  /** `keystore`: sealed by the operating system; `keyFile`: a file only its owner may read, which the desk shows as unprotected. */
  readonly protection: 'keystore' | 'keyFile';
  /** The 32-byte data key, or null when this PC has none yet. */
  load(): Promise<Uint8Array | null>;
  store(dataKey: Uint8Array): Promise<void>;
}

/** On Linux without a running keyring Electron "encrypts" with a fixed word: that is no protection and is not called one. */
function keystoreIsReal(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Keeps the data key in `folder`, sealed by the keystore where there is one. Call after the app is ready. */
export function openDataKeyStore(folder: string): DataKeyStore {
  const sealedFile = join(folder, 'data-key.sealed');
  const plainFile = join(folder, 'data-key');
  const real = keystoreIsReal();

  const writeWhole = async (file: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWholeFile(file, bytes);
  };

  const store = async (dataKey: Uint8Array): Promise<void> => {
    if (dataKey.byteLength !== KEY_BYTES) throw new Error(`a data key has ${KEY_BYTES} bytes`);
    if (!real) return writeWhole(plainFile, dataKey);
    await writeWhole(sealedFile, safeStorage.encryptString(Buffer.from(dataKey).toString('base64')));
    await rm(plainFile, { force: true });
  };

  return {
    protection: real ? 'keystore' : 'keyFile',
    store,
    async load() {
      const sealed = real ? await readIfThere(sealedFile) : null;
      if (sealed) {
        try {
          return new Uint8Array(Buffer.from(safeStorage.decryptString(sealed), 'base64'));
        } catch {
          // Sealed by another account or PC: the recovery key is the way in, and the core asks for it.
          return null;
        }
      }
      const plain = await readIfThere(plainFile);
      if (!plain || plain.byteLength !== KEY_BYTES) return null;
      const dataKey = new Uint8Array(plain);
      if (real) await store(dataKey);
      return dataKey;
    },
  };
}

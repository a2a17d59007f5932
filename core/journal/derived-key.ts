import { hkdfSync } from 'node:crypto';

export const DATA_KEY_BYTES = 32;

/** One key per purpose, derived from the data key by HKDF-SHA256, so that no key does two kinds of work. */
export type KeyPurpose = 'journal' | 'field' | 'fieldNonce' | 'fieldLookup' | 'keyCheck';

/** Throws where the data key is not 32 bytes. */
export function derivedKey(dataKey: Uint8Array, purpose: KeyPurpose): Uint8Array {
  if (dataKey.length !== DATA_KEY_BYTES) throw new RangeError(`a data key has ${DATA_KEY_BYTES} bytes`);
  return new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(0), `counterpart/${purpose}/1`, 32));
}

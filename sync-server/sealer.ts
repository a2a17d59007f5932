import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** Seals bytes for one purpose and one place; what was moved or changed does not open. */
export interface Sealer {
  /** nonce · ciphertext · tag, bound to `place`. */
  seal(plain: Uint8Array, place: Uint8Array): Uint8Array;
  /** Throws when the bytes were changed, moved to another place, or the key is another one. */
  open(sealed: Uint8Array, place: Uint8Array): Uint8Array;
}

export type KeyPurpose = 'events' | 'people' | 'quarantine' | 'tokens';

/** A key for one purpose, 32 bytes: no two purposes share one. */
export function keyFor(masterKey: Uint8Array, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), `counterpart/server/${purpose}/1`, 32));
}

export function createSealer(masterKey: Uint8Array, purpose: KeyPurpose): Sealer {
  const key = keyFor(masterKey, purpose);
  return {
    seal(plain, place) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(place);
      const body = cipher.update(plain);
      cipher.final();
      return Buffer.concat([nonce, body, cipher.getAuthTag()]);
    },
    open(sealed, place) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(place);
      decipher.setAuthTag(sealed.subarray(-TAG));
      const body = decipher.update(sealed.subarray(NONCE, -TAG));
      decipher.final();
      return body;
    },
  };
}

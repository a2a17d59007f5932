import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

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
  // Made known once: handing over the bare bytes costs more than sealing a note.
  const key = createSecretKey(keyFor(masterKey, purpose));
  return {
    seal(plain, place) {
      const nonce = freshNonce();
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

const POOL_BYTES = 8_190;
let pool = new Uint8Array(0);
let used = 0;

/** Twelve random bytes; asking the system for a few at a time costs more than the bytes, and each is given out once. */
function freshNonce(): Uint8Array {
  if (used + NONCE > pool.length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += NONCE;
  return pool.subarray(used - NONCE, used);
}

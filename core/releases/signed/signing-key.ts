import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  scryptSync,
  sign,
} from 'node:crypto';
import type { Ids } from '#core/ids.ts';
import { canonicalBytes } from '#ledger/canonical.ts';

const SEED_BYTES = 32;
/** What stands before the seed in the PKCS#8 form of an Ed25519 key. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** As for PINs; what comes out is sealed with the data key of the desk on top. */
const COST = { N: 16_384, r: 8, p: 1 } as const;
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const ASSOCIATED = Buffer.from('counterpart/signing-key/1', 'latin1');

/** One Ed25519 key pair that signs metadata of releases. */
export interface SigningKey {
  /** SHA-256 of the public half in the form that root metadata lists it; names the key everywhere. */
  readonly keyId: string;
  /** The raw public key, 32 bytes in hex. */
  readonly publicHex: string;
  /** The signature over the bytes, in hex. */
  sign(bytes: Uint8Array): string;
}

export const newSeed = (ids: Ids): Uint8Array => ids.bytes(SEED_BYTES);

/** The seed of the offline root key, from the 20 bytes that are printed and locked away. */
export function rootSeed(printed: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', printed, Buffer.alloc(0), 'counterpart/root-key/1', SEED_BYTES));
}

export function signingKey(seed: Uint8Array): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const publicHex = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return {
    keyId: keyIdOf(publicHex),
    publicHex,
    sign: (bytes) => sign(null, bytes, key).toString('hex'),
  };
}

/** A key as root metadata lists it. */
export function listedKey(publicHex: string) {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } };
}

export function keyIdOf(publicHex: string): string {
  return createHash('sha256')
    .update(canonicalBytes(listedKey(publicHex)))
    .digest('hex');
}

/** Salt, nonce, the seed under AES-256-GCM with a key that scrypt makes of the PIN, tag; in base64. */
export function sealSeed(seed: Uint8Array, pin: string, ids: Ids): string {
  const salt = ids.bytes(SALT);
  const nonce = ids.bytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', pinKey(pin, salt), nonce, { authTagLength: TAG });
  cipher.setAAD(ASSOCIATED);
  const body = Buffer.concat([cipher.update(seed), cipher.final()]);
  return Buffer.concat([salt, nonce, body, cipher.getAuthTag()]).toString('base64');
}

/** Null where this PIN does not open it. */
export function openSeed(sealed: string, pin: string): Uint8Array | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length !== SALT + NONCE + SEED_BYTES + TAG) return null;
  const nonce = bytes.subarray(SALT, SALT + NONCE);
  const key = pinKey(pin, bytes.subarray(0, SALT));
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(ASSOCIATED);
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(SALT + NONCE, -TAG)), decipher.final()]));
  } catch {
    // GCM says no more than that the two do not fit.
    return null;
  }
}

function pinKey(pin: string, salt: Uint8Array): Uint8Array {
  return scryptSync(pin, salt, 32, COST);
}

import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

/**
 * The recovery key as it is printed: 160 random bits as 32 characters and 3 characters of checksum, in seven groups of five.
 * The alphabet (Crockford's) leaves out I, L, O and U, so that handwriting and bad printers cannot mislead.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 20;
const SECRET_CHARACTERS = 32;
const CHECK_CHARACTERS = 3;
const GROUP = 5;

const VERSION = 1;
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const ASSOCIATED = Buffer.from('counterpart/recovery/1', 'latin1');

export type RecoveryKeyReading =
  | { readonly outcome: 'read'; readonly secret: Uint8Array }
  /** `position` counts from 1 over letters and digits; null where all are possible but they do not fit together. */
  | { readonly outcome: 'misspelt'; readonly position: number | null }
  | { readonly outcome: 'wrongLength'; readonly expected: number; readonly found: number };

/** Prints 20 random bytes as a recovery key, like `7K2M9-…-4QW0T`. */
export function printRecoveryKey(secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError(`a recovery key has ${SECRET_BYTES} bytes`);
  const characters = encode(secret) + checkOf(secret);
  return (characters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

export function makeRecoverySecret(randomBytes: (count: number) => Uint8Array): Uint8Array {
  return randomBytes(SECRET_BYTES);
}

/** Reads what a person typed: small letters, spaces, dashes, full-width characters, O for 0 and I or L for 1 are understood. */
export function readRecoveryKey(typed: string): RecoveryKeyReading {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Po}_−ー]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const strange = [...characters].findIndex((character) => !ALPHABET.includes(character));
  if (strange >= 0) return { outcome: 'misspelt', position: strange + 1 };
  const expected = SECRET_CHARACTERS + CHECK_CHARACTERS;
  if (characters.length !== expected) return { outcome: 'wrongLength', expected, found: characters.length };
  const secret = decode(characters.slice(0, SECRET_CHARACTERS));
  if (checkOf(secret) !== characters.slice(SECRET_CHARACTERS)) return { outcome: 'misspelt', position: null };
  return { outcome: 'read', secret };
}

/** Version (1 byte), HKDF salt (16), nonce (12), the data key under AES-256-GCM, tag (16). */
export function wrapDataKey(
  dataKey: Uint8Array,
  secret: Uint8Array,
  randomBytes: (count: number) => Uint8Array,
): Uint8Array {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(secret, salt), nonce, { authTagLength: TAG });
  cipher.setAAD(ASSOCIATED);
  const body = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), salt, nonce, body, cipher.getAuthTag()]);
}

/** Null where this secret does not belong to this wrapping, or the wrapping is damaged. */
export function unwrapDataKey(wrapped: Uint8Array, secret: Uint8Array): Uint8Array | null {
  const start = 1 + SALT + NONCE;
  if (wrapped[0] !== VERSION || wrapped.length <= start + TAG) return null;
  const key = wrappingKey(secret, wrapped.subarray(1, 1 + SALT));
  const nonce = wrapped.subarray(1 + SALT, start);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(ASSOCIATED);
  decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG));
  try {
    return new Uint8Array(
      Buffer.concat([decipher.update(wrapped.subarray(start, wrapped.length - TAG)), decipher.final()]),
    );
  } catch {
    // GCM says no more than that the two do not fit, and no more is to be told.
    return null;
  }
}

/** 160 random bits need no slow derivation. */
function wrappingKey(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, ASSOCIATED, 32));
}

function checkOf(secret: Uint8Array): string {
  const digest = createHash('sha256').update('counterpart/recovery/check\n').update(secret).digest();
  return encode(digest).slice(0, CHECK_CHARACTERS);
}

function encode(bytes: Uint8Array): string {
  let out = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET.charAt((held >> bits) & 31);
    }
  }
  return out;
}

function decode(characters: string): Uint8Array {
  const out = new Uint8Array(SECRET_BYTES);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of characters) {
    held = ((held << 5) | ALPHABET.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    out[at] = (held >> bits) & 255;
    at += 1;
  }
  return out;
}

import { hash, timingSafeEqual } from 'node:crypto';

/** Salts are 32 random bytes, one per event. Without the salt a commitment says nothing about its payload. */
export const SALT_BYTES = 32;

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;

/** Used anew by every call; the bytes of the padding behind the salt's never change. */
let inner = Buffer.alloc(4_096, 0x36);
const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES, 0x5c);

/**
 * HMAC-SHA256 with the salt as key over the canonical JSON of the payload, 32 bytes; made from its two hashes (RFC 2104): with a key used once, node's createHmac spends eight times as long on making the key
 * known as on the work. A test holds it against createHmac.
 */
export function commitmentOfBytes(salt: Uint8Array, canonicalPayload: Uint8Array): Uint8Array {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes`);
  const innerLength = BLOCK_BYTES + canonicalPayload.length;
  if (innerLength > inner.length) inner = Buffer.alloc(innerLength * 2, 0x36);
  for (let at = 0; at < SALT_BYTES; at += 1) {
    inner[at] = 0x36 ^ (salt[at] ?? 0);
    outer[at] = 0x5c ^ (salt[at] ?? 0);
  }
  inner.set(canonicalPayload, BLOCK_BYTES);
  outer.write(hash('sha256', inner.subarray(0, innerLength), 'hex'), BLOCK_BYTES, 'hex');
  return Buffer.from(hash('sha256', outer, 'hex'), 'hex');
}

export function commits(stored: Uint8Array, salt: Uint8Array, canonicalPayload: Uint8Array): boolean {
  const computed = commitmentOfBytes(salt, canonicalPayload);
  return stored.length === computed.length && timingSafeEqual(stored, computed);
}

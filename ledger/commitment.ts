import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalBytes } from './canonical.ts';

/** Salts are 32 random bytes, one per event. Without the salt a commitment says nothing about its payload. */
export const SALT_BYTES = 32;

/** HMAC-SHA256 with the salt as key over the canonical JSON of the payload: 32 bytes. */
export function commitment(salt: Uint8Array, payload: unknown): Uint8Array {
  return commitmentOfBytes(salt, canonicalBytes(payload));
}

export function commitmentOfBytes(salt: Uint8Array, canonicalPayload: Uint8Array): Uint8Array {
  return createHmac('sha256', salt).update(canonicalPayload).digest();
}

export function commits(stored: Uint8Array, salt: Uint8Array, canonicalPayload: Uint8Array): boolean {
  const computed = commitmentOfBytes(salt, canonicalPayload);
  return stored.length === computed.length && timingSafeEqual(stored, computed);
}

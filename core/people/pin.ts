import { scryptSync, timingSafeEqual } from 'node:crypto';
import type { Ids } from '../ids.ts';

const COST = { N: 16_384, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** The PIN as `scrypt$salt$hash` (hex). */
export function hashPin(pin: string, ids: Ids): string {
  const salt = Buffer.from(ids.bytes(SALT_BYTES));
  return `scrypt$${salt.toString('hex')}$${scryptSync(pin, salt, HASH_BYTES, COST).toString('hex')}`;
}

/** Whether the PIN belongs to the hash; takes the same time for every wrong one. */
export function pinMatches(pin: string, pinHash: string): boolean {
  const [scheme, salt, hash] = pinHash.split('$');
  if (scheme !== 'scrypt' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'hex');
  return timingSafeEqual(scryptSync(pin, Buffer.from(salt, 'hex'), expected.length, COST), expected);
}

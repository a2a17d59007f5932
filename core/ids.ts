import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Where the core gets identifiers (UUIDv7, rising within a process) and random bytes from. */
export interface Ids {
  next(): string;
  bytes(count: number): Uint8Array;
}

const POOL_BYTES = 8_192;
let pool = new Uint8Array(0);
let used = 0;

/** Asking the generator for a few bytes at a time costs more than the bytes; every byte of the pool is given out once. */
function randomBytes(count: number): Uint8Array {
  if (count > POOL_BYTES / 8) return randomFillSync(new Uint8Array(count));
  if (used + count > pool.length) {
    pool = randomFillSync(new Uint8Array(POOL_BYTES));
    used = 0;
  }
  used += count;
  return pool.slice(used - count, used);
}

export const systemIds: Ids = {
  next: () => v7(),
  bytes: randomBytes,
};

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

let lastMs = 0;
let sequence = 0;

/** uuid's own generator state is skipped when it is given random bytes, so the rising sequence is kept here. */
function nextId(): string {
  const nowMs = Date.now();
  const random = randomBytes(16);
  if (nowMs > lastMs) {
    lastMs = nowMs;
    // 31 bits, so that counting up within the millisecond has room.
    sequence = ((random[0] ?? 0) << 23) | ((random[1] ?? 0) << 15) | ((random[2] ?? 0) << 7);
  } else {
    sequence += 1;
  }
  return v7({ msecs: lastMs, seq: sequence, random });
}

export const systemIds: Ids = {
  next: nextId,
  bytes: randomBytes,
};

import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Where the core gets identifiers (UUIDv7, rising within a process) and random bytes from. */
export interface Ids {
  next(): string;
  bytes(count: number): Uint8Array;
}

export const systemIds: Ids = {
  next: () => v7(),
  bytes: (count) => randomBytes(count),
};

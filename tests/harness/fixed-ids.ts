import { createHash } from 'node:crypto';
import type { Ids } from '#core/ids.ts';

/** Identifiers that are the same in every run: rising UUIDv7-shaped ids and bytes that follow from `seed`. */
export function fixedIds(seed = 'seed'): Ids {
  const family = createHash('sha256').update(seed).digest('hex').slice(0, 4);
  let nextId = 0;
  let nextBlock = 0;
  return {
    next() {
      nextId += 1;
      const digits = family + nextId.toString(16).padStart(8, '0');
      return `01930000-0000-7000-8000-${digits}`;
    },
    bytes(count) {
      const bytes = new Uint8Array(count);
      for (let at = 0; at < count; at += 32) {
        const block = createHash('sha256').update(`${seed}:${nextBlock}`).digest();
        nextBlock += 1;
        bytes.set(block.subarray(0, Math.min(32, count - at)), at);
      }
      return bytes;
    },
  };
}

import { hash } from 'node:crypto';

/** Everything of an event that its hash covers: all columns but payload and salt. */
export interface HashedColumns {
  readonly installId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly id: string;
  readonly atMs: number;
  readonly personId: string | null;
  /** Canonical JSON of the array, exactly as stored. */
  readonly subjectIds: string;
  readonly kind: string;
  readonly schemaVersion: number;
  readonly commitment: Uint8Array;
}

/** What stands before the first event. */
export const NO_EVENT_HASH: Uint8Array = new Uint8Array(32);

const TAG = Buffer.from('counterpart/event/1\n', 'latin1');
const NULL_LENGTH = 0xffff_ffff;
const FIXED_BYTES = TAG.length + 11 * 4 + 4 * 8;

let scratch = Buffer.alloc(4_096);
let at = 0;

/**
 * SHA-256 (32 bytes) over this layout; every field is a big-endian u32 length and then its bytes:
 *
 *   "counterpart/event/1\n"           no length
 *   previous hash                     32 bytes
 *   installId                         UTF-8
 *   epoch, seq                        8 bytes each, big-endian two's complement
 *   id                                UTF-8
 *   atMs                              8 bytes, as above
 *   personId                          UTF-8; null is the length 0xFFFFFFFF and no bytes
 *   subjectIds                        canonical JSON, UTF-8
 *   kind                              UTF-8
 *   schemaVersion                     8 bytes, as above
 *   commitment                        32 bytes
 */
export function eventHash(previousHash: Uint8Array, event: HashedColumns): Uint8Array {
  reserve(previousHash, event);
  at = TAG.copy(scratch, 0);
  bytes(previousHash);
  text(event.installId);
  integer(event.epoch);
  integer(event.seq);
  text(event.id);
  integer(event.atMs);
  if (event.personId === null) at = scratch.writeUInt32BE(NULL_LENGTH, at);
  else text(event.personId);
  text(event.subjectIds);
  text(event.kind);
  integer(event.schemaVersion);
  bytes(event.commitment);
  // By way of hex, which is twice as fast as asking for a buffer.
  return Buffer.from(hash('sha256', scratch.subarray(0, at), 'hex'), 'hex');
}

/** One buffer serves all calls (they are synchronous); a UTF-16 unit takes at most three bytes of UTF-8. */
function reserve(previousHash: Uint8Array, event: HashedColumns): void {
  const units =
    event.installId.length +
    event.id.length +
    (event.personId?.length ?? 0) +
    event.subjectIds.length +
    event.kind.length;
  const most = FIXED_BYTES + previousHash.length + event.commitment.length + units * 3;
  if (most > scratch.length) scratch = Buffer.alloc(most * 2);
}

function text(value: string): void {
  const length = scratch.write(value, at + 4, 'utf8');
  scratch.writeUInt32BE(length, at);
  at += 4 + length;
}

function bytes(value: Uint8Array): void {
  at = scratch.writeUInt32BE(value.length, at);
  scratch.set(value, at);
  at += value.length;
}

function integer(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer`);
  at = scratch.writeUInt32BE(8, at);
  at = scratch.writeInt32BE(Math.floor(value / 0x1_0000_0000), at);
  at = scratch.writeUInt32BE(value >>> 0, at);
}

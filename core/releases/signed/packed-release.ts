import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Release, releaseSchema } from '#contract/library/release.ts';
import { canonicalBytes } from '#ledger/canonical.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** About fifty times the wording that comes with the app. */
const LARGEST_BYTES = 128 * 1024 * 1024;

export async function packRelease(release: Release): Promise<{ plain: Uint8Array; packed: Uint8Array }> {
  const plain = canonicalBytes(release);
  // The level is fixed, so that two desks pack the same wording into the same bytes.
  const packed = await pack(plain, { level: 9 });
  // The tenth byte names the system that packed it, and would tell two desks apart.
  packed[9] = 255;
  return { plain, packed };
}

/** Throws where the bytes are not a packed release of this format. */
export async function unpackRelease(packed: Uint8Array): Promise<{ plain: Uint8Array; release: Release }> {
  const plain = await unpack(packed, { maxOutputLength: LARGEST_BYTES });
  const release = releaseSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)));
  return { plain, release };
}

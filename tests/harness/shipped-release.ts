import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '#contract/library/release.ts';
import { compileRelease } from '#tools/content/compile.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

/** Names the file that one compilation before all tests wrote; every test process reads it instead of the YAML. */
export const SHIPPED_RELEASE_FILE = 'COUNTERPART_TEST_RELEASE';

let bytes: Uint8Array | null = null;
let shipped: Release | null = null;

/** The canonical JSON of the release compiled from scripts-library. */
export function shippedReleaseBytes(): Uint8Array {
  bytes ??= readOrCompile();
  return bytes;
}

function readOrCompile(): Uint8Array {
  const file = process.env[SHIPPED_RELEASE_FILE];
  return file ? readFileSync(file) : compileRelease(loadLibrary(join(PROJECT_ROOT, 'scripts-library'))).bytes;
}

/** The release compiled from scripts-library. */
export function shippedRelease(): Release {
  shipped ??= JSON.parse(Buffer.from(shippedReleaseBytes()).toString()) as Release;
  return shipped;
}

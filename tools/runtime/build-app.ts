import { spawn } from 'node:child_process';
import { type Stats, statSync } from 'node:fs';
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
  'tools/content',
  'tools/content.ts',
  'electron.vite.config.ts',
  'package.json',
];
const OUTPUTS = ['out/library', 'out/main', 'out/preload', 'out/renderer'];

const STEPS = [
  { what: 'the library of lines', script: 'tools/content.ts', words: ['build'] },
  {
    what: 'the app',
    script: 'node_modules/electron-vite/bin/electron-vite.js',
    words: ['build', '--logLevel', 'warn'],
  },
];

/** Builds the app when there is no build or a source is newer than it. */
export async function ensureBuilt(projectRoot: string, say: (line: string) => void): Promise<void> {
  if (await isBuildFresh(projectRoot)) return;
  say('Building the app …');
  for (const step of STEPS) {
    const code = await runNode(projectRoot, [step.script, ...step.words]);
    if (code === 0) continue;
    throw new RuntimeFailure(`${step.what} could not be built; mend what the messages above name and start again.`);
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

/** Shows complaints only: what a step prints when all is well is for those who build by hand. */
function runNode(projectRoot: string, words: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: projectRoot, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

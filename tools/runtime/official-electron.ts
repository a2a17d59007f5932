import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorLine, runCommand } from './run-command.ts';
import { RuntimeFailure } from './runtime-failure.ts';

const STALLED_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 1_000;
const SAY_EVERY_MS = 10_000;

/** Where Electron's executable lies inside its folder. */
export function executableInDist(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

export async function wantedElectronVersion(projectRoot: string): Promise<string> {
  const packagePath = path.join(projectRoot, 'node_modules', 'electron', 'package.json');
  try {
    const { version } = JSON.parse(await readFile(packagePath, 'utf8')) as { version: string };
    return version;
  } catch {
    throw new RuntimeFailure('the packages are not installed; run `npm ci` in the project folder first.');
  }
}

/**
 * The executable of an official Electron that is already here: the folder ELECTRON_OVERRIDE_DIST_PATH names, or the
 * one a finished installation left in node_modules. Null when there is none.
 */
export async function findOfficialElectron(projectRoot: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const executable = executableInDist(process.platform);
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const chosen = path.resolve(override, executable);
    if (existsSync(chosen)) return chosen;
    throw new RuntimeFailure(
      `ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron (${chosen} is missing); correct it or unset it.`,
    );
  }
  const home = path.join(projectRoot, 'node_modules', 'electron');
  // Electron's installer writes path.txt last: a dist folder without it is half unpacked.
  const installed = path.join(home, 'dist', executable);
  if (!existsSync(path.join(home, 'path.txt')) || !existsSync(installed)) return null;
  const version = await readFile(path.join(home, 'dist', 'version'), 'utf8').catch(() => '');
  return version.trim().replace(/^v/, '') === (await wantedElectronVersion(projectRoot)) ? installed : null;
}

/**
 * Lets Electron's own installer download and check the official build. It may take as long as bytes keep coming; when
 * nothing moves for 20 s it is stopped. Answers null on success, otherwise the reason in a few words.
 */
export async function downloadOfficialElectron(
  projectRoot: string,
  cacheFolder: string,
  say: (line: string) => void,
  stalledAfterMs = STALLED_AFTER_MS,
): Promise<string | null> {
  await mkdir(cacheFolder, { recursive: true });
  const home = path.join(projectRoot, 'node_modules', 'electron');
  const temporary = await mkdtemp(path.join(cacheFolder, 'preparing-official-'));
  let seenBytes = 0;
  let movedAtMs = 0;
  let saidAtMs = 0;
  try {
    const result = await runCommand(process.execPath, [path.join(home, 'install.js')], {
      cwd: projectRoot,
      // A temporary folder of its own, so that its growth shows whether the download is alive.
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      watch: {
        everyMs: LOOK_EVERY_MS,
        look: async (elapsedMs) => {
          const bytes = (await folderBytes(temporary)) + (await folderBytes(path.join(home, 'dist')));
          if (bytes !== seenBytes) movedAtMs = elapsedMs;
          seenBytes = bytes;
          if (bytes > 0 && elapsedMs - saidAtMs >= SAY_EVERY_MS) {
            saidAtMs = elapsedMs;
            say(`  … ${Math.round(bytes / 1e6)} MB on disk after ${Math.round(elapsedMs / 1000)} s`);
          }
          return elapsedMs - movedAtMs > stalledAfterMs ? 'stop' : undefined;
        },
      },
    });
    if (result.code === 0) return null;
    return result.stopped ? `no answer for ${Math.round(stalledAfterMs / 1000)} s` : errorLine(result.stderr);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const found = await stat(path.join(entry.parentPath, entry.name)).catch(() => null);
    bytes += found?.size ?? 0;
  }
  return bytes;
}

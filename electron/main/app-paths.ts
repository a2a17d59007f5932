import { isAbsolute, join, resolve } from 'node:path';
import { app } from 'electron';
import type { ChildTask } from '#contract/host.ts';

export interface AppPaths {
  /** Database, head file and backups. */
  dataDir: string;
  /** Keys that the keystore seals, apart from the data so that a copied data folder has no key beside it. */
  keyDir: string;
  logDir: string;
  windowPlaceFile: string;
  quickBarFile: string;
  rendererRoot: string;
  preloadFile: string;
  counterPreloadFile: string;
  quickBarPreloadFile: string;
  coreEntryFile: string;
  verifyWorkerFile: string;
  /** Modules that run in processes of their own for imports and exports. */
  childFiles: Readonly<Record<ChildTask, string>>;
  starterReleaseFile: string;
  iconFile: string;
  /** Compiled code of the core, kept from start to start. */
  codeCacheDir: string;
  /** External Node for the core: bundled beside the app, or named by the start tool. */
  nodePath: string | null;
}

/** Files that run in another process must be real files, which an archive does not hold. */
function unpacked(file: string): string {
  return file.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
}

/** Every path the app uses. `--data-dir=` and `COUNTERPART_DATA_DIR` move the data folder (absolute, or from the working folder). */
export function appPaths(bundledNode: string | null): AppPaths {
  const userData = app.getPath('userData');
  const chosen = app.commandLine.getSwitchValue('data-dir') || process.env.COUNTERPART_DATA_DIR;
  const out = join(app.getAppPath(), 'out');
  return {
    dataDir: chosen ? (isAbsolute(chosen) ? chosen : resolve(chosen)) : join(userData, 'data'),
    keyDir: join(userData, 'keys'),
    logDir: join(userData, 'logs'),
    windowPlaceFile: join(userData, 'window.json'),
    quickBarFile: join(userData, 'quick-bar.json'),
    rendererRoot: join(out, 'renderer'),
    preloadFile: join(out, 'preload', 'index.cjs'),
    counterPreloadFile: join(out, 'preload', 'counter.cjs'),
    quickBarPreloadFile: join(out, 'preload', 'quick-bar.cjs'),
    coreEntryFile: unpacked(join(out, 'main', 'core.js')),
    verifyWorkerFile: unpacked(join(out, 'main', 'verify-worker.js')),
    childFiles: {
      parse: unpacked(join(out, 'main', 'parse-child.js')),
      export: unpacked(join(out, 'main', 'export-child.js')),
    },
    starterReleaseFile: unpacked(join(out, 'library', 'starter-release.json')),
    iconFile: join(out, 'renderer', 'icon.png'),
    codeCacheDir: join(userData, 'compiled'),
    nodePath: process.env.COUNTERPART_NODE || bundledNode,
  };
}

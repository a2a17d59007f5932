import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exclusively } from '../runtime/exclusive.ts';
import { PROJECT_ROOT, type Runtime } from '../runtime/provision.ts';
import { packApp } from './pack-app.ts';

const FOLDER = path.join(PROJECT_ROOT, 'dist', 'e2e');
const SIGN = path.join(FOLDER, 'packed.json');
const MARK = 'NOT-FOR-RELEASE.txt';
/** What a packed app is made from; anything newer than the packed app makes it old. */
const MADE_FROM = ['out', 'electron/build-resources', 'electron-builder.yml', 'package.json', 'tools/package'];

/** The unpacked-on-disk app of `npm run package -- --dir`. */
export interface PackedApp {
  folder: string;
  executable: string;
  resources: string;
}

/**
 * Packs the built app with the Electron of this machine into dist/e2e, for tests. It carries a Node beside the app where
 * that Electron is too old to run the core itself, and says in a file and in its version that it is not for release.
 */
export async function packForTests(runtime: Runtime): Promise<PackedApp> {
  await rm(FOLDER, { recursive: true, force: true });
  const { version } = JSON.parse(await readFile(path.join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  const mark = path.join(FOLDER, 'mark', MARK);
  await mkdir(path.dirname(mark), { recursive: true });
  await writeFile(
    mark,
    `Made for tests with Electron ${runtime.electronVersion} (${runtime.source}). Do not hand out.\n`,
  );
  await packApp({
    targets: ['dir'],
    electronPath: runtime.electronPath,
    electronVersion: runtime.electronVersion,
    change: {
      extraMetadata: { version: `${version}-e2e` },
      directories: { output: FOLDER },
      compression: 'store',
      extraResources: [
        { from: mark, to: MARK },
        ...(runtime.nodePath === null ? [] : [{ from: runtime.nodePath, to: path.basename(runtime.nodePath) }]),
      ],
    },
  });
  await writeFile(SIGN, JSON.stringify({ electron: runtime.electronVersion, source: runtime.source }));
  return packedApp();
}

/** The packed app for tests, packed anew only when something it is made from changed. Safe from several processes. */
export async function ensurePackedForTests(runtime: Runtime): Promise<PackedApp> {
  return exclusively(
    FOLDER,
    () => undefined,
    async () => (isFresh() ? packedApp() : packForTests(runtime)),
  );
}

function isFresh(): boolean {
  const packed = statSync(SIGN, { throwIfNoEntry: false });
  return packed !== undefined && MADE_FROM.every((name) => newestAtMs(path.join(PROJECT_ROOT, name)) < packed.mtimeMs);
}

function newestAtMs(place: string): number {
  const found = statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(place).map((name) => newestAtMs(path.join(place, name))));
}

function packedApp(): PackedApp {
  const unpacked = readdirSync(FOLDER).find((name) => name.endsWith('unpacked') || name.startsWith('mac'));
  if (unpacked === undefined) throw new Error(`electron-builder left no app in ${FOLDER}`);
  const folder = path.join(FOLDER, unpacked);
  const bundle = path.join(folder, '口径通.app', 'Contents');
  if (existsSync(bundle)) {
    return { folder, executable: path.join(bundle, 'MacOS', '口径通'), resources: path.join(bundle, 'Resources') };
  }
  const program = process.platform === 'win32' ? 'counterpart.exe' : 'counterpart';
  return { folder, executable: path.join(folder, program), resources: path.join(folder, 'resources') };
}

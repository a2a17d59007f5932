import path from 'node:path';
import { runtimeCacheFolder } from '../runtime/cache-folder.ts';
import { downloadOfficialElectron, findOfficialElectron, wantedElectronVersion } from '../runtime/official-electron.ts';
import { RuntimeFailure } from '../runtime/runtime-failure.ts';

/**
 * The Electron that is handed out: exactly the official build of the version package.json pins, never another that
 * happens to be on this machine. Throws RuntimeFailure where it cannot be had.
 */
export async function releaseElectron(
  projectRoot: string,
  say: (line: string) => void,
  download: typeof downloadOfficialElectron = downloadOfficialElectron,
): Promise<{ electronPath: string; electronVersion: string }> {
  const electronVersion = await wantedElectronVersion(projectRoot);
  // An empty environment: what a developer puts in the place of Electron is not for release.
  const installed = await findOfficialElectron(projectRoot, {});
  if (installed !== null) return { electronPath: installed, electronVersion };
  say(`Downloading the official Electron ${electronVersion} …`);
  const cacheFolder = path.join(runtimeCacheFolder(), 'release');
  const refused = await download(projectRoot, cacheFolder, say);
  const downloaded = refused === null ? await findOfficialElectron(projectRoot, {}) : null;
  if (downloaded !== null) return { electronPath: downloaded, electronVersion };
  throw new RuntimeFailure(
    `an installer needs the official Electron ${electronVersion}, which could not be downloaded (${refused ?? 'its installer left none behind'}); ` +
      'allow access to github.com or name a mirror in ELECTRON_MIRROR, or pack a copy for tests with `npm run package -- --dir`.',
  );
}

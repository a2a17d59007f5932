import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type Configuration, Platform } from 'electron-builder';
import { PROJECT_ROOT } from '../runtime/provision.ts';

export interface PackOptions {
  /** `dir` for a folder that runs, or nothing for the installers electron-builder.yml names for this system. */
  targets: readonly string[];
  /** The executable of the Electron to pack. */
  electronPath: string;
  electronVersion: string;
  /** Laid over electron-builder.yml. */
  change?: Configuration;
}

/** Runs electron-builder over the built app with an Electron that lies on this disk; answers the files made. */
export async function packApp(options: PackOptions): Promise<string[]> {
  return build({
    projectDir: PROJECT_ROOT,
    targets: Platform.current().createTarget([...options.targets]),
    publish: 'never',
    config: {
      electronVersion: options.electronVersion,
      electronDist: electronFolder(options.electronPath),
      afterExtract: ({ appOutDir }) => removeStartHelpers(appOutDir),
      ...options.change,
    },
  });
}

/** The folder of a whole Electron, which on macOS holds an application bundle. */
function electronFolder(electronPath: string): string {
  const bundle = /^(.*)[\\/]Electron\.app[\\/]/.exec(electronPath)?.[1];
  return bundle ?? path.dirname(electronPath);
}

/** What makes a bare Electron start a folder named on the command line has no place in an app. */
async function removeStartHelpers(appOutDir: string): Promise<void> {
  const names = ['resources/app', 'resources/default_app.asar', 'prepared.json', 'version', 'path.txt'];
  await Promise.all(names.map((name) => rm(path.join(appOutDir, name), { recursive: true, force: true })));
}

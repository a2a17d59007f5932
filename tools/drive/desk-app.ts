import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { launchEnvironment } from '../runtime/launch.ts';
import { gatherLaunchFacts, launchArguments } from '../runtime/launch-arguments.ts';
import { PROJECT_ROOT, type Runtime } from '../runtime/provision.ts';

export interface DeskFolders {
  /** Electron's own folder: keys, logs, window place and, unless moved, the data. */
  userData: string;
  remove(): void;
}

/** A fresh folder for one desk, outside the project. */
export function makeDeskFolders(): DeskFolders {
  const userData = mkdtempSync(join(tmpdir(), 'counterpart-desk-'));
  return { userData, remove: () => rmSync(userData, { recursive: true, force: true, maxRetries: 5 }) };
}

export interface DeskAppOptions {
  runtime: Runtime;
  display: string;
  userData: string;
  /** A folder with package.json and built output; the project itself by default. */
  appFolder?: string;
  width?: number;
  height?: number;
  switches?: readonly string[];
}

export interface DeskApp {
  app: ElectronApplication;
  page: Page;
  close(): Promise<void>;
}

/** Starts the real app on a virtual display and waits for its first window. */
export async function startDeskApp(options: DeskAppOptions): Promise<DeskApp> {
  const env = {
    ...launchEnvironment(options.runtime),
    DISPLAY: options.display,
    LANG: 'zh_CN.UTF-8',
    TZ: 'Asia/Shanghai',
  };
  const facts = gatherLaunchFacts(options.runtime.electronPath, env, true);
  const app = await electron.launch({
    executablePath: options.runtime.electronPath,
    args: [
      ...launchArguments(facts),
      `--user-data-dir=${options.userData}`,
      ...(options.switches ?? []),
      options.appFolder ?? PROJECT_ROOT,
    ],
    env,
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  if (options.width && options.height) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width: options.width, height: options.height },
    );
  }
  return { app, page, close: () => app.close() };
}

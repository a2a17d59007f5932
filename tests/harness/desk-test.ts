import { test as base } from '@playwright/test';
import { type DeskApp, type DeskFolders, makeDeskFolders, startDeskApp } from '#tools/drive/desk-app.ts';
import { provisionRuntime, type Runtime } from '#tools/runtime/provision.ts';
import { startVirtualDisplay } from '#tools/runtime/virtual-display.ts';

interface WorkerFixtures {
  runtime: Runtime;
  display: string;
}
interface TestFixtures {
  folders: DeskFolders;
  /** Starts (again) the app over this test's folders; every app still running at the end is closed. */
  startDesk(options?: {
    width?: number;
    height?: number;
    switches?: readonly string[];
    /** The folder of another desk. */
    userData?: string;
    /** Another runtime than this machine's, such as one with a clock of its own. */
    runtime?: Runtime;
  }): Promise<DeskApp>;
}

/** Playwright's `test` with the real app: one display a worker (a shared one shares the clipboard), one data folder a test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  runtime: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter as the list of fixtures wanted
    async ({}, use) => use(await provisionRuntime({ virtualDisplay: true })),
    { scope: 'worker', timeout: 300_000 },
  ],
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter as the list of fixtures wanted
    async ({}, use) => {
      const screen = await startVirtualDisplay({ width: 1600, height: 1000, depth: 24 });
      await use(screen.display);
      await screen.stop();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter as the list of fixtures wanted
  folders: async ({}, use) => {
    const folders = makeDeskFolders();
    await use(folders);
    folders.remove();
  },
  startDesk: async ({ runtime, display, folders }, use) => {
    const started: DeskApp[] = [];
    await use(async (options = {}) => {
      const desk = await startDeskApp({ runtime, display, userData: folders.userData, ...options });
      started.push(desk);
      return desk;
    });
    for (const desk of started) await desk.close().catch(() => undefined);
  },
});
export { expect } from '@playwright/test';

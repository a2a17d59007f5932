import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Settings } from '#contract/settings.ts';
import { makeDeskFolders, startDeskApp } from './drive/desk-app.ts';
import { olderRelease } from './drive/older-release.ts';
import { seedDesk } from './drive/seed-desk.ts';
import { ensureBuilt } from './runtime/build-app.ts';
import { PROJECT_ROOT, provisionRuntime } from './runtime/provision.ts';
import { runAsCommand } from './runtime/runtime-failure.ts';
import { startVirtualDisplay } from './runtime/virtual-display.ts';
import { writeContactSheet } from './screens/contact-sheet.ts';
import { looks } from './screens/looks.ts';
import type { Scene, Stage } from './screens/scene.ts';
import { scenes } from './screens/scenes.ts';

const folder = join(PROJECT_ROOT, 'screens');
const wanted = process.argv.slice(2);
const say = (line: string) => console.log(line);

/** Makes the scene's desk in its folder. */
async function prepare(scene: Scene, userData: string, settings: Settings): Promise<Stage> {
  const seed = () =>
    seedDesk(
      userData,
      scene.role,
      async (client) => {
        await client.settings.change(settings);
        await scene.seed?.(client, userData);
      },
      scene.older ? olderRelease(userData) : undefined,
    );
  if (scene.stage) return await scene.stage(userData, seed);
  await seed();
  return {};
}

/** Waits for the desk, or the cards of the sign-in screen: what takes keys from here on. */
const deskIsUp = (page: Page): Promise<void> =>
  page.getByRole('combobox').or(page.getByRole('listitem')).first().waitFor();

/** A desk that does not come up looks as it did when it was last open. */
async function lookAsBefore(page: Page, settings: Settings): Promise<void> {
  // What the first picture remembers comes before.
  await page.locator('main').first().waitFor();
  await page.evaluate((look) => localStorage.setItem('counterpart.look', look), JSON.stringify(settings));
  await page.reload();
}

/** Photographs the scenes whose names are given (all without a name) in every look, and puts them on contact sheets. */
await runAsCommand(async () => {
  const runtime = await provisionRuntime({ virtualDisplay: true, say });
  await ensureBuilt(PROJECT_ROOT, say);
  mkdirSync(folder, { recursive: true });
  const screen = await startVirtualDisplay({ width: 1600, height: 1000, depth: 24 });
  const shown = scenes.filter((scene) => wanted.length === 0 || wanted.some((word) => scene.name.includes(word)));
  try {
    for (const scene of shown) {
      if (scene.asRoot && process.getuid?.() !== 0) {
        say(`${scene.name}: left out, it takes root`);
        continue;
      }
      const shots: string[] = [];
      for (const [at, look] of looks.entries()) {
        const folders = makeDeskFolders();
        const { userData } = folders;
        const { switches = [], meanwhile, end } = await prepare(scene, userData, look.settings);
        const { width, height } = look;
        const desk = await startDeskApp({ runtime, display: screen.display, userData, width, height, switches });
        try {
          await desk.page.waitForLoadState('load');
          if (scene.stage) await lookAsBefore(desk.page, look.settings);
          else await deskIsUp(desk.page);
          meanwhile?.();
          await scene.act(desk.page);
          const file = join(folder, `${scene.name}-${look.name}.png`);
          const seen = scene.window ? await scene.window(desk.page) : desk.page;
          await seen.screenshot({ path: file });
          shots.push(file);
          if (at === looks.length - 1) {
            await writeContactSheet(
              desk.app,
              [shots.slice(0, 2), shots.slice(2)],
              join(folder, `sheet-${scene.name}.png`),
            );
          }
        } finally {
          await desk.close();
          await end?.();
          folders.remove();
        }
      }
      say(`${scene.name}: screens/sheet-${scene.name}.png`);
    }
  } finally {
    await screen.stop();
  }
  return 0;
});

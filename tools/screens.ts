import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeskFolders, startDeskApp } from './drive/desk-app.ts';
import { olderRelease } from './drive/older-release.ts';
import { seedDesk } from './drive/seed-desk.ts';
import { ensureBuilt } from './runtime/build-app.ts';
import { PROJECT_ROOT, provisionRuntime } from './runtime/provision.ts';
import { runAsCommand } from './runtime/runtime-failure.ts';
import { startVirtualDisplay } from './runtime/virtual-display.ts';
import { writeContactSheet } from './screens/contact-sheet.ts';
import { looks } from './screens/looks.ts';
import { scenes } from './screens/scenes.ts';

const folder = join(PROJECT_ROOT, 'screens');
const wanted = process.argv.slice(2);
const say = (line: string) => console.log(line);

/** Photographs the scenes whose names are given (all without a name) in every look, and puts them on contact sheets. */
await runAsCommand(async () => {
  const runtime = await provisionRuntime({ virtualDisplay: true, say });
  await ensureBuilt(PROJECT_ROOT, say);
  mkdirSync(folder, { recursive: true });
  const screen = await startVirtualDisplay({ width: 1600, height: 1000, depth: 24 });
  const shown = scenes.filter((scene) => wanted.length === 0 || wanted.some((word) => scene.name.includes(word)));
  try {
    for (const scene of shown) {
      const shots: string[] = [];
      for (const [at, look] of looks.entries()) {
        const folders = makeDeskFolders();
        await seedDesk(
          folders.userData,
          scene.role,
          async (client) => {
            await client.settings.change(look.settings);
            await scene.seed?.(client);
          },
          scene.older ? olderRelease(folders.userData) : undefined,
        );
        const { width, height } = look;
        const desk = await startDeskApp({
          runtime,
          display: screen.display,
          userData: folders.userData,
          width,
          height,
        });
        try {
          await desk.page.waitForLoadState('load');
          // The desk, or the cards of the sign-in screen: what takes keys from here on.
          await desk.page.getByRole('combobox').or(desk.page.getByRole('listitem')).first().waitFor();
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

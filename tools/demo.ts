import { join } from 'node:path';
import { leadConversation } from './demo/lead-conversation.ts';
import { createReel } from './demo/reel.ts';
import { makeDeskFolders, startDeskApp } from './drive/desk-app.ts';
import { seedDesk, settleRecoveryKey } from './drive/seed-desk.ts';
import { ensureBuilt } from './runtime/build-app.ts';
import { PROJECT_ROOT, provisionRuntime } from './runtime/provision.ts';
import { runAsCommand } from './runtime/runtime-failure.ts';
import { startVirtualDisplay } from './runtime/virtual-display.ts';

/** Does the main job in the real app over its embedded database, says how long each step took and photographs it. */
await runAsCommand(async () => {
  const say = (line: string) => console.log(line);
  const runtime = await provisionRuntime({ virtualDisplay: true, say });
  await ensureBuilt(PROJECT_ROOT, say);
  const screen = await startVirtualDisplay({ width: 1600, height: 1000, depth: 24 });
  const folders = makeDeskFolders();
  try {
    await seedDesk(folders.userData, 'agent', settleRecoveryKey);
    const started = performance.now();
    const desk = await startDeskApp({
      runtime,
      display: screen.display,
      userData: folders.userData,
      width: 1280,
      height: 800,
    });
    try {
      const reel = createReel(desk.page, join(PROJECT_ROOT, 'demo'), say, started);
      await leadConversation(desk, reel);
      reel.close();
    } finally {
      await desk.close();
    }
  } finally {
    await screen.stop();
    folders.remove();
  }
  return 0;
});

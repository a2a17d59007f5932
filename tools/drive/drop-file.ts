import type { Locator } from '@playwright/test';

/** Drops a file of this PC on a place of the page, as the system's file manager would. */
export async function dropFile(place: Locator, path: string): Promise<void> {
  const box = await place.boundingBox();
  if (!box) throw new Error('there is nowhere to drop a file');
  const page = place.page();
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: box.x + 40, y: box.y + 20, data });
  await devtools.detach();
}

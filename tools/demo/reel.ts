import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export interface Reel {
  /** Does one step and says how long it took; with a name the screen is photographed afterwards. */
  step(what: string, work: () => Promise<void>, picture?: string): Promise<void>;
  close(): void;
}

/** Counts and times the steps of a demonstration; pictures go into `folder`, which is emptied first. */
export function createReel(page: Page, folder: string, say: (line: string) => void, startedAt: number): Reel {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const digits = 2;
  let steps = 0;
  let pictures = 0;
  return {
    async step(what, work, picture) {
      const before = performance.now();
      await work();
      steps += 1;
      const took = `${Math.round(performance.now() - before)} ms`.padStart(8);
      say(`${String(steps).padStart(digits)}  ${took}  ${what}`);
      if (picture === undefined) return;
      pictures += 1;
      // What has just been done is on the screen once its motion is over.
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(folder, `${String(pictures).padStart(digits, '0')}-${picture}.png`) });
    },
    close() {
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      say(`${steps} steps in ${seconds} s; ${pictures} pictures in ${folder}`);
    },
  };
}

import type { Page } from '@playwright/test';
import { weekAtTheDesk } from '../drive/week-at-the-desk.ts';
import type { Scene } from './scene.ts';

/** Waits until nothing moves any more. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(600);

async function openInsight(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /洞察|Insight/ })
    .press('Enter');
  await page.getByRole('table').first().waitFor({ state: 'attached' });
  await settled(page);
}

/** What happened at the desk, as its lead and as an agent see it. */
export const insightScenes: readonly Scene[] = [
  { name: 'insight-lead', role: 'lead', seed: (client) => weekAtTheDesk(client), act: openInsight },
  {
    name: 'insight-report',
    role: 'lead',
    seed: (client) => weekAtTheDesk(client),
    async act(page) {
      await openInsight(page);
      await page.getByRole('button', { name: /导出|Export/ }).press('Enter');
      await page.getByRole('menuitem').nth(1).press('Enter');
      await page.getByRole('dialog').waitFor();
      await settled(page);
    },
  },
];

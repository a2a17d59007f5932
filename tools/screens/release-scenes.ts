import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import { openLibrary } from './exchange-scenes.ts';
import type { Scene } from './scene.ts';

const PIN = '271828';

/** Waits until nothing moves any more. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(350);

async function sign(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  await client.people.setPin({ pin: PIN });
  await client.releases.setUp({ pin: PIN });
}

/** Two lines are taken back, each with its reason, and one of them names what replaces it. */
async function withdraw(client: DeskClient): Promise<void> {
  await sign(client);
  const { hits } = await client.library.search({ text: '账单' });
  const [one, other, third] = hits.filter(({ kind }) => kind === 'line').map(({ entryId }) => entryId);
  if (!one || !other || !third) throw new Error('the library has too few lines on bills');
  await client.releases.propose({
    why: '账单口径按新流程收拢',
    withdraw: [
      { entryId: one, why: '查询入口搬到了手机应用里', replacedBy: third },
      { entryId: other, why: '这项活动结束了' },
    ],
    stages: [],
    pin: PIN,
  });
}

/** Whoever has a PIN is asked for it after a restart. */
async function enterPin(page: Page): Promise<void> {
  const card = page.getByRole('button', { name: /李蔚/ });
  if ((await page.getByRole('combobox').count()) > 0 || !(await card.isVisible())) return;
  await card.click();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox').waitFor();
}

const open = (button: RegExp) => async (page: Page) => {
  await enterPin(page);
  await openLibrary(page);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').locator('.late-appear').first().waitFor({ state: 'detached' });
  await settled(page);
};

/** What changed, as everybody reads it, and where leads publish. */
export const releaseScenes: readonly Scene[] = [
  { name: 'releases-changed', role: 'lead', seed: withdraw, act: open(/^(有什么变化|What changed)/) },
  { name: 'releases-set-up', role: 'lead', seed: settleRecoveryKey, act: open(/^(发布口径|Publish)$/) },
  { name: 'releases-publish', role: 'lead', seed: withdraw, act: open(/^(发布口径|Publish)$/) },
  {
    name: 'releases-back',
    role: 'lead',
    seed: withdraw,
    act: async (page) => {
      await open(/^(发布口径|Publish)$/)(page);
      await page.getByRole('button', { name: /^(回到以前的版本|Back to a former version)$/ }).click();
      await page.getByLabel(/^(为什么回去|Why you go back)/).fill('撤错了一条，先按上一版说。');
      await page.getByRole('button', { name: /^(看看会变什么|See what would change)$/ }).click();
      await page.getByRole('status').filter({ hasText: '2026' }).waitFor();
    },
  },
];

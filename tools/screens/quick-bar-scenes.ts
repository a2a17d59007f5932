import type { Page } from '@playwright/test';
import type { QuickBarPlace } from '#contract/quick-bar/terms.ts';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import type { Scene } from './scene.ts';

const settled = (page: Page): Promise<void> => page.waitForTimeout(400);
const isBar = (page: Page): boolean => page.url().includes('/quick-bar.html');

interface OpeningShell {
  changeQuickBar(change: { place: QuickBarPlace }): Promise<unknown>;
  openQuickBar(): Promise<void>;
}

/** Opens the bar as the settings do. */
async function openBar(page: Page, place: QuickBarPlace = 'floating'): Promise<void> {
  await page.evaluate(async (where) => {
    const shell = (globalThis as unknown as { counterpartShell: OpeningShell }).counterpartShell;
    await shell.changeQuickBar({ place: where });
    await shell.openQuickBar();
  }, place);
}

const barOf = (page: Page): Promise<Page> =>
  Promise.resolve(page.context().pages().find(isBar) ?? page.context().waitForEvent('page', { predicate: isBar }));

const searched =
  (text: string, place?: QuickBarPlace, then: (bar: Page) => Promise<void> = settled) =>
  async (page: Page): Promise<Page> => {
    await openBar(page, place);
    const bar = await barOf(page);
    await bar.getByRole('combobox').fill(text);
    await settled(bar);
    await then(bar);
    return bar;
  };

/** Somebody with a PIN is asked to sign in again; until then the bar looks as they left it. */
const nobody = async (client: DeskClient): Promise<void> => {
  await settleRecoveryKey(client);
  await client.people.setPin({ pin: '2468' });
};

/** The small window over other programs, afloat and at an edge. */
export const quickBarScenes: readonly Scene[] = [
  { name: 'quick-bar', role: 'agent', seed: settleRecoveryKey, act: settled, window: searched('wuxinhao') },
  {
    name: 'quick-bar-gap',
    role: 'agent',
    seed: settleRecoveryKey,
    act: settled,
    window: searched('让客户久等', 'floating', async (bar) => {
      await bar.keyboard.press('Enter');
      await settled(bar);
    }),
  },
  { name: 'quick-bar-at-hand', role: 'agent', seed: settleRecoveryKey, act: settled, window: searched('') },
  {
    name: 'quick-bar-nothing',
    role: 'agent',
    seed: settleRecoveryKey,
    act: settled,
    window: searched('量子纠缠退货'),
  },
  {
    name: 'quick-bar-edge',
    role: 'agent',
    seed: settleRecoveryKey,
    act: settled,
    window: searched('wuxinhao', 'right'),
  },
  {
    name: 'quick-bar-nobody',
    role: 'agent',
    seed: nobody,
    act: settled,
    window: async (page) => {
      await openBar(page);
      const bar = await barOf(page);
      await bar.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await settled(bar);
      return bar;
    },
  },
  {
    name: 'settings-quick-bar',
    role: 'agent',
    seed: settleRecoveryKey,
    act: async (page) => {
      await page.getByRole('button', { name: /^设置$|^Settings$/ }).click();
      await page.getByRole('radio', { name: /^快查窗$|^Quick bar$/ }).click();
      await settled(page);
    },
  },
];

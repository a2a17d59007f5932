import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import { conversationScenes } from './conversation-scenes.ts';
import { exchangeScenes } from './exchange-scenes.ts';
import { incidentScenes } from './incident-scenes.ts';
import { insightScenes } from './insight-scenes.ts';
import { libraryScenes } from './library-scenes.ts';
import { privacyScenes } from './privacy-scenes.ts';
import { quickBarScenes } from './quick-bar-scenes.ts';
import { recordScenes } from './record-scenes.ts';
import { rehearsalScenes } from './rehearsal-scenes.ts';
import { releaseScenes } from './release-scenes.ts';
import type { Scene } from './scene.ts';
import { siteRulesScenes } from './site-rules-scenes.ts';
import { troubleScenes } from './trouble-scenes.ts';
import { workOrderScenes } from './work-order-scenes.ts';
import { workshopScenes } from './workshop-scenes.ts';

const search = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('combobox').fill(text);
  await page.getByRole('option').first().waitFor();
};

/** Waits until nothing moves any more: fonts are there and pending queries have been drawn. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(350);

const useLines = async (client: DeskClient): Promise<void> => {
  await settleRecoveryKey(client);
  const { hits } = await client.library.search({ text: '抱歉' });
  for (const hit of hits.slice(0, 4)) {
    const view = await client.library.line({ entryId: hit.entryId });
    const values = Object.fromEntries(view.variables.map(({ name, label }) => [name, label]));
    await client.library.sayLine({ entryId: hit.entryId, variant: 'standard', values });
  }
};

const settingsSection = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: /^设置$|^Settings$/ }).click();
  await page.getByRole('radio', { name }).click();
  await settled(page);
};

export const scenes: readonly Scene[] = [
  { name: 'first-run', role: 'agent', act: settled },
  {
    name: 'sign-in',
    role: 'lead',
    seed: async (client) => {
      await settleRecoveryKey(client);
      await client.people.signOut();
    },
    act: settled,
  },
  { name: 'desk-at-hand', role: 'agent', seed: useLines, act: settled },
  {
    name: 'desk-search',
    role: 'agent',
    seed: useLines,
    act: async (page) => {
      await search(page, 'wuxinhao');
      await settled(page);
    },
  },
  {
    name: 'desk-search-beside',
    role: 'agent',
    seed: useLines,
    act: async (page) => {
      await search(page, '骂人');
      const others = page.getByRole('group', { name: /^口径库里还有$|^Also in the library$/ }).getByRole('option');
      await others.first().waitFor();
      while ((await others.first().getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
      await settled(page);
    },
  },
  {
    name: 'desk-search-jump',
    role: 'agent',
    seed: useLines,
    act: async (page) => {
      await page.getByRole('combobox').fill('shezhi');
      await page.getByRole('group', { name: /^直接去$|^Go straight to$/ }).waitFor();
      await settled(page);
    },
  },
  {
    name: 'desk-nothing-found',
    role: 'agent',
    seed: settleRecoveryKey,
    act: async (page) => {
      await page.getByRole('combobox').fill('量子纠缠退货');
      await settled(page);
    },
  },
  {
    name: 'keyboard-map',
    role: 'agent',
    seed: settleRecoveryKey,
    act: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
      await settled(page);
    },
  },
  {
    name: 'library',
    role: 'agent',
    seed: settleRecoveryKey,
    act: async (page) => {
      await page.keyboard.press('Control+Shift+Digit2');
      await settled(page);
    },
  },
  {
    name: 'settings',
    role: 'administrator',
    seed: settleRecoveryKey,
    act: async (page) => {
      await page.getByRole('button', { name: /^设置$|^Settings$/ }).click();
      await settled(page);
    },
  },
  { name: 'settings-sync', role: 'lead', seed: settleRecoveryKey, act: settingsSection(/^同步$|^Sync$/) },
  {
    name: 'settings-data',
    role: 'lead',
    seed: settleRecoveryKey,
    act: settingsSection(/^数据与备份$|^Data and backups$/),
  },
  ...conversationScenes,
  ...exchangeScenes,
  ...incidentScenes,
  ...privacyScenes,
  ...quickBarScenes,
  ...recordScenes,
  ...rehearsalScenes,
  ...siteRulesScenes,
  ...workOrderScenes,
  ...libraryScenes,
  ...releaseScenes,
  ...workshopScenes,
  ...insightScenes,
  ...troubleScenes,
];

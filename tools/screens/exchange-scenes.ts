import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropFile } from '../drive/drop-file.ts';
import { settleRecoveryKey } from '../drive/seed-desk.ts';
import type { Scene } from './scene.ts';

const SHEET = `编号,标题,行业包,场景,标准,简短,负责人,备注
,雨天来客,courtesy,见面称呼,外面雨大，您先进来擦擦水，我给您拿条毛巾。,您先进来擦擦水。,值班长,雨季
,带孩子来的客户,courtesy,见面称呼,孩子可以坐这边，我们有绘本，您安心办。,孩子可以坐这边。,值班长,
,坏的一条,courtesy,没有的场景,您坐。,,值班长,
,写了别的行业包,hallway,见面称呼,您请坐，我先看看单子。,您请坐。,值班长,
,空写错了,courtesy,见面称呼,{{ nobodyKnows }}，您请坐，我先看看单子。,您请坐。,值班长,
courtesy/greet-morning,问候 · 早上来客,courtesy,见面称呼,早上好，欢迎您来，这边请坐，我先给您倒杯水。,早上好，这边请坐。,值班长,
`;

/** Puts commas that belong to a sentence into quotes. */
const quoted = (sheet: string): string => sheet.replace(/(?<=,)[^,\n]*，[^,\n]*(?=,)/gu, (cell) => `"${cell}"`);

/** The library place, with its filters on the screen also where there is room for one column only. */
export const openLibrary = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+Digit2');
  const filters = page.getByRole('radio', { name: /^(筛选|Filters)$/ });
  await filters
    .or(page.getByRole('button', { name: /导入口径|^Import$/ }))
    .first()
    .waitFor();
  if (await filters.isVisible()) await filters.click();
};

const openImport = async (page: Page): Promise<void> => {
  await openLibrary(page);
  await page.getByRole('button', { name: /导入口径|^Import$/ }).click();
  await page.locator('[data-drop-zone]').waitFor();
};

/** A file to drop onto the window; it goes when the pictures are taken. */
function sheetFile(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-sheet-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

export const openPreview = async (page: Page): Promise<void> => {
  await openImport(page);
  const file = sheetFile('hall-wording.csv', quoted(SHEET));
  await dropFile(page.locator('[data-drop-zone]'), file);
  await page.getByRole('dialog').getByRole('radiogroup').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(600);
};

export const exchangeScenes: readonly Scene[] = [
  {
    name: 'exchange-choose',
    role: 'lead',
    seed: settleRecoveryKey,
    act: async (page) => {
      await openImport(page);
      await page.waitForTimeout(400);
    },
  },
  { name: 'exchange-preview', role: 'lead', seed: settleRecoveryKey, act: openPreview },
  {
    name: 'exchange-rejected',
    role: 'lead',
    seed: settleRecoveryKey,
    act: async (page) => {
      await openPreview(page);
      await page.getByRole('radio', { name: /没收下|Turned down/ }).click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'exchange-refused',
    role: 'lead',
    seed: settleRecoveryKey,
    act: async (page) => {
      await openImport(page);
      const file = sheetFile('visitors.csv', '日期,来客,窗口\n11 月 22 日,86,3\n');
      await dropFile(page.locator('[data-drop-zone]'), file);
      await page.getByText(/没能导入|was not imported/).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'exchange-changed',
    role: 'lead',
    seed: settleRecoveryKey,
    act: async (page) => {
      await openPreview(page);
      await page
        .getByRole('radio', { name: /修改|Changed/ })
        .first()
        .click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'exchange-drafts',
    role: 'lead',
    seed: settleRecoveryKey,
    act: async (page) => {
      await openPreview(page);
      await page.getByRole('button', { name: /收下 \d|Take \d/ }).click();
      await page.getByRole('button', { name: /去看草稿|See the drafts/ }).click();
      await page
        .getByRole('button', { name: /看内容|Show/ })
        .first()
        .click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'exchange-export',
    role: 'lead',
    seed: settleRecoveryKey,
    act: async (page) => {
      await openLibrary(page);
      await page.getByRole('button', { name: /^(导出|Export)$/ }).click();
      await page.waitForTimeout(400);
    },
  },
];

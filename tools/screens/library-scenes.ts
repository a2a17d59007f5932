import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import type { Scene } from './scene.ts';

const settled = (page: Page): Promise<void> => page.waitForTimeout(350);

const openLibrary = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+Digit2');
  await page.getByRole('option').first().waitFor();
};

const writeOwn = async (client: DeskClient): Promise<void> => {
  await settleRecoveryKey(client);
  await client.library.writePersonalLine({
    title: '老小区信号的说法',
    variants: {
      standard: '〔客户称呼〕，您那边楼密，信号绕一圈就弱了。我这就报上去，让师傅带着仪表去您家门口测。',
      soothing: '换成我也急。我先把情况记全，一会儿就有人给您打电话。',
    },
    keywords: ['楼密', '老小区'],
    stage: 'resolve',
  });
  await client.library.writePersonalLine({
    title: '账单多出来的那一块钱',
    variants: { standard: '我把明细翻给您看，每一笔都对得上。' },
  });
};

const useSome = async (client: DeskClient): Promise<void> => {
  await settleRecoveryKey(client);
  const { hits } = await client.library.search({ text: '抱歉', limit: 12 });
  for (const [place, hit] of hits.entries()) {
    const view = await client.library.line({ entryId: hit.entryId });
    const values = Object.fromEntries(view.variables.map(({ name, label }) => [name, label]));
    const use = { entryId: hit.entryId, variant: 'standard' as const, values };
    for (let times = 12 - place; times > 0; times -= 3) await client.library.sayLine(use);
    if (place % 2 === 0) await client.library.copyLine(use);
  }
};

/** In the small windows the columns stand behind a switch. */
const showColumn = async (page: Page, name: RegExp): Promise<void> => {
  const button = page.getByRole('radio', { name });
  if (await button.isVisible()) await button.click();
};

/** Chooses a kind in the filters and reads its first entry. */
const readFirstOf = (kind: RegExp) => async (page: Page) => {
  await openLibrary(page);
  await showColumn(page, /^筛选$|^Filters$/);
  await page.getByRole('button', { name: kind }).first().click();
  await showColumn(page, /^列表$|^List$/);
  await page.getByRole('option').first().waitFor();
  await page.getByRole('combobox', { name: /在口径库里找|Find in the library/ }).focus();
  await page.keyboard.press('Enter');
  await settled(page);
};

const scene = (name: string, act: Scene['act'], seed: Scene['seed'] = settleRecoveryKey): Scene => ({
  name,
  role: 'lead',
  seed,
  act,
});

export const libraryScenes: readonly Scene[] = [
  scene('library-filters', async (page) => {
    await openLibrary(page);
    await showColumn(page, /^筛选$|^Filters$/);
    await settled(page);
  }),
  scene('library-table', readFirstOf(/^判定表|^Decision tables/)),
  scene('library-flow', readFirstOf(/^接待流程|^Flows/)),
  scene('library-forbidden', readFirstOf(/^服务禁语|^Not to say/)),
  scene('library-sheet', readFirstOf(/^产品对照|^Product sheets/)),
  scene('library-special-call', readFirstOf(/^特殊来电|^Special calls/)),
  scene('library-scenario', readFirstOf(/^演练场景|^Scenarios/)),
  scene('library-notice', readFirstOf(/^临时口径|^Notices/)),
  scene('library-versions', async (page) => {
    await readFirstOf(/^判定表|^Decision tables/)(page);
    await page.keyboard.press('Control+Shift+KeyV');
    await page.getByRole('dialog').waitFor();
    await settled(page);
  }),
  scene(
    'library-usage',
    async (page) => {
      await openLibrary(page);
      await showColumn(page, /^筛选$|^Filters$/);
      await page.getByRole('button', { name: /^使用情况|^In use/ }).click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await settled(page);
    },
    useSome,
  ),
  scene(
    'library-own-lines',
    async (page) => {
      await openLibrary(page);
      await showColumn(page, /^筛选$|^Filters$/);
      await page.getByRole('button', { name: /^个人口径|^My own lines/ }).click();
      await settled(page);
    },
    writeOwn,
  ),
  scene(
    'library-write-own',
    async (page) => {
      await openLibrary(page);
      await page.keyboard.press('Control+Shift+KeyE');
      await page.getByRole('dialog').getByRole('textbox').nth(1).fill('这是规定，我也没办法，您自己去看看吧。');
      await page.waitForTimeout(600);
    },
    writeOwn,
  ),
  scene(
    'desk-own-lines',
    async (page) => {
      await page.keyboard.press('Control+Shift+KeyO');
      await page.getByRole('combobox').fill('老小区');
      await page.getByRole('option').first().waitFor();
      await settled(page);
    },
    writeOwn,
  ),
  scene('desk-article', async (page) => {
    await page.getByRole('combobox').fill('存款保险');
    await page.getByRole('option').first().waitFor();
    await settled(page);
    await showColumn(page, /^口径$|^Line$/);
    for (let tries = 0; tries < 12; tries += 1) {
      const basis = page.locator('button[aria-haspopup=dialog][lang]');
      if ((await basis.count()) > 0) {
        await basis.first().click();
        break;
      }
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(150);
    }
    await page.getByRole('dialog').waitFor();
    await settled(page);
  }),
];

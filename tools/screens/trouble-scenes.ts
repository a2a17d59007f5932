import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dataFolder } from '#core/db/data-folder.ts';
import { lockFolder } from '#core/db/folder-lock.ts';
import { mountSmallDisk } from '../drive/mount-small-disk.ts';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import { backToKept, breakNewestEvent, breakWhole, cutLog, dataOf, keepAsItIs, moveData } from './harm.ts';
import type { Scene, Stage } from './scene.ts';
import { levelWithServer, type SiteServer, startSiteServer } from './site-server.ts';

const MEGABYTES = 64;
/** A few commits. */
const CUT_FRAMES = 12;

/** Waits until nothing moves any more. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(600);

const toldAtStart = async (page: Page): Promise<void> => {
  await page.getByRole('alert').first().waitFor();
  await settled(page);
};

const settingsSection = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('combobox').first().waitFor();
  await page.getByRole('button', { name: /^设置$|^Settings$/ }).click();
  await page.getByRole('radio', { name }).click();
  await settled(page);
};
const dataSection = (page: Page) => settingsSection(page, /^数据与备份$|^Data and backups$/);
const syncSection = (page: Page) => settingsSection(page, /^同步$|^Sync$/);

async function workAndBackUp(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  await client.backups.make();
  const { hits } = await client.library.search({ text: '账单' });
  for (const { entryId } of hits.slice(0, 4)) await client.library.setFavourite({ entryId, favourite: true });
}

const onSmallDisk = async (userData: string, seed: () => Promise<void>) => {
  await seed();
  const disk = mountSmallDisk(userData, MEGABYTES);
  const data = join(disk.folder, 'data');
  return { disk, data, switches: [moveData(userData, data)], end: disk.unmount };
};

/** On a disk that somebody fills up while the desk is in use. */
const filledUp = async (userData: string, seed: () => Promise<void>): Promise<Stage> => {
  const { disk, switches, end } = await onSmallDisk(userData, seed);
  return { switches, end, meanwhile: () => disk.fillUpTo(0) };
};

/** Takes more than the reserve of a full disk gives back, so that the message stays. */
const writeOnFullDisk = async (page: Page): Promise<void> => {
  await page.getByRole('combobox').first().fill('账单');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Control+d');
  await toldAtStart(page);
};

let server: SiteServer | null = null;
/** On a desk of a site whose server runs as long as the scene. */
const ofSite =
  (harm: (userData: string) => void) =>
  async (userData: string, seed: () => Promise<void>): Promise<Stage> => {
    server = await startSiteServer(userData);
    await seed();
    harm(userData);
    return { end: server.stop };
  };

const joinSite = async (client: DeskClient): Promise<void> => {
  await workAndBackUp(client);
  await server?.join(client);
};

const keepReadable = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /留下读得出来的|Keep what can be read/ }).click();
  await page.getByRole('button', { name: /李蔚/ }).first().click();
};

export const troubleScenes: readonly Scene[] = [
  { name: 'trouble-full', role: 'agent', asRoot: true, seed: settleRecoveryKey, stage: filledUp, act: writeOnFullDisk },
  {
    name: 'trouble-full-backup',
    asRoot: true,
    role: 'lead',
    seed: workAndBackUp,
    stage: filledUp,
    act: async (page) => {
      await writeOnFullDisk(page);
      await dataSection(page);
      await page.getByRole('button', { name: /^现在备份一次$|^Back up now$/ }).click();
      await page.getByText(/备份没做成|no backup was made/).waitFor();
      await settled(page);
    },
  },
  {
    name: 'trouble-start-full',
    asRoot: true,
    role: 'agent',
    stage: async (userData, seed) => {
      const { disk, data, switches, end } = await onSmallDisk(userData, seed);
      rmSync(dataFolder(data).ballast, { force: true });
      disk.fillUpTo(0);
      return { switches, end };
    },
    act: toldAtStart,
  },
  {
    name: 'trouble-start-read-only',
    asRoot: true,
    role: 'agent',
    stage: async (userData, seed) => {
      const { disk, switches, end } = await onSmallDisk(userData, seed);
      disk.readOnly(true);
      return { switches, end };
    },
    act: toldAtStart,
  },
  {
    name: 'trouble-start-in-use',
    role: 'agent',
    stage: async (userData, seed) => {
      await seed();
      const lock = lockFolder(dataFolder(dataOf(userData)).lock);
      return { end: lock.release };
    },
    act: toldAtStart,
  },
  {
    name: 'trouble-start-synced-folder',
    role: 'agent',
    stage: async (userData, seed) => {
      await seed();
      return { switches: [moveData(userData, join(userData, '坚果云', '口径通'))] };
    },
    act: toldAtStart,
  },
  {
    name: 'trouble-start-no-key',
    role: 'agent',
    stage: async (userData, seed) => {
      await seed();
      rmSync(join(userData, 'keys'), { recursive: true });
      return {};
    },
    act: async (page) => {
      await page.getByRole('textbox', { name: /恢复密钥|Recovery key/ }).waitFor();
      await settled(page);
    },
  },
  {
    name: 'trouble-lost-end',
    role: 'lead',
    seed: async (client, userData) => {
      await workAndBackUp(client);
      keepAsItIs(userData);
    },
    stage: async (userData, seed) => {
      await seed();
      cutLog(userData, CUT_FRAMES);
      return {};
    },
    act: async (page) => {
      await page.getByRole('combobox').first().waitFor();
      await page.getByRole('button', { name: /^记录有异常$|^Records damaged$/ }).click();
      await settled(page);
    },
  },
  {
    name: 'trouble-damaged',
    role: 'lead',
    seed: workAndBackUp,
    stage: async (userData, seed) => {
      await seed();
      breakNewestEvent(userData);
      return {};
    },
    act: async (page) => {
      await page.getByRole('button', { name: /留下读得出来的|Keep what can be read/ }).waitFor();
      await settled(page);
    },
  },
  {
    name: 'trouble-unreadable',
    role: 'lead',
    seed: workAndBackUp,
    stage: async (userData, seed) => {
      await seed();
      breakWhole(userData);
      return {};
    },
    act: async (page) => {
      await page.getByRole('button', { name: /^恢复到|^Restore/ }).waitFor();
      await settled(page);
    },
  },
  {
    name: 'trouble-salvaged',
    role: 'lead',
    seed: joinSite,
    stage: ofSite(breakNewestEvent),
    act: async (page) => {
      await keepReadable(page);
      await syncSection(page);
    },
  },
  {
    name: 'trouble-restored',
    role: 'lead',
    seed: joinSite,
    stage: ofSite(() => undefined),
    act: async (page) => {
      await dataSection(page);
      await page.getByRole('button', { name: /的备份$|^Restore the backup/ }).click();
      await page.getByRole('dialog').waitFor();
      await settled(page);
    },
  },
  {
    name: 'trouble-two-of-one',
    role: 'lead',
    seed: async (client, userData) => {
      await joinSite(client);
      keepAsItIs(userData);
      const { hits } = await client.library.search({ text: '抱歉' });
      for (const { entryId } of hits.slice(0, 2)) await client.library.setFavourite({ entryId, favourite: true });
      await levelWithServer(client);
    },
    stage: ofSite(backToKept),
    act: async (page) => {
      await syncSection(page);
      await page.getByRole('heading', { name: /几条要请管理员|need the administrator/ }).waitFor();
      await settled(page);
    },
  },
];

import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import { openLetterOrder } from '../drive/work-orders.ts';
import type { Scene } from './scene.ts';

/** Waits until nothing moves any more. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(350);

async function seed(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  const customer = { name: '林巧云', title: '女士', number: '13812345678', tier: 'standard' } as const;
  const { id: conversationId } = await client.conversation.start({ channel: 'phone', customer });
  await client.conversation.breakOff({ conversationId, reason: 'customerLeft', summary: '客户说晚上再来' });
  await client.records.showNumber({ recordId: conversationId, reason: '回电前核对号码' });
  await openLetterOrder(client, '夜里没信号');
  await client.siteRules.change({ set: { retentionDays: { conversations: 365, searches: 90 } } });
}

/** Where leads forget a customer: who was found, and what would go. */
export const privacyScenes: readonly Scene[] = [
  {
    name: 'privacy-found',
    role: 'lead',
    seed,
    async act(page) {
      await page.getByRole('button', { name: /^设置$|^Settings$/ }).click();
      await page.getByRole('radio', { name: /^数据与备份$|^Data and backups$/ }).click();
      await page.getByLabel(/^完整号码$|^Whole number$/).fill('13812345678');
      await page.getByRole('button', { name: /^找出来$|^Find$/ }).click();
      await page.getByRole('checkbox').first().waitFor();
      await page.getByRole('heading', { name: /^删除一位客户的资料$|^Erase a customer/ }).scrollIntoViewIfNeeded();
      await page.getByRole('heading', { name: /^谁看过完整号码$|^Who looked/ }).scrollIntoViewIfNeeded();
      await settled(page);
    },
  },
  {
    name: 'privacy-preview',
    role: 'lead',
    seed,
    async act(page) {
      await page.getByRole('button', { name: /^设置$|^Settings$/ }).click();
      await page.getByRole('radio', { name: /^数据与备份$|^Data and backups$/ }).click();
      await page.getByLabel(/^完整号码$|^Whole number$/).fill('13812345678');
      await page.getByRole('button', { name: /^找出来$|^Find$/ }).click();
      await page.getByRole('checkbox').first().waitFor();
      await page.getByRole('button', { name: /^看看会删掉什么$|^See what would go$/ }).click();
      await page.getByText(/没有备份留着|No backup holds/).waitFor();
      await settled(page);
    },
  },
];

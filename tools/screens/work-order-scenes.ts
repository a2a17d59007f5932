import type { Page } from '@playwright/test';
import type { Role } from '#contract/vocabulary.ts';
import { promiseByChat } from '../drive/promise-by-chat.ts';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import { openGreenOrder, openLetterOrder } from '../drive/work-orders.ts';
import type { Scene } from './scene.ts';

async function as(client: DeskClient, role: Role): Promise<void> {
  const person = (await client.people.list()).find((one) => one.role === role);
  if (person) await client.people.signIn({ personId: person.id });
}

/** A morning's orders: one on its way round, two green ones, one returned, an alert. */
async function morning(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  await as(client, 'agent');
  const first = await openLetterOrder(client, '家里三天没信号');
  await openLetterOrder(client, '地下车库打不出电话');
  const third = await openLetterOrder(client, '电梯里没信号');
  await client.workOrders.act({
    workOrderId: third,
    step: { type: 'markAbnormal', alert: 'media', text: '客户说已经联系了记者' },
  });
  await as(client, 'lead');
  await openGreenOrder(client, 'booking', 'normal');
  await openGreenOrder(client, 'device', 'urgent');
  await client.workOrders.act({
    workOrderId: first,
    step: { type: 'dispatch', department: 'provinceNetwork', text: '请优先看湖滨街道' },
  });
  await as(client, 'handler');
  await client.workOrders.act({ workOrderId: first, step: { type: 'signFor', text: '' } });
  await client.workOrders.act({ workOrderId: first, step: { type: 'verify', text: '基站正常，室内弱覆盖' } });
  await client.workOrders.act({
    workOrderId: first,
    step: { type: 'handle', text: '调了天线角度，室内信号两格', cause: 'ours', atDesk: false },
  });
  await as(client, 'lead');
  await client.workOrders.act({
    workOrderId: first,
    step: { type: 'failRecheck', text: '客户屋里还是一格', counts: true },
  });
  await as(client, 'agent');
  await client.workOrders.act({
    workOrderId: first,
    step: {
      type: 'tellCustomer',
      text: '王女士您好，天线调过一次，屋里还不够好，技术的同事明天再去一趟。',
      line: null,
      promise: { text: '明天下午四点前', dueAtMs: Date.now() + 26 * 3_600_000 },
    },
  });
  await as(client, 'lead');
}

async function openBoard(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+Digit3');
  await page.locator('[data-order]').first().waitFor();
  await page.waitForTimeout(400);
}

async function pick(page: Page, words: string): Promise<void> {
  await openBoard(page);
  await page.locator('[data-order]', { hasText: words }).click();
  await page.waitForTimeout(400);
}

/** Work orders as the lead sees them. */
export const workOrderScenes: readonly Scene[] = [
  { name: 'orders-board', role: 'lead', seed: morning, act: openBoard },
  { name: 'orders-returned', role: 'lead', seed: morning, act: (page) => pick(page, '家里三天没信号') },
  {
    name: 'orders-step',
    role: 'lead',
    seed: morning,
    act: async (page) => {
      await pick(page, '家里三天没信号');
      await page.keyboard.press('Alt+Digit1');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'orders-bulk',
    role: 'lead',
    seed: morning,
    act: async (page) => {
      await openBoard(page);
      await page.locator('[data-order]').first().focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'orders-green-form',
    role: 'lead',
    seed: morning,
    act: async (page) => {
      await openBoard(page);
      await page.getByRole('button', { name: /^(开绿色通道|Open a green channel)$/ }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'orders-shift',
    role: 'lead',
    seed: async (client) => {
      await morning(client);
      await promiseByChat(client, { name: '赵云', number: '13812345678' }, '发票一直没到');
    },
    act: async (page) => {
      await openBoard(page);
      await page.keyboard.press('Control+Shift+KeyL');
      await page.getByRole('dialog').locator('select').first().waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'orders-handed',
    role: 'lead',
    seed: async (client) => {
      await morning(client);
      await as(client, 'agent');
      const conversationId = await promiseByChat(client, { name: '赵云', number: '13812345678' }, '发票一直没到');
      const lead = (await client.people.list()).find(({ role }) => role === 'lead');
      const promises = [{ conversationId, to: lead?.id ?? null }];
      await client.workOrders.endShift({ orders: [], promises, text: '客户晚上七点后才方便接' });
      await as(client, 'lead');
    },
    act: openBoard,
  },
  {
    name: 'orders-duties',
    role: 'lead',
    seed: morning,
    act: async (page) => {
      await openBoard(page);
      await page.getByRole('button', { name: /^(值守安排|Who watches)$/ }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'orders-raise-alert',
    role: 'lead',
    seed: morning,
    act: async (page) => {
      await openBoard(page);
      await page.getByRole('button', { name: /^(报警报|Raise an alert)$/ }).click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'orders-desk', role: 'lead', seed: morning, act: (page) => page.waitForTimeout(600) },
];

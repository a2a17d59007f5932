import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { systemClock } from '#core/clock.ts';
import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { promiseByChat } from '#tools/drive/promise-by-chat.ts';
import { type DeskClient, seedDesk, settleRecoveryKey } from '#tools/drive/seed-desk.ts';
import { clarify, hearOut, serving, settle } from '#tools/drive/serving.ts';
import { openLetterOrder } from '#tools/drive/work-orders.ts';

test.describe.configure({ timeout: 600_000 });

/** The board and the steps on the order in front of it, by roles and names only. */
function board(page: Page) {
  const detail = page.getByRole('region', { name: /^工单 \d{6}-\d{3}/ });
  return {
    detail,
    row: (words: string) => page.getByRole('button', { name: new RegExp(words) }).and(page.locator('[data-order]')),
    async open(): Promise<void> {
      await page.keyboard.press('Control+Shift+Digit3');
      await expect(page.getByRole('heading', { name: '工单', level: 1 })).toBeVisible();
    },
    /** Takes a step of the order in front: its button, its choices, its words. */
    async take(step: string, { words = '', choices = [] as string[] } = {}): Promise<void> {
      await detail.getByRole('button', { name: new RegExp(`^${step}`) }).click();
      const form = detail.getByRole('form', { name: step });
      if (words !== '' || choices.length > 0 || (await form.isVisible())) {
        for (const choice of choices) await form.getByRole('radio', { name: choice, exact: true }).click();
        if (words !== '') await form.getByRole('textbox').fill(words);
        await form.getByRole('button', { name: '办', exact: true }).click();
      }
      await expect(page.getByText(new RegExp(`：${step}，办好了`)).last()).toBeVisible();
    },
  };
}

async function switchTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await expect(page.getByRole('combobox', { name: /搜口径/ })).toBeVisible();
  await board(page).open();
}

test('an order goes from a conversation to its second closing, each step by whoever takes it', async ({
  startDesk,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const desk = serving(page);
  await desk.start();
  await hearOut(desk);
  await desk.goOn('澄清');
  await clarify(desk, page);
  await desk.goOn('处理');
  await settle(desk);
  const on = board(page);
  await on.open();
  await expect(on.detail).toContainText('起草');

  const handle = async () => {
    await switchTo(page, '李蔚');
    await on.take('派单', { choices: ['省网络中心'] });
    await switchTo(page, '陈立');
    await on.take('签收');
    await on.take('记核实', { words: '基站正常，室内弱覆盖' });
    await on.take('回单', { words: '调了天线角度', choices: ['我方原因'] });
  };
  const close = async () => {
    await switchTo(page, '李蔚');
    await on.take('复核通过');
    await switchTo(page, '张敏');
    await on.take('答复客户', { words: '天线调好了，您试试', choices: ['认可'] });
    await switchTo(page, '李蔚');
    await on.take('结案', { words: '弱覆盖先看室内' });
  };
  await handle();
  await switchTo(page, '李蔚');
  await on.take('退回重办', { words: '屋里还是一格' });
  await expect(on.detail).toContainText('退回过 1 次');
  await switchTo(page, '陈立');
  await on.take('回单', { words: '加了室内分布' });
  await close();
  await switchTo(page, '张敏');
  await on.take('记回访', { words: '晚上又不行了', choices: ['不满意'] });
  await on.take('重开', { words: '晚上没信号' });
  await expect(on.detail).toContainText('重开过 1 次');
  await handle();
  await close();
  await switchTo(page, '张敏');
  await on.take('记回访', { choices: ['满意'] });
  await expect(on.detail).toContainText('结案');
  await expect(page.getByRole('heading', { name: '这七天办结的' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

interface ShownNotice {
  title: string;
  emit(name: 'click'): void;
}

/** Keeps what would be shown as system notifications, so that a test can read and click it. */
async function catchNotices(app: ElectronApplication) {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shownNotices: shown });
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
  });
  return {
    titles: () =>
      app.evaluate(() =>
        (globalThis as unknown as { shownNotices: ShownNotice[] }).shownNotices.map(({ title }) => title),
      ),
    click: (part: string) =>
      app.evaluate((_, words) => {
        const { shownNotices } = globalThis as unknown as { shownNotices: ShownNotice[] };
        shownNotices.find(({ title }) => title.includes(words))?.emit('click');
      }, part),
  };
}

/** Whatever asks where to save gets this file. */
async function saveTo(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

/** Opens a green channel by its form; `from` fills it from a conversation first. */
async function openGreen(page: Page, service: string, { urgent = false, from = '' } = {}): Promise<void> {
  await page.getByRole('button', { name: '开绿色通道' }).click();
  const form = page.getByRole('dialog', { name: '开绿色通道' });
  await form.getByRole('radio', { name: service, exact: true }).click();
  await form.getByRole('radio', { name: '核对通过' }).click();
  if (urgent) await form.getByRole('radio', { name: /^加急/ }).click();
  if (from !== '') {
    const talks = form.getByLabel('从接待里填');
    const option = talks.locator('option', { hasText: from });
    await talks.selectOption((await option.getAttribute('value')) ?? '');
    await expect(form.getByLabel('客户电话')).toHaveValue('13812345678');
    await expect(form.getByLabel('要办什么')).toHaveValue('发票一直没到');
  }
  const words = {
    ...(from === '' ? { 客户电话: '13900002046', 要办什么: '补换卡' } : {}),
    什么事: `${service}的事`,
    '怎么解释、引导的': '说了可以在线办',
    不接受什么: '不想再跑一趟',
    诉求: '约好时间，来了就办',
    想去的厅: '城南厅',
    值班长电话: '62001',
  };
  for (const [label, value] of Object.entries(words)) await form.getByLabel(label, { exact: true }).fill(value);
  await form.getByRole('button', { name: '开单' }).click();
  await expect(form).toBeHidden();
  await expect(board(page).row(`${service}的事`)).toBeVisible();
}

const HOUR_MS = 3_600_000;
const services = ['预约办理', '代办业务', '活动留货', '设备帮手'];

test('green channels of each kind, papers of orders, an alert, limits that ring, and the end of a shift', async ({
  startDesk,
  folders,
}) => {
  await seedDesk(
    folders.userData,
    'lead',
    async (client: DeskClient) => {
      await settleRecoveryKey(client);
      await openLetterOrder(client, '家里三天没信号');
      await openLetterOrder(client, '地下车库打不出电话');
      await promiseByChat(client, { name: '赵云', number: '13812345678' }, '发票一直没到');
    },
    undefined,
    { ...systemClock, nowMs: () => Date.now() - 3 * HOUR_MS },
  );
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  const on = board(page);
  await expect(page.getByRole('combobox', { name: /搜口径/ })).toBeVisible();
  const notices = await catchNotices(app.app);
  await on.open();
  for (const service of services) {
    await openGreen(page, service, {
      urgent: service === '设备帮手',
      from: service === '预约办理' ? '赵女士' : '',
    });
  }
  await on.row('加急').click();
  await expect(on.detail).toContainText('1 个工作小时');
  await switchTo(page, '陈立');
  for (const service of services) {
    await on.row(`${service}的事`).click();
    await on.take('记预处理', { words: '约好明天上午' });
    await expect(on.detail).toContainText('陈立 预处理');
  }
  await on.detail.getByRole('button', { name: '看完整号码' }).click();
  const why = on.detail.getByRole('form', { name: '看完整号码' });
  await why.getByRole('textbox').fill('打电话约时间');
  await why.getByRole('button', { name: '办', exact: true }).click();
  await expect(on.detail.getByRole('status')).toContainText('13900002046');
  await expect(on.detail).toContainText('陈立 看了完整号码');
  await switchTo(page, '李蔚');

  // Two letters: as sheets of both kinds, then sent out together, each by its own gate.
  await page.getByRole('searchbox', { name: /找工单/ }).fill('王女士');
  await on.row('家里三天没信号').focus();
  await page.keyboard.press('Space');
  await on.row('地下车库').click();
  await page.keyboard.press('Space');
  await page.getByRole('searchbox', { name: /找工单/ }).fill('');
  const bulk = page.getByRole('region', { name: /^勾了 2 张/ });
  const file = (name: string) => join(folders.userData, name);
  await saveTo(app.app, file('orders.xlsx'));
  await bulk.getByRole('button', { name: '导出表格' }).click();
  await expect.poll(() => existsSync(file('orders.xlsx')), { timeout: 60_000 }).toBe(true);
  expect(readFileSync(file('orders.xlsx'), 'latin1').startsWith('PK')).toBe(true);
  await saveTo(app.app, file('orders.csv'));
  await bulk.getByRole('button', { name: 'CSV' }).click();
  await expect.poll(() => existsSync(file('orders.csv')), { timeout: 60_000 }).toBe(true);
  const csv = readFileSync(file('orders.csv'), 'utf8');
  expect(csv).toContain('地下车库打不出电话');
  expect(csv).not.toContain('13812345678');
  await bulk.getByRole('button', { name: '派单' }).click();
  await bulk.getByRole('button', { name: '办', exact: true }).click();
  await expect(page.getByText('2 张办好了')).toBeVisible();

  await on.row('地下车库').click();
  await on.detail.getByRole('button', { name: '其他' }).click();
  await on.take('报非正常', { words: '记者打来电话', choices: ['媒体关注'] });
  await expect(page.getByText('警报 · 媒体关注 · 重大')).toBeVisible();
  await expect.poll(notices.titles).toContain('警报：媒体关注');
  expect(await axeFindings(page)).toEqual([]);

  // On paper: the whole order and nothing else of the screen.
  await saveTo(app.app, file('order.pdf'));
  await on.detail.getByRole('button', { name: '存成 PDF' }).click();
  await expect.poll(() => existsSync(file('order.pdf')), { timeout: 60_000 }).toBe(true);
  const pdf = readFileSync(file('order.pdf'), 'latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  await app.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return;
    window.webContents.print = (options, done) => {
      Object.assign(globalThis, { printed: options });
      done?.(true, '');
    };
  });
  await page.keyboard.press('Control+p');
  await expect.poll(() => app.app.evaluate(() => (globalThis as { printed?: unknown }).printed ?? null)).not.toBeNull();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.print-sheet');
  await expect(sheet).toContainText(/工单 \d{6}-\d{3}/);
  await expect(sheet).toContainText('记者打来电话');
  await expect(sheet).not.toContainText('13812345678');
  await expect(page.getByRole('heading', { name: '工单', level: 1, exact: true })).toBeHidden();
  await page.emulateMedia({ media: null });

  await page.keyboard.press('Control+Shift+Digit1');
  await expect(page.getByText('现在这样说')).toBeVisible();
  await page.getByRole('button', { name: '我知道了' }).click();
  await expect(page.getByRole('button', { name: '我知道了' })).toBeHidden();
  await notices.click('媒体关注');
  await expect(page.getByRole('heading', { name: '工单', level: 1 })).toBeVisible();
  await expect(page.getByText('1 人已知悉')).toBeVisible();

  // A lead shortens the reply: the letters, three hours old, ring at once, and a click leads to the one it names.
  await on.row('家里三天没信号').click();
  const number = (await on.detail.getByText(/^\d{6}-\d{3}$/).textContent()) ?? '';
  await on.row('预约办理的事').click();
  await page.getByRole('button', { name: /^设置/ }).first().click();
  await page.getByRole('radio', { name: '本网点规则' }).click();
  await page.getByRole('textbox', { name: '首次答复客户', exact: true }).fill('30');
  await page.keyboard.press('Enter');
  await expect.poll(notices.titles).toContain(`工单 ${number} 到点了`);
  await notices.click(number);
  await expect(page.getByRole('region', { name: `工单 ${number}` })).toContainText('家里三天没信号');
  await expect(on.detail).toContainText('答复客户 · 到点了，已升级');

  // The end of the shift: a promise without an order goes to a colleague with a word about it.
  await page.keyboard.press('Control+Shift+KeyL');
  const shift = page.getByRole('dialog', { name: '下班交接' });
  const promise = shift.getByRole('combobox', { name: /^赵女士 138.* 交给谁$/ });
  const colleague = promise.locator('option', { hasText: '张敏' });
  await promise.selectOption((await colleague.getAttribute('value')) ?? '');
  await shift.getByLabel('交代一句（可不写）').fill('晚上七点后才方便接');
  expect(await axeFindings(page)).toEqual([]);
  await shift.getByRole('button', { name: '交班', exact: true }).click();
  await expect(page.getByText(/^交了 \d+ 件/)).toBeVisible();
  await switchTo(page, '张敏');
  const taken = page.getByRole('note').filter({ hasText: '晚上七点后才方便接' });
  await expect(taken).toContainText('李蔚交来的');
  await taken.getByRole('button', { name: '已经答复了' }).click();
  await expect(taken).toBeHidden();
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { pdfText } from '#tests/harness/pdf-text.ts';
import { readJournal } from '#tests/harness/read-journal.ts';
import { serving } from '#tools/drive/serving.ts';

test.describe.configure({ timeout: 600_000 });

const NUMBER = '13812345678';

async function serveWang(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: '称呼' }).fill('王丽');
  await page.keyboard.press('Alt+Digit1');
  await page.getByRole('textbox', { name: '号码' }).fill(NUMBER);
}

test('a customer who comes again is met with what was said; a whole number is shown for a reason, and that is recorded', async ({
  startDesk,
  folders,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  await serveWang(page);
  await expect(page.getByRole('region', { name: '这位客户来过' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  const desk = serving(page);
  await expect(desk.stage).toContainText('接受');
  await desk.type('什么事', '家里三天打不出电话');
  await page.keyboard.press('Control+j');
  await page.keyboard.insertText('客户说窗边有一格信号。');
  await page.waitForTimeout(700);
  await page.keyboard.press('Control+Shift+p');

  await serveWang(page);
  const history = page.getByRole('region', { name: '这位客户来过' });
  await expect(history, 'known before the conversation starts').toContainText('来过 1 次');
  await expect(history).toContainText('同一件事提过 1 次');
  await history.getByRole('button', { name: '看详情' }).press('Enter');
  await expect(history).toContainText('客户说窗边有一格信号。');
  expect(await axeFindings(page), 'history').toEqual([]);
  await page.getByRole('textbox', { name: '号码' }).press('Enter');
  await expect(desk.stage).toContainText('接受');
  await expect(history, 'and while it is led').toContainText('来过 1 次');

  await page.keyboard.press('Control+Shift+h');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('textbox', { name: '按姓名找' }).fill('李');
  await expect(sheet.getByText('这样找，没有找到')).toBeVisible();
  await page.getByRole('textbox', { name: '按姓名找' }).fill('王女士');
  await expect(sheet.getByRole('listitem')).toHaveCount(2);
  await expect(sheet).not.toContainText(NUMBER);
  await sheet.getByRole('button', { name: '更多条件' }).press('Enter');
  await sheet.getByRole('combobox', { name: '状态' }).selectOption({ label: '放着' });
  await expect(sheet.getByRole('listitem')).toHaveCount(1);
  expect(await axeFindings(page), 'records').toEqual([]);
  await sheet.getByRole('listitem').getByRole('button').press('Enter');
  const shownBefore = readJournal(folders.userData).filter(({ kind }) => kind === 'record.numberShown');
  expect(shownBefore).toEqual([]);
  await sheet.getByRole('button', { name: '看完整号码' }).press('Enter');
  await sheet.getByRole('textbox', { name: '为什么要看' }).fill('回电核对门牌');
  await sheet.getByRole('textbox', { name: '为什么要看' }).press('Enter');
  await expect(sheet.getByText(NUMBER).first()).toBeVisible();
  await expect(sheet.getByText(/秒后自动遮住/)).toBeVisible();
  expect(await axeFindings(page), 'a whole number').toEqual([]);
  expect(readJournal(folders.userData).findLast(({ kind }) => kind === 'record.numberShown')?.payload).toMatchObject({
    reason: '回电核对门牌',
  });
  await sheet.getByRole('button', { name: '遮住' }).press('Enter');
  await expect(sheet.getByRole('button', { name: '看完整号码' })).toBeVisible();
});

/** The page before the customer, once its window is open. */
async function counterPage(app: ElectronApplication): Promise<Page> {
  const isCounter = (page: Page) => page.url().endsWith('/counter.html');
  return app.windows().find(isCounter) ?? app.waitForEvent('window', { predicate: isCounter });
}

test('the counter window shows what was approved and nothing else, one key blanks it, and it can call nothing', async ({
  startDesk,
  folders,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  await serveWang(page);
  await page.keyboard.press('Enter');
  const desk = serving(page);
  await expect(desk.stage).toContainText('接受');
  await desk.type('什么事', '家里三天打不出电话');
  await page.keyboard.press('Control+j');
  await page.keyboard.insertText('内部：此客户情绪激动。');
  await page.waitForTimeout(700);
  await page.keyboard.press('Control+Shift+s');
  const sheet = page.getByRole('dialog');
  const agreed = sheet.getByRole('textbox', { name: '说好的事' });
  await expect(agreed).toHaveValue(/家里三天打不出电话/);
  await agreed.fill('我们派师傅上门看信号，明天上午到，出发前打电话给您。');
  await sheet.getByRole('textbox', { name: '什么时候有消息' }).fill('明天上午十点前');
  expect(await axeFindings(page), 'slip').toEqual([]);
  expect(app.app.windows()).toHaveLength(1);
  await sheet.getByRole('button', { name: '给客户看' }).press('Enter');

  const counter = await counterPage(app.app);
  await expect(counter.getByText('我们派师傅上门看信号')).toBeVisible();
  await expect(counter.getByRole('heading', { name: '王女士，今天跟您说好的' })).toBeVisible();
  await expect(counter.getByText('明天上午十点前')).toBeVisible();
  await expect(counter.locator('body')).not.toContainText('内部');
  expect(await axeFindings(counter), 'counter window').toEqual([]);
  expect(readJournal(folders.userData).findLast(({ kind }) => kind === 'slip.shown')?.payload).toMatchObject({
    slip: { promised: '明天上午十点前' },
  });

  const reach = await counter.evaluate(() => ({
    desk: 'counterpartShell' in window,
    own: Object.keys((window as unknown as { counterShell: object }).counterShell),
    node: ['require', 'process', 'module'].filter((name) => name in globalThis),
  }));
  expect(reach).toEqual({ desk: false, own: ['requestCore'], node: [] });
  await page.keyboard.press('F12');
  await expect(counter.getByRole('heading', { name: '您好' })).toBeVisible();
  await expect(counter.locator('body')).not.toContainText('师傅');
  expect(await axeFindings(counter), 'blank').toEqual([]);
  await sheet.getByRole('button', { name: '给客户看' }).press('Enter');
  await expect(counter.getByText('我们派师傅上门看信号')).toBeVisible();

  await app.app.evaluate(({ webContents }) => {
    const desk = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/index.html'));
    if (!desk) throw new Error('there is no desk');
    desk.print = (options, done) => {
      Object.assign(globalThis, { printed: options });
      done?.(true, '');
    };
  });
  await sheet.getByRole('button', { name: '打印' }).press('Enter');
  const printed = () => app.app.evaluate(() => (globalThis as unknown as { printed?: object }).printed ?? null);
  await expect.poll(printed, 'the system’s own dialogue: nothing is sent silently').toEqual({ printBackground: false });
  expect(readJournal(folders.userData).findLast(({ kind }) => kind === 'slip.printed')?.payload).toMatchObject({
    slip: { agreed: '我们派师傅上门看信号，明天上午到，出发前打电话给您。' },
  });

  const file = join(folders.userData, 'slip.pdf');
  await app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await sheet.getByRole('button', { name: '存成 PDF' }).press('Enter');
  await expect.poll(() => existsSync(file)).toBe(true);
  const pdf = readFileSync(file, 'latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  const words = pdfText(readFileSync(file));
  // Words whose characters have no twin among the radicals: fonts name the glyph of both as they like.
  for (const said of ['王女士', '出发前打电话给您', '明天上午十点前']) expect(words).toContain(said);
  expect(words).not.toContain('内部');

  await expect(page.getByText('已存为 slip.pdf'), 'and the desk says so').toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: '称呼' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(counter.getByRole('heading', { name: '您好' }), 'the next customer sees nothing of it').toBeVisible();

  // Last, because a page that is refused its way keeps the driver waiting.
  await counter.evaluate(() => {
    location.href = 'counterpart://app/index.html';
  });
  const addresses = () =>
    app.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
    );
  await page.waitForTimeout(500);
  expect(await addresses(), 'it cannot become the desk').toContain('counterpart://app/counter.html');
});

import type { Page } from '@playwright/test';
import { axeInEveryTheme } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';

test.describe.configure({ timeout: 180_000 });

test('the quick bar opens over the work, copies an approved line, is gone, and can do nothing else', async ({
  startDesk,
  folders,
}) => {
  const desk = await startDesk();
  const { app, page } = desk;
  const { clipboard, clearClipboard, searchBox, signIn } = deskPage(desk);
  await expect(page.getByRole('button', { name: /张敏/ })).toBeVisible();
  expect(app.windows(), 'nothing is made before it is wanted').toHaveLength(1);
  expect(await app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+Space'))).toBe(true);
  /** What the system's own keyboard settings do where no program gets a hotkey: the app is run once more with one word. */
  const runOnceMore = () =>
    app.evaluate(({ app: running }) => running.emit('second-instance', {}, ['counterpart', '--quick-bar']));
  const barWindow = () =>
    app.evaluate(({ BrowserWindow, screen }) => {
      const bar = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().includes('/quick-bar.html'),
      );
      if (!bar) throw new Error('there is no bar');
      return {
        visible: bar.isVisible(),
        onTop: bar.isAlwaysOnTop(),
        bounds: bar.getBounds(),
        area: screen.getPrimaryDisplay().workArea,
      };
    });
  const isBar = (one: Page) => one.url().includes('/quick-bar.html');
  const opening = app.waitForEvent('window', { predicate: isBar });
  await runOnceMore();
  const bar = await opening;

  await expect(bar.getByText('还没有人签到')).toBeVisible();
  expect(await axeInEveryTheme(bar), 'nobody signed in').toEqual([]);
  await expect.poll(async () => (await barWindow()).visible).toBe(true);
  await bar.keyboard.press('Enter');
  await expect.poll(async () => (await barWindow()).visible, 'it leads to the desk').toBe(false);
  await signIn();
  await clearClipboard();

  await runOnceMore();
  const field = bar.getByRole('combobox');
  await expect(field).toBeFocused();
  await field.pressSequentially('wuxinhao', { delay: 10 });
  const rows = bar.getByRole('option');
  await expect(rows.first().locator('mark').first()).toHaveText('无信号');
  await expect(rows).toHaveCount(5);
  expect(await axeInEveryTheme(bar), 'results').toEqual([]);
  expect(await barWindow()).toMatchObject({ visible: true, onTop: true });
  await bar.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');

  // A line without gaps: Enter copies, and the bar is gone.
  await field.fill('请您慢走');
  const wording = bar.locator('p.spoken');
  await expect(wording).toContainText('慢慢走');
  const words = (await wording.textContent()) ?? '';
  await bar.keyboard.press('Enter');
  await expect.poll(clipboard).toBe(words);
  await expect.poll(async () => (await barWindow()).visible).toBe(false);
  await expect
    .poll(() => readJournal(folders.userData).findLast(({ kind }) => kind === 'line.copied')?.payload)
    .toMatchObject({ text: words, searchText: '您慢走' });

  // One with a gap asks for it in place; what was typed is forgotten when the bar has gone.
  await runOnceMore();
  await expect(field).toHaveValue('');
  await field.fill('让客户久等');
  await expect(rows.first().locator('mark').first()).toBeVisible();
  await bar.keyboard.press('Control+Enter');
  const gap = bar.getByRole('textbox', { name: /称呼/ });
  await expect(gap).toBeFocused();
  expect(await axeInEveryTheme(bar), 'a gap').toEqual([]);
  await gap.fill('王女士');
  await bar.keyboard.press('Enter');
  await expect.poll(clipboard).toMatch(/^王女士，让您等了这么久/);
  await expect
    .poll(() => JSON.stringify(readJournal(folders.userData).findLast(({ kind }) => kind === 'line.said')?.payload))
    .toMatch(/〔/);
  await expect.poll(async () => (await barWindow()).visible).toBe(false);
  await expect(bar.locator('body')).not.toContainText('王女士');

  // At an edge it is a column that stays; the place is remembered in the settings.
  await runOnceMore();
  await expect(field).toBeFocused();
  await bar.keyboard.press('Alt+ArrowRight');
  await expect
    .poll(async () => {
      const { bounds, area } = await barWindow();
      return bounds.height === area.height && bounds.x + bounds.width === area.x + area.width;
    })
    .toBe(true);
  await field.fill('wuxinhao');
  await expect(rows).toHaveCount(5);
  expect(await axeInEveryTheme(bar), 'at an edge').toEqual([]);
  await bar.keyboard.press('Control+o');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('无信号');
  expect((await barWindow()).visible, 'at its edge it stays').toBe(true);
  await bar.keyboard.press('Escape');
  await expect.poll(async () => (await barWindow()).visible).toBe(false);

  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByRole('radio', { name: '快查窗' }).click();
  await expect(page.getByRole('radio', { name: '贴右边' })).toHaveAttribute('aria-checked', 'true');
  await app.evaluate(({ globalShortcut }) => globalShortcut.register('Control+Shift+K', () => undefined));
  await page.getByRole('button', { name: '换一个' }).click();
  await page.keyboard.press('Control+c');
  await expect(page.getByText(/Ctrl C 别的程序常用/)).toBeVisible();
  await page.keyboard.press('Control+Shift+k');
  await expect(page.getByText('Ctrl Shift K 被别的程序占着，没有换')).toBeVisible();
  await expect(page.getByText('现在用的还是 Ctrl Alt Space。')).toBeVisible();
  await page.getByRole('button', { name: '换一个' }).click();
  await page.keyboard.press('Control+Alt+j');
  await expect(page.getByText('快捷键换成了 Ctrl Alt J')).toBeVisible();
  const registered = () =>
    app.evaluate(({ globalShortcut }) =>
      ['Control+Alt+Space', 'Control+Alt+J'].map((keys) => globalShortcut.isRegistered(keys)),
    );
  expect(await registered()).toEqual([false, true]);
  expect(await axeInEveryTheme(page), 'settings').toEqual([]);
  await searchBox.focus();

  const reach = await bar.evaluate(() => ({
    desk: 'counterpartShell' in window,
    own: Object.keys((window as unknown as { quickBarShell: object }).quickBarShell).sort(),
    node: ['require', 'process', 'module'].filter((name) => name in globalThis),
  }));
  expect(reach).toEqual({
    desk: false,
    own: ['copyText', 'fit', 'goBack', 'move', 'openDesk', 'platform', 'putAway', 'requestCore'],
    node: [],
  });
  // Last, because a page that is refused its way keeps the driver waiting.
  await bar.evaluate(() => {
    location.href = 'counterpart://app/index.html';
  });
  const addresses = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()));
  await expect.poll(async () => (await addresses()).filter((url) => url.includes('/quick-bar.html'))).toHaveLength(1);

  // A window that nobody sees does not keep the app running.
  const ended = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/index.html'));
    own?.close();
  });
  await ended;
});

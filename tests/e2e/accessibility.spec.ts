import { axeInEveryTheme } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';

test.describe.configure({ timeout: 180_000 });

test('axe finds nothing on any screen, in every theme', async ({ startDesk }) => {
  const desk = await startDesk();
  const { page } = desk;
  await expect(page.getByRole('button', { name: /张敏/ })).toBeVisible();
  expect(await axeInEveryTheme(page), 'sign-in').toEqual([]);
  const { signIn, search, searchBox } = deskPage(desk);
  await signIn();
  await page.getByRole('button', { name: '设置', exact: true }).click();
  expect(await axeInEveryTheme(page), 'settings').toEqual([]);
  await page.keyboard.press('Control+Shift+Digit2');
  await page.waitForTimeout(300);
  expect(await axeInEveryTheme(page), 'library').toEqual([]);
  await page.keyboard.press('Control+Shift+Digit1');
  await expect(searchBox).toBeVisible();
  expect(await axeInEveryTheme(page), 'desk, nothing typed').toEqual([]);
  await search('无信号');
  expect(await axeInEveryTheme(page), 'desk, results').toEqual([]);
  await search('骂人');
  await expect(page.getByRole('group', { name: '口径库里还有' })).toBeVisible();
  expect(await axeInEveryTheme(page), 'desk, what else the library holds').toEqual([]);
  await searchBox.fill('shezhi');
  await expect(page.getByRole('group', { name: '直接去' })).toBeVisible();
  expect(await axeInEveryTheme(page), 'desk, places of the desk itself').toEqual([]);
  await searchBox.fill('');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axeInEveryTheme(page), 'keyboard map').toEqual([]);
});

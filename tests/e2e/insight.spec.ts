import { axeFindings, axeInEveryTheme } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { seedDesk } from '#tools/drive/seed-desk.ts';
import { weekAtTheDesk } from '#tools/drive/week-at-the-desk.ts';

test('a lead reads what the desks did, opens what is behind a figure and the page of the week, by keyboard; an agent sees their own', async ({
  startDesk,
  folders,
}) => {
  test.setTimeout(180_000);
  await seedDesk(folders.userData, 'agent', (client) => weekAtTheDesk(client));
  const desk = await startDesk();
  const { page } = desk;
  // Whoever seeded the week sits there already.
  await deskPage(desk).searchBox.waitFor();
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /李蔚/ }).click();
  await expect(page.getByRole('button', { name: '工作坊' })).toBeVisible();
  await page.keyboard.press('Control+Shift+Digit5');
  await expect(page.getByRole('heading', { level: 1, name: '这一周' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /次落空，有 \d+ 样事还没有口径/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /从搜到用要几秒/ }).getByRole('row')).toHaveCount(3);
  await expect(page.locator('svg path').first()).toBeVisible();
  expect(await axeInEveryTheme(page), 'the figures').toEqual([]);

  await page
    .getByRole('region', { name: /禁语提醒|当场换了说法/ })
    .getByRole('button', { name: /看 2 次/ })
    .press('Enter');
  const behind = page.getByRole('dialog', { name: '禁语提醒' });
  await expect(behind.getByRole('listitem')).toHaveCount(2);
  await expect(behind.getByRole('listitem').first()).toContainText('张敏');
  expect(await axeFindings(page), 'what is behind a figure').toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '导出' }).press('Enter');
  await page.getByRole('menuitem', { name: '看一页周报' }).press('Enter');
  const report = page.getByRole('dialog', { name: /一周服务小结/ });
  await expect(report.getByText('手表打不出去')).toBeVisible();
  expect(await axeFindings(page), 'the page of the week').toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /看谁的/ }).press('Enter');
  await page.getByRole('menuitemradio', { name: '我自己' }).press('Enter');
  await expect(page.getByText('您自己的，复制 0 次，说出 0 次')).toBeVisible();

  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /张敏/ }).click();
  await page.getByRole('button', { name: '洞察' }).press('Enter');
  await expect(page.getByText(/您自己的，复制 \d+ 次，说出 \d+ 次/)).toBeVisible();
  await expect(page.getByRole('button', { name: /看谁的/ })).toHaveCount(0);
  await expect(page.getByText('该核对的口径')).toHaveCount(0);
});

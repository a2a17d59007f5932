import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { seedDesk, settleRecoveryKey } from '#tools/drive/seed-desk.ts';

test('a search in vain becomes a draft, is sent back by a colleague, mended and approved', async ({
  startDesk,
  folders,
}) => {
  await seedDesk(folders.userData, 'agent', async (client) => {
    await settleRecoveryKey(client);
    await client.library.search({ text: '猫咪咬断网线了' });
    await client.library.search({ text: '' });
  });
  const desk = await startDesk();
  const { page } = desk;
  const { signIn } = deskPage(desk);
  const as = async (name: string) => {
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await expect(page.getByRole('button', { name: '工作坊' })).toBeVisible();
    await page.keyboard.press('Control+Shift+Digit6');
    await expect(page.getByRole('heading', { name: '工作坊' })).toBeVisible();
  };
  await signIn();
  await expect(page.getByRole('button', { name: '工作坊' })).toHaveCount(0);

  await as('李蔚');
  await page.getByRole('button', { name: '搜不到的' }).press('Enter');
  await page.getByRole('button', { name: /写一条\s*猫咪/ }).press('Enter');
  await page.getByRole('textbox', { name: '标题' }).fill('网线断了 · 先接上');
  await page.getByRole('button', { name: '开始写' }).press('Enter');
  await expect(page.getByText('没搜到，这一条就是为它写的')).toBeVisible();
  await expect(page.getByText(/还差 \d+ 处才能送审/)).toBeVisible();
  // F8 leads to what is missing: the words.
  await page.keyboard.press('F8');
  const words = page.getByRole('textbox', { name: '标准' });
  await expect(words).toBeFocused();
  await words.fill('您家的线路我帮您查过了，接头有点松。师傅明天上午带着新接头过去。');
  await page.getByRole('radio', { name: '简短' }).click();
  await page.getByRole('textbox', { name: '简短' }).fill('师傅明天上午带着新接头过去。');
  // The line is found by the very words that found nothing.
  await expect(page.getByRole('listitem').filter({ hasText: '猫咪咬断网线了' }).getByText('第 1')).toBeVisible();
  const submit = page.getByRole('button', { name: '送审' });
  await expect(submit).toBeVisible();
  expect(await axeFindings(page), 'the editor').toEqual([]);
  await submit.press('Enter');
  await expect(page.getByText('送去审了')).toBeVisible();

  await as('周宁');
  await page.getByRole('button', { name: /^待审/ }).press('Enter');
  await page.getByRole('textbox', { name: /对整条说一句/ }).fill('先说一句心疼');
  await page.getByRole('button', { name: '记下意见' }).press('Enter');
  await expect(page.getByRole('list').getByText('先说一句心疼')).toBeVisible();
  expect(await axeFindings(page), 'the review').toEqual([]);
  await page.getByRole('button', { name: '退回修改' }).press('Enter');
  await expect(page.getByText('退回去了')).toBeVisible();

  await as('李蔚');
  await expect(page.getByText('先说一句心疼')).toBeVisible();
  await page.getByRole('radio', { name: '简短' }).click();
  await page.getByRole('textbox', { name: '简短' }).fill('听着就心疼，师傅明天上午过去。');
  await page.getByRole('button', { name: '改好了' }).press('Enter');
  await page.getByRole('button', { name: '送审' }).press('Enter');
  await expect(page.getByText('送去审了')).toBeVisible();

  await as('周宁');
  await page.getByRole('button', { name: /^待审/ }).press('Enter');
  const approve = page.getByRole('button', { name: '通过', exact: true });
  await expect(approve).toBeDisabled();
  for (const box of await page.getByRole('checkbox').all()) await box.press('Space');
  await approve.press('Enter');
  await expect(page.getByText('通过了，等发布')).toBeVisible();
  await page.getByRole('button', { name: /^已通过/ }).press('Enter');
  await expect(page.getByText('周宁审核通过')).toBeVisible();
});

import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';

test.describe.configure({ timeout: 600_000 });

test('by keyboard alone: an abusive caller is warned and told, then a rescue is taken down, read back and sent', async ({
  startDesk,
  folders,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const player = page.getByRole('form', { name: '特殊来电' });
  const next = player.locator('[data-next-move]');

  await page.keyboard.press('F10');
  await expect(page.getByRole('combobox', { name: '找哪一种' })).toBeFocused();
  expect(await axeFindings(page), 'picker').toEqual([]);
  await page.keyboard.insertText('骂人');
  await page.keyboard.press('Digit1');
  await expect(player.getByRole('heading', { name: '骂人' })).toBeVisible();
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(next, 'the line is said, the wait runs').toContainText('再等');
  expect(await axeFindings(page), 'while waiting').toEqual([]);
  await page.keyboard.press('Alt+Digit2');
  await expect(player.getByRole('heading', { name: '把话说明：再骂就收线' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+Digit2');
  await expect(player.getByRole('heading', { name: /说完再见停一停/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(next, 'the site’s two seconds hold the end').toContainText('再等');
  await expect(next).toContainText('结束：说明后收线', { timeout: 5_000 });
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('heading', { name: '骂人 · 说明后收线' })).toBeVisible();
  expect(await axeFindings(page), 'ended').toEqual([]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('F10');
  await expect(page.getByRole('combobox', { name: '找哪一种' })).toBeFocused();
  await page.keyboard.press('Digit9');
  await expect(player.getByRole('heading', { name: '求救' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+Digit3');
  const fill = async (label: string, text: string): Promise<void> => {
    await player.getByRole('textbox', { name: label, exact: true }).focus();
    await page.keyboard.insertText(text);
  };
  await page.keyboard.press('Enter');
  await fill('在哪里', '收费站出来两公里');
  await player.getByRole('radiogroup', { name: '是车在路上吗' }).getByRole('radio', { name: '是' }).focus();
  await page.keyboard.press('Space');
  await fill('路段', '绕城东段');
  await fill('桩号', 'K23+500');
  await page.keyboard.press('Alt+PageDown');
  await expect(player.getByRole('textbox', { name: '往哪个方向' }), 'what is missing gets the focus').toBeFocused();
  await page.keyboard.insertText('往机场');
  await page.keyboard.press('Alt+PageDown');
  await fill('出了什么事', '爆胎');
  await fill('姓名', '周涛');
  await fill('联系电话', '13987654321');
  await fill('车牌', '浙A12345');
  await fill('车型', '七座面包车');
  expect(await axeFindings(page), 'taking down').toEqual([]);
  await page.keyboard.press('Alt+PageDown');
  const readOut = page.getByRole('region', { name: '逐条念给对方听' });
  for (const said of ['绕城东段', 'K23+500', '往机场', '浙A12345', '七座面包车', '周涛', '13987654321']) {
    await expect(readOut).toContainText(said);
  }
  await page.keyboard.press('Alt+Digit1');
  await expect(page.getByText('先念一遍，对方说对了再往下')).toBeVisible();
  expect(await axeFindings(page), 'reading back').toEqual([]);
  await page.keyboard.press('Alt+PageDown');
  await expect(readOut).toBeHidden();
  await page.keyboard.press('Alt+Digit1');
  await expect(player.getByRole('heading', { name: /立刻派出/ })).toBeVisible();
  await fill('车牌', '浙A54321');
  await expect(page.getByText('念过以后又改了，再念一遍')).toBeVisible();
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByText('念过以后又改了，再念一遍')).toBeHidden();
  const kinds = () => readJournal(folders.userData).map(({ kind }) => kind);
  expect(kinds()).toContain('specialCall.readBack');
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('heading', { name: '求救 · 已派救援，盯到人到' })).toBeVisible();
  await expect(page.getByText(/^工单 \d{6}-001 已开$/)).toBeVisible();
  expect(await axeFindings(page), 'sent').toEqual([]);
  const ended = readJournal(folders.userData).findLast(({ kind }) => kind === 'specialCall.ended');
  expect(ended?.payload).toMatchObject({ brokenOff: null, summary: expect.stringContaining('复述：念过一遍') });
});

test('a call in a conversation parks nothing, is put aside and taken up, and goes on after a kill -9', async ({
  startDesk,
  folders,
}) => {
  const first = await startDesk({ width: 1280, height: 800 });
  const { page } = first;
  await deskPage(first).signIn();
  await page.keyboard.press('Control+n');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: '四个环节' })).toBeVisible();
  await page.keyboard.press('F10');
  await expect(page.getByRole('combobox', { name: '找哪一种' })).toBeFocused();
  await page.keyboard.insertText('断线');
  await page.keyboard.press('Enter');
  const player = page.getByRole('form', { name: '特殊来电' });
  await expect(player.getByText('在接待中接到，两边都记着')).toBeVisible();
  await page.keyboard.press('F10');
  await expect(player).toBeHidden();
  await expect(page.getByRole('list', { name: '四个环节' }), 'the conversation went on meanwhile').toBeVisible();
  expect(await axeFindings(page), 'put aside').toEqual([]);
  await page.keyboard.press('F10');
  await player.getByRole('textbox', { name: '说到哪一句' }).focus();
  await page.keyboard.insertText('说到退费');
  await player.getByRole('button', { name: '没走完，先停' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '想补一句吗（可不填）' })).toBeFocused();
  expect(await axeFindings(page), 'breaking off').toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(700);
  const gone = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await gone;

  const again = await startDesk({ width: 1280, height: 800 });
  const after = again.page.getByRole('form', { name: '特殊来电' });
  await expect(after.getByRole('textbox', { name: '说到哪一句' })).toHaveValue('说到退费');
  expect(readJournal(folders.userData).some(({ kind }) => kind === 'conversation.parked')).toBe(false);
});

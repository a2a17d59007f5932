import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';
import { followUp, hearOut, type Serving, serving } from '#tools/drive/serving.ts';

test.describe.configure({ timeout: 240_000 });

async function fourAnswers(desk: Serving): Promise<void> {
  await desk.choose('投诉成立吗', '是');
  await desk.choose('现在能解决吗', '是');
  await desk.choose('归谁管', '本厅');
  await desk.choose('这一步能解决吗', '是');
  await desk.choose('这次的结果', '当场解决');
  await desk.tickAll();
}

test('by keyboard alone a billing dispute is resolved on the spot, with a slip taken back on the way', async ({
  startDesk,
  folders,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const desk = serving(page);
  await desk.start();
  await desk.type('什么事', '账单有争议，话费不对');
  await desk.type('希望怎么办', '把多的退回来');
  await desk.tickAll();
  await page.keyboard.press('F7');
  await page.keyboard.press('F7');
  await expect(desk.column.getByRole('button', { name: '客户心情：不高兴' })).toBeVisible();
  await expect
    .poll(() => readJournal(folders.userData).filter(({ kind }) => kind === 'conversation.moodMarked'))
    .toMatchObject([{ payload: { mood: 'upset' } }]);
  await expect(desk.column.getByText('客户情绪').first(), 'the mood changes what is suggested').toBeVisible();

  await desk.goOn('澄清');
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('这笔钱是套餐里本来就有的吗？'), 'the table that fits comes first').toBeVisible();
  await page.keyboard.press('Alt+Digit2');
  await expect(desk.column.getByText('是另开的业务吗，有确认记录吗？')).toBeVisible();
  await page.keyboard.press('Alt+Delete');
  await expect(desk.column.getByText('这笔钱是套餐里本来就有的吗？'), 'the slip is taken back').toBeVisible();
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('套餐内的费用')).toBeVisible();
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('客户认可了')).toBeVisible();
  await desk.choose('原因在哪边', '客户使用');
  await desk.tickAll();
  await desk.goOn('处理');
  await fourAnswers(desk);
  await desk.goOn('跟踪');
  await followUp(desk);
  await page.keyboard.press('Alt+PageDown');
  const summary = page.getByRole('textbox', { name: '接待记录' });
  await expect(summary).toHaveValue(/套餐内的费用（客户认可）/);
  await expect(summary).toHaveValue(/结果：当场解决/);
  await page.keyboard.press('Alt+PageDown');
  await expect(desk.column.getByText('这次接待已经存好')).toBeVisible();
  expect(readJournal(folders.userData).filter(({ kind }) => kind === 'conversation.undone')).toHaveLength(1);

  await page.keyboard.press('Control+Shift+h');
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().press('Enter');
  await expect(page.getByRole('dialog').getByText('套餐内的费用').first(), 'the way to it is on record').toBeVisible();
});

test('an amount beyond the agent stops in resolve until a lead takes it over; the first one asked stays named', async ({
  startDesk,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const desk = serving(page);
  await desk.start();
  await hearOut(desk);
  await desk.goOn('澄清');
  await desk.choose('原因在哪边', '我们');
  await desk.tickAll();
  await desk.goOn('处理');
  await desk.type('打算退补(元)', '380');
  await expect(desk.column.getByText(/要退补 380 元，您可以定到 \d+ 元/)).toBeVisible();
  expect(await axeFindings(page), 'beyond authority').toEqual([]);
  await fourAnswers(desk);
  await page.keyboard.press('Alt+PageDown');
  await expect(desk.stage, 'the gate holds').toContainText('处理');
  await expect(desk.column.getByRole('button', { name: '请值班长接手' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '要让他知道的' })).toBeFocused();
  await page.keyboard.insertText('客户要当天退三百八，我没有许数。');
  expect(await axeFindings(page), 'hand-over').toEqual([]);
  await page.keyboard.press('Alt+PageDown');
  await expect(desk.column.getByText(/已请值班长接手，还没回应/)).toBeVisible();
  expect(await axeFindings(page), 'offered').toEqual([]);

  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /李蔚/ }).press('Enter');
  await expect(desk.column.getByText('等您接手的')).toBeVisible();
  await expect(desk.column.getByText('客户要当天退三百八，我没有许数。')).toBeVisible();
  expect(await axeFindings(page), 'waiting for the lead').toEqual([]);
  await desk.column.getByRole('button', { name: '接手', exact: true }).press('Enter');
  await expect(desk.column.getByText('首问 张敏')).toBeVisible();
  await expect(desk.field('打算退补(元)'), 'everything captured came along').toHaveValue('380');
  expect(await axeFindings(page), 'taken over').toEqual([]);
  await desk.goOn('跟踪');
});

import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';
import { clarify, followUp, hearOut, serving, settle } from '#tools/drive/serving.ts';

test.describe.configure({ timeout: 120_000 });

test('by keyboard alone from a greeting over the no-coverage table to a work order, a promise and a record', async ({
  startDesk,
  folders,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  const { signIn, searchBox } = deskPage(app);
  await signIn();
  const desk = serving(page);
  await desk.start();
  await expect(desk.column.getByText('王女士')).toBeVisible();

  await page.keyboard.press('Control+Alt+Digit1');
  await expect(searchBox, 'the suggested line is ready to be said').toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(desk.column.getByRole('button', { name: /换了我也窝火/ }), 'what was said makes room').toBeHidden();

  await hearOut(desk);
  await desk.goOn('澄清');
  await clarify(desk, page);
  await expect(page.getByRole('heading', { level: 1 }), 'the line of the finding is in the centre').toContainText(
    '报上去实地查',
  );
  await desk.goOn('处理');
  await settle(desk);
  await desk.goOn('跟踪');
  await followUp(desk);
  await page.keyboard.press('Alt+PageDown');
  const summary = page.getByRole('textbox', { name: '接待记录' });
  await expect(summary).toHaveValue(/结果：转工单处理/);
  await expect(summary).toBeFocused();
  await summary.press('Control+End');
  await page.keyboard.insertText('\n客户离开时已平静。');
  await page.keyboard.press('Alt+PageDown');
  await expect(desk.column.getByText('这次接待已经存好')).toBeVisible();
  await expect(desk.column.getByText('开着的工单')).toBeVisible();
  await expect(searchBox).toBeFocused();

  const journal = readJournal(folders.userData);
  expect(journal.findLast(({ kind }) => kind === 'conversation.finished')?.payload).toMatchObject({
    summary: expect.stringContaining('客户离开时已平静。'),
  });
  expect(journal.findLast(({ kind }) => kind === 'line.said')?.payload).toMatchObject({
    conversationId: expect.any(String),
  });

  await page.keyboard.press('Control+Shift+h');
  await page.getByRole('textbox', { name: '按号码找' }).fill('13812345678');
  const found = page.getByRole('dialog').getByRole('listitem').getByRole('button');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('138****5678');
  await found.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('客户离开时已平静。');
  await page.getByRole('button', { name: '写一条补正' }).press('Enter');
  await page.getByRole('textbox', { name: '补正内容' }).fill('门牌是 603。');
  await page.getByRole('textbox', { name: '为什么补正' }).fill('听错了');
  await page.getByRole('textbox', { name: '为什么补正' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('listitem').filter({ hasText: '门牌是 603。' })).toBeVisible();
  expect(readJournal(folders.userData).at(-1)?.kind).toBe('conversation.corrected');
});

test('going on too early is refused with what is missing, and the first missing thing gets the focus', async ({
  startDesk,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const desk = serving(page);
  await desk.start();
  await page.keyboard.press('Alt+Shift+Digit1');
  await expect(desk.ticks.first()).toBeChecked();
  await page.keyboard.press('Alt+PageDown');
  await expect(desk.ticks.nth(1)).toBeFocused();
  await expect(desk.column.getByText(/还差 5 项：让客户讲完/)).toBeVisible();
  await expect(desk.stage).toContainText('接受');
  await page.keyboard.press('Space');
  await expect(desk.ticks.nth(1)).toBeChecked();
  await page.keyboard.press('Alt+Shift+Digit3');
  await page.keyboard.press('Alt+Shift+Digit4');
  await expect(desk.ticks.nth(3)).toBeChecked();
  await page.keyboard.press('Alt+PageDown');
  await expect(desk.field('什么事')).toBeFocused();
  await page.keyboard.insertText('无法通话');
  await expect(desk.ticks.nth(3), 'what was read back has changed').not.toBeChecked();
});

test('a step back keeps everything that was captured, and what is typed is stored before the step', async ({
  startDesk,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const desk = serving(page);
  await desk.start();
  await hearOut(desk);
  await desk.goOn('澄清');
  await desk.type('看到的凭据', '工单系统 11 月 20 日的告警');
  await page.keyboard.press('Alt+PageUp');
  await expect(desk.stage).toContainText('接受');
  await expect(desk.field('什么事')).toHaveValue('家里三天打不出电话');
  await desk.goOn('澄清');
  await expect(desk.field('看到的凭据')).toHaveValue('工单系统 11 月 20 日的告警');
});

test('a forbidden phrase in the note is underlined and Ctrl+. takes the rewording; quoted customers are left alone', async ({
  startDesk,
  folders,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const desk = serving(page);
  await desk.start();
  await page.keyboard.press('Control+j');
  await expect(desk.note).toBeFocused();
  await page.keyboard.insertText('客户说：“没办法，这个月又没信号。”');
  await page.waitForTimeout(500);
  await expect(desk.column.getByRole('button', { name: /^采用/ })).toHaveCount(0);
  await page.keyboard.insertText('我回答没办法。');
  await expect(desk.column.getByRole('button', { name: /^采用/ })).toHaveCount(1);
  await page.keyboard.press('Control+.');
  await expect(desk.note).toHaveValue(/^客户说：“没办法，这个月又没信号。”我回答(?!没办法)./);
  await expect(desk.column.getByRole('button', { name: /^采用/ })).toHaveCount(0);
  const kept = await desk.note.inputValue();
  await expect
    .poll(() => readJournal(folders.userData).findLast(({ kind }) => kind === 'conversation.noteWritten')?.payload)
    .toMatchObject({ text: kept });
  await page.keyboard.press('Control+z');
  await expect(desk.note, 'the browser takes the rewording back').toHaveValue(/我回答没办法。/);
});

test('two customers at once: starting the next sets the first aside, one key takes each up where it was', async ({
  startDesk,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const desk = serving(page);
  await desk.start('王', 1);
  await desk.type('什么事', '话费不对');
  await desk.start('李', 2);
  await expect(desk.column.getByRole('button', { name: /王女士/ })).toContainText('接着办');
  await expect(desk.field('什么事')).toHaveValue('');
  await page.keyboard.press('Control+Shift+p');
  await expect(desk.column.getByRole('button', { name: '新接待' })).toBeVisible();
  const waiting = desk.column.getByRole('button', { name: /接着办/ });
  await expect(waiting).toHaveCount(2);
  const first = await waiting.first().textContent();
  await page.keyboard.press('Alt+Digit2');
  await expect(desk.stage).toContainText('接受');
  const other = first?.includes('李') ? '王女士' : '李先生';
  await expect(desk.column.getByRole('banner').or(desk.column).getByText(other).first()).toBeVisible();
  await desk.column
    .getByRole('button', { name: /王女士/ })
    .first()
    .focus();
});

test('what a line asks for inline is captured by the conversation, and what is captured fills the lines', async ({
  startDesk,
  folders,
}) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  const { signIn, searchBox, search } = deskPage(app);
  await signIn();
  const desk = serving(page);
  await desk.start();
  await searchBox.focus();
  await search('先记录再查证');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('先记录再查证');
  const said = page.getByRole('region', { name: '口径正文' });
  await expect(said).toContainText('王女士');
  await page.keyboard.press('Control+g');
  await page.keyboard.insertText('翠湖花园');
  await page.keyboard.press('Enter');
  await expect(desk.field('在哪里')).toHaveValue('翠湖花园');
  expect(
    readJournal(folders.userData).findLast(({ kind }) => kind === 'conversation.fieldCaptured')?.payload,
  ).toMatchObject({
    fieldId: 'place',
    value: '翠湖花园',
  });
});

test('at 1024 by 640 the conversation is a drawer: its keys open it, F6 and Escape lead away', async ({
  startDesk,
}) => {
  const app = await startDesk({ width: 1024, height: 640 });
  const { page } = app;
  const { signIn, searchBox } = deskPage(app);
  await signIn();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: '称呼' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: '四个环节' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: '四个环节' })).toBeHidden();
  await expect(searchBox).toBeFocused();
  await page.keyboard.press('Alt+Shift+Digit1');
  await expect(page.getByRole('list', { name: '四个环节' })).toBeVisible();
  await expect(page.getByRole('checkbox').first(), 'the first press only opens').not.toBeChecked();
  await page.keyboard.press('Alt+Shift+Digit1');
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.keyboard.press('F6');
  await expect(page.getByRole('list', { name: '四个环节' })).toBeHidden();
});

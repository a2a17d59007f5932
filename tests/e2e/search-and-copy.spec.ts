import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';

test('from a fresh start to a copied line: sign in, search, Enter, the clipboard holds the wording', async ({
  startDesk,
  folders,
}) => {
  const desk = await startDesk();
  const { searchBox, signIn, search, hits, clipboard, clearClipboard } = deskPage(desk);
  await clearClipboard();
  await signIn();
  await expect(searchBox).toBeFocused();
  await search('让客户久等');
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true');
  await desk.page.keyboard.press('Enter');
  // The line has a gap for the customer's name: Enter leads into it, and the next Enter copies.
  await expect(desk.page.getByRole('textbox', { name: /称呼/ })).toBeFocused();
  expect(await clipboard()).toBe('');
  await desk.page.keyboard.type('王女士');
  await desk.page.keyboard.press('Enter');
  await expect.poll(clipboard).toMatch(/^王女士，让您等了这么久/);
  await expect(searchBox).toBeFocused();
  const copied = readJournal(folders.userData).findLast(({ kind }) => kind === 'line.copied');
  expect(copied?.payload).toMatchObject({ variant: 'standard', searchText: '让客户久等' });
});

const WAYS = [
  ['hanzi', '无信号'],
  ['full pinyin', 'wuxinhao'],
  ['initials', 'wxh'],
  ['traditional characters', '無信號'],
] as const;

for (const [way, typed] of WAYS) {
  test(`a line is found by ${way}, keystroke by keystroke, and the hanzi that matched are marked`, async ({
    startDesk,
  }) => {
    const desk = await startDesk();
    const { searchBox, signIn, hits } = deskPage(desk);
    await signIn();
    await searchBox.pressSequentially(typed, { delay: 15 });
    await expect(hits.first()).toContainText('无信号');
    await expect(hits.first().locator('mark').first()).toHaveText('无信号');
  });
}

test('Ctrl+Enter records that a line was said, and it appears among the last uses', async ({ startDesk, folders }) => {
  const desk = await startDesk();
  const { signIn, search, clipboard, clearClipboard } = deskPage(desk);
  await signIn();
  await search('让客户久等');
  await clearClipboard();
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.keyboard.type('王女士');
  await desk.page.keyboard.press('Enter');
  await expect.poll(() => readJournal(folders.userData).filter(({ kind }) => kind === 'line.said')).toHaveLength(1);
  expect(await clipboard(), 'spoken lines are not pasted').toBe('');
});

test('arrow keys move, Escape clears, Ctrl+K and / lead back to the box', async ({ startDesk }) => {
  const desk = await startDesk();
  const { searchBox, signIn, search, hits } = deskPage(desk);
  await signIn();
  await search('无信号');
  await desk.page.keyboard.press('ArrowDown');
  await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true');
  await desk.page.keyboard.press('ArrowUp');
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true');
  await desk.page.keyboard.press('Escape');
  await expect(searchBox).toHaveValue('');
  await desk.page.keyboard.press('Tab');
  await expect(searchBox).not.toBeFocused();
  await desk.page.keyboard.press('Control+k');
  await expect(searchBox).toBeFocused();
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('/');
  await expect(searchBox).toBeFocused();
  await expect(searchBox).toHaveValue('');
});

test('arrows go on to what else the library holds and to places of the desk; Enter opens them and copies nothing', async ({
  startDesk,
}) => {
  const desk = await startDesk();
  const { searchBox, signIn, search, hits, clipboard, clearClipboard } = deskPage(desk);
  await signIn();
  await clearClipboard();
  await search('骂人');
  const others = desk.page.getByRole('group', { name: '口径库里还有' }).getByRole('option');
  await others.first().waitFor();
  const title = (await others.first().locator('span').first().textContent()) ?? '';
  while ((await others.first().getAttribute('aria-selected')) !== 'true') await desk.page.keyboard.press('ArrowDown');
  await expect(searchBox).toHaveAttribute('aria-activedescendant', (await others.first().getAttribute('id')) ?? '');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('listbox', { name: '口径' })).toBeVisible();
  await expect(desk.page.getByRole('heading', { name: title })).toBeVisible();
  await desk.page.keyboard.press('Control+k');
  await searchBox.fill('打开设置');
  // A line says these words, too, and stays chosen until the arrows go on.
  const settings = desk.page.getByRole('option', { name: '打开设置', exact: true });
  await settings.waitFor();
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true');
  while ((await settings.getAttribute('aria-selected')) !== 'true') await desk.page.keyboard.press('ArrowDown');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible();
  expect(await clipboard()).toBe('');
});

test('a search that finds nothing says so, and one key tells the lead', async ({ startDesk, folders }) => {
  const desk = await startDesk();
  const { searchBox, signIn } = deskPage(desk);
  await signIn();
  await searchBox.fill('xqzjkvw');
  await expect(desk.page.getByText(/没找到|没有完全对上/).first()).toBeVisible();
  await desk.page.keyboard.press('Control+m');
  await expect
    .poll(() => readJournal(folders.userData).findLast(({ kind }) => kind === 'search.missingReported')?.payload)
    .toMatchObject({ text: 'xqzjkvw' });
});

test('a favourite is kept for its person and comes first when the box is empty', async ({ startDesk }) => {
  const desk = await startDesk();
  const { searchBox, signIn, search, hits } = deskPage(desk);
  await signIn();
  await search('账单');
  const heading = desk.page.getByRole('heading', { level: 1 });
  // The list is in the frame that follows the key; the line may come in the one after it.
  await expect(heading).toContainText('账单');
  const title = (await heading.textContent()) ?? '';
  await desk.page.keyboard.press('Control+d');
  await desk.page.keyboard.press('Escape');
  await expect(searchBox).toHaveValue('');
  await expect(hits.first()).toContainText(title.trim());
});

import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';

test('Enter that ends an input method’s composition never copies; the next Enter does', async ({
  startDesk,
  folders,
}) => {
  const desk = await startDesk();
  const { searchBox, signIn, hits, clipboard, clearClipboard } = deskPage(desk);
  await signIn();
  await clearClipboard();
  await searchBox.focus();
  const cdp = await desk.page.context().newCDPSession(desk.page);
  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const enter = { windowsVirtualKeyCode: 13, code: 'Enter', unmodifiedText: '\r', text: '\r' };
  for (const text of ['q', 'qd', '请等']) await compose(text);
  // While composing, the system reports the key as 229 (“process”), as Chromium does under an input method.
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await cdp.send('Input.insertText', { text: '让客户久等' });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
  await expect(searchBox).toHaveValue('让客户久等');
  await expect(hits.first()).toBeVisible();
  await desk.page.waitForTimeout(300);
  expect(await clipboard()).toBe('');
  expect(readJournal(folders.userData).some(({ kind }) => kind === 'line.copied')).toBe(false);

  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', ...enter });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
  // That Enter counts: it leads into the line's open gap, and the one after it copies.
  await desk.page.keyboard.type('王女士');
  await desk.page.keyboard.press('Enter');
  await expect.poll(clipboard).not.toBe('');
});

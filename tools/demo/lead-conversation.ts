import { expect } from '@playwright/test';
import type { DeskApp } from '../drive/desk-app.ts';
import { followUp, hearOut, serving, settle } from '../drive/serving.ts';
import type { Reel } from './reel.ts';

/** The main job by keyboard: a line found and said, a complaint led through its four stages to a work order and a record. */
export async function leadConversation({ page }: DeskApp, reel: Reel): Promise<void> {
  const desk = serving(page);
  const searchBox = page.getByRole('combobox');

  await reel.step(
    'the desk is open, nothing typed yet',
    async () => {
      await page.getByRole('option').first().waitFor();
      await expect(searchBox).toBeFocused();
    },
    'desk',
  );
  await reel.step(
    'wuxinhao finds 无信号, keystroke by keystroke',
    async () => {
      await searchBox.pressSequentially('wuxinhao');
      await expect(page.getByRole('option').first()).toContainText('无信号');
    },
    'search',
  );
  await reel.step('Ctrl+Enter: the line was said, and it is recorded', async () => {
    await page.keyboard.press('Control+Enter');
    // Its gaps are asked for where they stand, one Enter each; with the last one it is said.
    for (const [gap, word] of [
      ['称呼', '王女士'],
      ['地点', '翠湖花园'],
    ] as const) {
      await expect(page.getByRole('textbox', { name: `填写：${gap}` })).toBeFocused();
      await page.keyboard.insertText(word);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText('已记下这句说过了')).toBeVisible();
  });
  await reel.step('Ctrl+N and a surname start a conversation', async () => desk.start());
  await reel.step(
    'a suggested line goes to the centre and is said',
    async () => {
      await page.keyboard.press('Control+Alt+Digit1');
      await page.keyboard.press('Control+Enter');
      await expect(desk.column.getByRole('button', { name: /换了我也窝火/ })).toBeHidden();
    },
    'accept',
  );
  await reel.step(
    'going on too early is refused, with what is missing',
    async () => {
      await page.keyboard.press('Alt+PageDown');
      await expect(desk.ticks.first()).toBeFocused();
    },
    'refused',
  );
  await reel.step('accept: taken down, read back, ticked', async () => hearOut(desk));
  await reel.step('on to clarify', async () => desk.goOn('澄清'));
  await reel.step(
    'the no-coverage table: first question',
    async () => {
      await page.keyboard.press('Alt+Digit1');
      await expect(desk.column.getByText('这个地方以前信号就不好吗？')).toBeVisible();
      await page.keyboard.press('Alt+Digit2');
      await expect(desk.column.getByText('周围的人也没有信号吗？')).toBeVisible();
    },
    'question',
  );
  await reel.step(
    'its finding, with the line to say',
    async () => {
      await page.keyboard.press('Alt+Digit1');
      await expect(desk.column.getByText('这一片信号不好')).toBeVisible();
    },
    'finding',
  );
  await reel.step('the customer accepts it; the cause is noted', async () => {
    await page.keyboard.press('Alt+Digit1');
    await expect(desk.column.getByText('客户认可了')).toBeVisible();
    await desk.choose('原因在哪边', '我们');
    await desk.tickAll();
  });
  await reel.step(
    'a forbidden phrase in the note is underlined',
    async () => {
      await page.keyboard.press('Control+j');
      await page.keyboard.insertText('客户称家中三天无信号，跟客户说没办法。');
      await expect(desk.column.getByRole('button', { name: /^采用/ })).toBeVisible();
    },
    'note',
  );
  await reel.step('Ctrl+. takes the rewording', async () => {
    await page.keyboard.press('Control+.');
    await expect(desk.note).not.toHaveValue(/没办法/);
  });
  await reel.step('on to resolve', async () => desk.goOn('处理'));
  await reel.step(
    'everything the order needs, the order, the promise, the outcome',
    async () => settle(desk),
    'resolve',
  );
  await reel.step('on to follow-up', async () => desk.goOn('跟踪'));
  await reel.step('follow-up: content or not, and what kind of matter', async () => followUp(desk), 'follow-up');
  await reel.step(
    'the record drafts itself',
    async () => {
      await page.keyboard.press('Alt+PageDown');
      await expect(page.getByRole('textbox', { name: '接待记录' })).toHaveValue(/转工单处理/);
    },
    'finish',
  );
  await reel.step(
    'kept and finished',
    async () => {
      await page.keyboard.press('Alt+PageDown');
      await expect(desk.column.getByText('这次接待已经存好')).toBeVisible();
    },
    'finished',
  );
  await reel.step(
    'the record is found again',
    async () => {
      await page.keyboard.press('Control+Shift+h');
      await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().press('Enter');
      await expect(page.getByRole('dialog')).toContainText('转工单处理');
    },
    'record',
  );
}

import { captureAll } from '#tests/core/conversation/drive-conversation.ts';
import { axeFindings, axeInEveryTheme } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { olderRelease } from '#tools/drive/older-release.ts';
import { type DeskClient, seedDesk, settleRecoveryKey } from '#tools/drive/seed-desk.ts';
import { followUp, hearOut, serving, settle } from '#tools/drive/serving.ts';

test.describe.configure({ timeout: 600_000 });

test('axe finds nothing in any state of a conversation, in every theme', async ({ startDesk }) => {
  const app = await startDesk({ width: 1280, height: 800 });
  const { page } = app;
  await deskPage(app).signIn();
  const desk = serving(page);

  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: '称呼' })).toBeFocused();
  await page.getByRole('radio', { name: '电话' }).press('Space');
  await expect(page.getByText(/^响 2 到 5 声接/)).toBeVisible();
  expect(await axeInEveryTheme(page), 'start form').toEqual([]);
  await page.keyboard.press('Escape');
  await desk.start();
  expect(await axeInEveryTheme(page), 'accept').toEqual([]);
  await desk.column.getByRole('button', { name: /^客户心情/ }).press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await axeFindings(page), 'mood').toEqual([]);
  await page.keyboard.press('Escape');
  await desk.column.getByRole('button', { name: '更多操作' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: '中途结束' })).toBeVisible();
  expect(await axeFindings(page), 'more to do').toEqual([]);
  await page.getByRole('menuitem', { name: '中途结束' }).press('Enter');
  await expect(page.getByText('为什么中途结束')).toBeVisible();
  expect(await axeFindings(page), 'breaking off').toEqual([]);
  await page.keyboard.press('Escape');
  await desk.column.getByRole('button', { name: /王女士/ }).press('Enter');
  await expect(page.getByRole('textbox', { name: '号码' })).toBeVisible();
  expect(await axeFindings(page), 'the customer').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(desk.stage).toContainText('接受');
  await page.keyboard.press('Alt+PageDown');
  expect(await axeInEveryTheme(page), 'accept, refused').toEqual([]);
  await page.keyboard.press('Control+j');
  await page.keyboard.insertText('跟客户说了没办法。');
  await expect(desk.column.getByRole('button', { name: /^采用/ })).toBeVisible();
  expect(await axeInEveryTheme(page), 'note with a forbidden phrase').toEqual([]);
  await page.keyboard.press('Control+.');
  await hearOut(desk);
  await desk.goOn('澄清');
  expect(await axeInEveryTheme(page), 'clarify, tables').toEqual([]);
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('这个地方以前信号就不好吗？')).toBeVisible();
  await page.keyboard.press('Alt+Digit2');
  await expect(desk.column.getByText('周围的人也没有信号吗？')).toBeVisible();
  expect(await axeInEveryTheme(page), 'key question').toEqual([]);
  await desk.column.getByRole('button', { name: /重新回答/ }).press('Enter');
  await expect(desk.column.getByText('这个地方以前信号就不好吗？')).toBeVisible();
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('这一片信号不好')).toBeVisible();
  expect(await axeInEveryTheme(page), 'finding').toEqual([]);
  await desk.column.getByRole('button', { name: '换一张表' }).press('Enter');
  await expect(desk.column.getByRole('textbox', { name: '找一张表' })).toBeVisible();
  expect(await axeFindings(page), 'another table').toEqual([]);
  await desk.column.getByRole('button', { name: /有结论了/ }).press('Enter');
  await page.keyboard.press('Alt+Digit2');
  await expect(desk.column.getByText('这一片信号不好'), 'not accepted: the next angle').toHaveCount(0);
  expect(await axeFindings(page), 'not accepted').toEqual([]);
  await page.keyboard.press('Alt+Delete');
  await expect(desk.column.getByText('这一片信号不好')).toBeVisible();
  await page.keyboard.press('Alt+Digit1');
  await expect(desk.column.getByText('客户认可了')).toBeVisible();
  await desk.choose('原因在哪边', '我们');
  await desk.tickAll();
  await desk.goOn('处理');
  expect(await axeInEveryTheme(page), 'resolve').toEqual([]);
  await settle(desk);
  expect(await axeInEveryTheme(page), 'resolve, with its order').toEqual([]);
  await desk.goOn('跟踪');
  await followUp(desk);
  expect(await axeInEveryTheme(page), 'follow-up').toEqual([]);
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('textbox', { name: '接待记录' })).toBeVisible();
  expect(await axeInEveryTheme(page), 'finish').toEqual([]);
  await page.getByRole('textbox', { name: '接待记录' }).press('Control+End');
  await page.keyboard.insertText('跟客户说了没办法。');
  await expect(page.getByRole('button', { name: /^采用/ })).toBeVisible();
  expect(await axeFindings(page), 'finish, with a forbidden phrase').toEqual([]);
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('button', { name: /^采用/ })).toHaveCount(0);
  await page.keyboard.press('Alt+PageDown');
  await expect(desk.column.getByText('这次接待已经存好')).toBeVisible();
  expect(await axeInEveryTheme(page), 'idle, with what is waiting').toEqual([]);
  await page.keyboard.press('Control+Shift+h');
  const row = page.getByRole('dialog').getByRole('listitem').getByRole('button').first();
  await expect(row).toBeVisible();
  expect(await axeInEveryTheme(page), 'records').toEqual([]);
  await row.press('Enter');
  await page.getByRole('button', { name: '写一条补正' }).press('Enter');
  expect(await axeInEveryTheme(page), 'record').toEqual([]);
  await page.keyboard.press('Escape');
  await desk.column.getByRole('button', { name: /^\d{6}-\d{3}/ }).press('Enter');
  await expect(page.getByRole('dialog')).toContainText('湖滨街道');
  expect(await axeInEveryTheme(page), 'work order').toEqual([]);
});
test('axe finds nothing in the drawer at 1024 by 640 and 150 per cent', async ({ startDesk }) => {
  const app = await startDesk({ width: 1024, height: 640 });
  const { page } = app;
  await deskPage(app).signIn();
  await page.getByRole('button', { name: /^设置/ }).first().click();
  await page.getByRole('radio', { name: '特大' }).click();
  await page.keyboard.press('Control+Shift+Digit1');
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: '称呼' })).toBeFocused();
  expect(await axeFindings(page), 'start form').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: '四个环节' })).toBeVisible();
  expect(await axeFindings(page), 'accept').toEqual([]);
});

/** Under an older release: an agent offered a conversation, the lead promised something in one, and serves another. */
async function olderDesk(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  const people = await client.people.list();
  const sit = (role: string) => client.people.signIn({ personId: people.find((one) => one.role === role)?.id ?? '' });
  const begin = () =>
    client.conversation.start({
      flowId: 'telecom/flow-complaint',
      channel: 'counter',
      customer: { name: '王', title: '女士', number: '13812345678', tier: 'standard' },
    });
  await sit('agent');
  const given = await begin();
  await client.conversation.handOver({ conversationId: given.id, toId: null, why: 'other', note: '客户只认值班长' });
  await sit('lead');
  const left = await begin();
  await captureAll(client, left, {});
  const { promiseOptions } = await client.conversation.advanceStage({ conversationId: left.id, from: 'accept' });
  const dueAtMs = promiseOptions[0]?.dueAtMs ?? Date.now() + 3_600_000;
  await client.conversation.setPromise({ conversationId: left.id, dueAtMs });
  await client.conversation.breakOff({ conversationId: left.id, reason: 'customerLeft' });
  await begin();
}

test('axe finds nothing in a newer flow on offer, a hand-over to decline, a promise to move and the rules of the site', async ({
  startDesk,
  folders,
}) => {
  await seedDesk(folders.userData, 'lead', olderDesk, olderRelease(folders.userData));
  const { page } = await startDesk({ width: 1280, height: 800 });
  const { column } = serving(page);
  await expect(column.getByText(/^流程有新版/)).toBeVisible({ timeout: 60_000 });
  expect(await axeFindings(page), 'newer flow on offer').toEqual([]);
  await page.keyboard.press('Control+Shift+P');
  await expect(column.getByRole('button', { name: /新接待/ }), 'the conversation is set aside').toBeVisible();
  expect(await axeFindings(page), 'set aside, one waiting, one promised').toEqual([]);
  await column.getByRole('button', { name: '接不了', exact: true }).press('Enter');
  await expect(column.getByRole('textbox', { name: '为什么接不了' })).toBeFocused();
  expect(await axeFindings(page), 'declining').toEqual([]);
  await page.keyboard.press('Escape');
  await column.getByRole('button', { name: /^改时间/ }).press('Enter');
  await expect(column.getByRole('radiogroup').getByRole('radio').first()).toBeVisible();
  expect(await axeFindings(page), 'moving a promise').toEqual([]);
  for (const theme of ['浅色', '深色'] as const) {
    await page.getByRole('button', { name: /^设置/ }).first().click();
    await page.getByRole('radio', { name: '外观' }).click();
    await page.getByRole('radio', { name: theme }).click();
    await page.getByRole('radio', { name: '本网点规则' }).click();
    await expect(page.getByText('待核').first()).toBeVisible();
    expect(await axeFindings(page), `rules of the site, ${theme}`).toEqual([]);
  }
});

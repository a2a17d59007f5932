import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openTestServer, type TestServer } from '#bench/sync/open-sync-server.ts';
import { issueCode } from '#sync-server/commands.ts';
import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { movableClock } from '#tests/harness/movable-clock.ts';
import { readJournal } from '#tests/harness/read-journal.ts';
import { makeDeskFolders } from '#tools/drive/desk-app.ts';
import { seedDesk, settleRecoveryKey } from '#tools/drive/seed-desk.ts';

const PIN = '271828';
const SOUGHT = '猫咪咬断网线了';
const TITLE = '网线断了 · 先接上';
const DAY_MS = 86_400_000;
/** How long the line holds: shorter than the week by which a clock may leap and be believed at once. */
const HOLDS_DAYS = 3;

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A PC of the site joins the server on its settings page. */
async function joinSite(page: Page, server: TestServer, role: 'leadDesk' | 'desk', deskName: string): Promise<void> {
  const { code } = await issueCode(server.config, { siteId: 'hall-1', siteName: '中山路营业厅', role }, Date.now());
  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByRole('radio', { name: '同步' }).press('Space');
  await page.getByRole('textbox', { name: '服务器地址' }).fill(server.server.url);
  await page.getByRole('textbox', { name: '登记码' }).fill(code);
  await page.getByRole('textbox', { name: '这台电脑叫什么' }).fill(deskName);
  await page.getByRole('button', { name: '加入网点' }).press('Enter');
  await expect(page.getByText('已经加入中山路营业厅')).toBeVisible();
}

test('a search in vain becomes a draft, is sent back by a colleague, mended, approved, published, and found on another desk, with a server and without, until its last day', async ({
  startDesk,
  folders,
  runtime,
}) => {
  test.setTimeout(300_000);
  await seedDesk(folders.userData, 'agent', async (client) => {
    await settleRecoveryKey(client);
    await client.library.search({ text: SOUGHT });
    await client.library.search({ text: '' });
    const lead = (await client.people.list()).find(({ role }) => role === 'lead');
    await client.people.signIn({ personId: lead?.id ?? '' });
    await client.people.setPin({ pin: PIN });
    await client.releases.setUp({ pin: PIN });
  });
  const desk = await startDesk();
  const { page } = desk;
  const { signIn } = deskPage(desk);
  const as = async (name: string) => {
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: new RegExp(name) }).click();
    if (name === '李蔚') {
      await page.getByRole('textbox', { name: '密码' }).fill(PIN);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('button', { name: '工作坊' })).toBeVisible();
    await page.keyboard.press('Control+Shift+Digit6');
    await expect(page.getByRole('heading', { name: '工作坊' })).toBeVisible();
  };
  await signIn();
  await expect(page.getByRole('button', { name: '工作坊' })).toHaveCount(0);

  await as('李蔚');
  await page.getByRole('button', { name: '搜不到的' }).press('Enter');
  await page.getByRole('button', { name: /写一条\s*猫咪/ }).press('Enter');
  await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
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
  await page.getByLabel('截止日').fill(dayIn(HOLDS_DAYS));
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

  // A table of the library is changed: an answer that leads nowhere is named, then it is played by the engine.
  await as('李蔚');
  await page.keyboard.press('Control+Shift+Digit2');
  await page.getByRole('combobox', { name: '在口径库里找' }).fill('上网老断 客户说有损失');
  await page
    .getByRole('option', { name: /上网老断 · 客户说有损失/ })
    .first()
    .click();
  await page.getByRole('button', { name: '修改', exact: true }).press('Enter');
  const leads = page.getByRole('combobox', { name: /答“到哪儿都断”/ });
  const led = await leads.inputValue();
  await leads.selectOption('');
  await expect(page.getByText('答“到哪儿都断”以后，还没接上').first()).toBeVisible();
  await expect(page.getByRole('application', { name: '流向图' }).getByText('还没接上')).toBeVisible();
  expect(await axeFindings(page), 'the outline').toEqual([]);
  await leads.selectOption(led);
  await expect(page.getByText('从头到尾都走得通')).toBeVisible();
  await page.keyboard.press('F9');
  const play = page.getByRole('dialog', { name: '走一遍' });
  await play.getByRole('button', { name: /只在一处/ }).press('Enter');
  await expect(play.getByRole('list', { name: '走过的' })).toContainText('只在一处');
  expect(await axeFindings(page), 'the try').toEqual([]);
  await page.keyboard.press('Escape');

  // With a server: this PC and another one join it; the release is signed here and found there.
  const server = await openTestServer('sqlite');
  const stick = mkdtempSync(join(tmpdir(), 'counterpart-stick-'));
  const [second, alone] = [makeDeskFolders(), makeDeskFolders()];
  try {
    await joinSite(page, server, 'leadDesk', '一号台');
    await seedDesk(second.userData, 'lead', settleRecoveryKey);
    const other = await startDesk({ userData: second.userData });
    const there = deskPage(other);
    await there.signIn('李蔚');
    await joinSite(other.page, server, 'desk', '二号台');

    await page.keyboard.press('Control+Shift+Digit2');
    await page.getByRole('button', { name: '发布口径' }).press('Enter');
    await page.getByRole('textbox', { name: '为什么更新' }).fill('常有人说网线被咬断');
    await page.getByRole('textbox', { name: '您的签到密码' }).fill(PIN);
    await page.getByRole('button', { name: '签名发布' }).press('Enter');
    await expect(page.getByText('没有等着发布的内容', { exact: false })).toBeVisible({ timeout: 60_000 });

    await other.page.keyboard.press('Control+Shift+Digit1');
    await expect(async () => {
      await there.searchBox.fill('');
      await there.searchBox.fill(SOUGHT);
      await expect(there.hits.filter({ hasText: TITLE })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 90_000 });
    await there.searchBox.press('Enter');
    await expect.poll(there.clipboard).toContain('师傅明天上午带着新接头过去');
    await other.close();

    // Without one: by a stick to a PC that never joined anything, whose lead compares the fingerprint.
    await desk.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, stick);
    await page.getByRole('button', { name: '存到 U 盘' }).press('Enter');
    await expect(page.getByText(/存好了 \d+ 个文件/)).toBeVisible();
    const shown = /[0-9a-f]{4}( [0-9a-f]{4}){3}/.exec((await page.getByText(/指纹/).textContent()) ?? '')?.[0];
    await desk.close();
    await seedDesk(alone.userData, 'lead', settleRecoveryKey);
    const clock = movableClock(alone.userData, runtime);
    const far = await startDesk({ userData: alone.userData, runtime: clock.runtime });
    const away = deskPage(far);
    await away.signIn('李蔚');
    await far.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, stick);
    await far.page.keyboard.press('Control+Shift+Digit2');
    await far.page.getByRole('button', { name: '发布口径' }).press('Enter');
    await far.page.getByRole('button', { name: '从 U 盘更新' }).press('Enter');
    await expect(far.page.getByText(`指纹 ${shown}`)).toBeVisible();
    await far.page.getByRole('button', { name: '核对过了，以后跟这边' }).press('Enter');
    await expect(far.page.getByText(/更新到 .+ 了/)).toBeVisible();
    await far.page.keyboard.press('Escape');
    await far.page.keyboard.press('Control+Shift+Digit1');
    await away.searchBox.fill(SOUGHT);
    await expect(away.hits.filter({ hasText: TITLE })).toBeVisible();
    await away.searchBox.press('Enter');
    await expect.poll(away.clipboard).toContain('师傅明天上午带着新接头过去');

    // Nobody can tell this PC to take it back: past its last day it is not copied any more, also when the clock is set back.
    await away.clearClipboard();
    for (const ahead of [HOLDS_DAYS + 3, 0]) {
      clock.putAhead(ahead * DAY_MS);
      await away.searchBox.fill('');
      await away.searchBox.fill(SOUGHT);
      await expect(away.hits.filter({ hasText: TITLE })).toBeVisible();
      await away.searchBox.press('Enter');
      await expect(far.page.getByText(/这条口径用到 .+ 为止，已经过期/)).toBeVisible();
      expect(await away.clipboard()).toBe('');
    }
    expect(readJournal(alone.userData).filter(({ kind }) => kind === 'line.copied')).toHaveLength(1);
    await far.close();
  } finally {
    await server.close();
    rmSync(stick, { recursive: true, force: true });
    for (const folder of [second, alone]) folder.remove();
  }
});

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServerChild } from '#bench/sync/server-child.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import { issueCode } from '#sync-server/commands.ts';
import { readConfig } from '#sync-server/config.ts';
import { axeInEveryTheme } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { openCore, signInAs } from '#tests/harness/open-core.ts';
import { seedDesk, settleRecoveryKey } from '#tools/drive/seed-desk.ts';
import { serving } from '#tools/drive/serving.ts';

test.describe.configure({ timeout: 240_000 });

test('an incident is raised in the window, acknowledged here and on the desk beside it, ended and reported', async ({
  startDesk,
  folders,
}) => {
  const environment = {
    COUNTERPART_SERVER_DATA: join(folders.userData, 'server'),
    COUNTERPART_SERVER_KEY: randomBytes(32).toString('base64'),
  };
  const codeFor = async () => {
    const site = { siteId: 'hall', siteName: '中山路营业厅', role: 'desk' as const };
    return (await issueCode(readConfig(environment), site, Date.now())).code;
  };
  const codes = [await codeFor(), await codeFor()] as const;
  const server = await startServerChild(environment);
  const beside = await openCore({
    clock: { nowMs: Date.now, monotonicMs: () => performance.now(), advance: () => undefined, jumpTo: () => undefined },
    sync: { fetch, timer: systemTimer, random: () => 0.5, appVersion: 'test' },
  });
  try {
    await signInAs(beside, 'administrator');
    const colleague = await beside.client.people.add({ name: '周小舟', role: 'agent' });
    await beside.client.sync.enrol({ serverUrl: server.url, code: codes[0], deskName: '二号台' });
    await beside.client.people.signIn({ personId: colleague.id });

    await seedDesk(folders.userData, 'lead', settleRecoveryKey);
    const desk = await startDesk({ width: 1280, height: 800 });
    const { page } = desk;
    const { searchBox, clipboard } = deskPage(desk);
    await searchBox.waitFor();
    await page.getByRole('button', { name: '设置', exact: true }).click();
    await page.getByRole('radio', { name: '同步' }).click();
    await page.getByRole('textbox', { name: '服务器地址' }).fill(server.url);
    await page.getByRole('textbox', { name: '登记码' }).fill(codes[1]);
    await page.getByRole('textbox', { name: '这台电脑叫什么' }).fill('一号台');
    await page.getByRole('button', { name: '加入网点' }).press('Enter');
    await expect(page.getByText('已经加入中山路营业厅').first()).toBeVisible();

    // Raised with the keyboard alone; the facts have to be put in first.
    await page.keyboard.press('Control+Shift+A');
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByText('眼下没有突发事件')).toBeVisible();
    await sheet.getByRole('button', { name: '启动一份预案' }).press('Enter');
    const plan = sheet.getByRole('combobox', { name: '哪一份' });
    await plan.focus();
    await plan.selectOption('notices/plan-network-outage');
    const send = sheet.getByRole('button', { name: '启动，全厅都看到' });
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    expect(await axeInEveryTheme(page), 'the form').toEqual([]);
    await sheet.getByRole('textbox', { name: '出了什么事' }).fill('城东一片从九点起上不了网，抢修的人已经出门。');
    await sheet.getByRole('textbox', { name: '影响范围' }).fill('城东');
    await sheet.getByRole('textbox', { name: '下次通报时间' }).fill('十一点');
    await send.press('Enter');
    await expect(page.getByText('启动了，每台电脑都看到了')).toBeVisible();

    // The desk beside reads it, says and copies its line.
    const arrived = async () => (await beside.client.incidents.list())[0];
    await expect.poll(async () => (await arrived())?.title, { timeout: 60_000 }).toBe('一大片没网');
    const incidentId = (await arrived())?.id ?? '';
    await beside.client.incidents.acknowledge({ incidentId });
    const line = { incidentId, entryId: 'notices/cable-cut' };
    await beside.client.incidents.copyLine(line);
    await beside.client.incidents.sayLine(line);
    await beside.client.incidents.sayLine(line);
    await expect(sheet.getByText(/^2 人看过/)).toBeVisible({ timeout: 60_000 });
    // The first call: nobody answers, the fallback does.
    await sheet.getByRole('button', { name: '网络值班 没人接' }).press('Enter');
    await sheet.getByRole('button', { name: '网络主管 找到了' }).press('Enter');
    await expect(sheet.getByRole('button', { name: '值班经理 找到了' })).toBeVisible();
    await sheet.getByRole('button', { name: /^说过了 光缆中断/ }).press('Enter');
    await expect(page.getByText('记下了：说过一次')).toBeVisible();
    expect(await axeInEveryTheme(page), 'the incident').toEqual([]);
    await page.keyboard.press('Escape');

    // It stands on top of every place, over the search that concerns it and in the conversation.
    const bar = page.getByRole('region', { name: '突发事件：一大片没网' });
    await expect(bar).toBeVisible();
    await page.keyboard.press('Control+Shift+Digit1');
    await expect(bar).toBeVisible();
    await searchBox.fill('没信号');
    await expect(page.getByRole('option', { name: /光缆中断/ }).first()).toBeVisible();
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: /张敏/ }).click();
    await searchBox.waitFor();
    const read = bar.getByRole('button', { name: '我看过了' });
    await expect(read).toBeVisible();
    expect(await axeInEveryTheme(page), 'the bar').toEqual([]);
    await bar.getByRole('button', { name: /^复制 光缆中断/ }).press('Enter');
    await expect.poll(clipboard).toContain('城东的光缆断了');
    await read.press('Enter');
    await expect(read).toHaveCount(0);
    await serving(page).start();
    await expect(page.getByRole('region', { name: '突发事件 · 一大片没网' })).toContainText('城东的光缆断了');

    // Ended before its time by the lead, over on both desks, and reported.
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: /李蔚/ }).click();
    await searchBox.waitFor();
    await bar.getByRole('button', { name: '看全部' }).press('Enter');
    await sheet.getByRole('button', { name: '提前结束' }).press('Enter');
    await sheet.getByRole('textbox', { name: '为什么' }).fill('光缆接好了');
    await sheet.getByRole('textbox', { name: '为什么' }).press('Enter');
    await expect(page.getByText('结束了，平常的口径照用')).toBeVisible();
    await expect(bar).toHaveCount(0);
    await expect.poll(async () => (await beside.client.incidents.list()).length, { timeout: 60_000 }).toBe(0);
    await sheet.getByRole('button', { name: '看报告' }).press('Enter');
    await expect(sheet.getByText(/口径复制 2 次、说出 3 次/)).toBeVisible();
    await expect(sheet.getByRole('listitem').filter({ hasText: '看过了' }).filter({ hasText: '周小舟' })).toBeVisible();
    await expect(
      sheet.getByRole('listitem').filter({ hasText: '提前结束' }).filter({ hasText: '光缆接好了' }),
    ).toBeVisible();
    expect(await axeInEveryTheme(page), 'the report').toEqual([]);
    const file = join(folders.userData, 'report.pdf');
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await sheet.getByRole('button', { name: '存成 PDF' }).press('Enter');
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
    expect(readFileSync(file, 'latin1').startsWith('%PDF')).toBe(true);
  } finally {
    beside.remove();
    await server.kill('SIGTERM');
  }
});

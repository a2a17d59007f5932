import type { Page } from '@playwright/test';
import { axeFindings, RULES_OF_A_THEME } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';

for (const theme of ['浅色', '深色', '高对比'] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ startDesk }) => {
    const findings = (page: Page) => axeFindings(page, theme === '浅色' ? undefined : RULES_OF_A_THEME);
    const desk = await startDesk();
    const { page } = desk;
    await expect(page.getByRole('button', { name: /张敏/ })).toBeVisible();
    expect(await findings(page), 'sign-in').toEqual([]);
    const { signIn, search, searchBox } = deskPage(desk);
    await signIn();
    await page.keyboard.press('Control+Shift+Digit5');
    await page.getByRole('radio', { name: theme }).click();
    expect(await findings(page), 'settings').toEqual([]);
    await page.keyboard.press('Control+Shift+Digit2');
    await page.waitForTimeout(300);
    expect(await findings(page), 'library').toEqual([]);
    await page.keyboard.press('Control+Shift+Digit1');
    await expect(searchBox).toBeVisible();
    expect(await findings(page), 'desk, nothing typed').toEqual([]);
    await search('无信号');
    expect(await findings(page), 'desk, results').toEqual([]);
    await search('骂人');
    await expect(page.getByRole('group', { name: '口径库里还有' })).toBeVisible();
    expect(await findings(page), 'desk, what else the library holds').toEqual([]);
    await searchBox.fill('shezhi');
    await expect(page.getByRole('group', { name: '直接去' })).toBeVisible();
    expect(await findings(page), 'desk, places of the desk itself').toEqual([]);
    await searchBox.fill('');
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findings(page), 'keyboard map').toEqual([]);
  });
}

import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import type { Scene } from './scene.ts';

const CARDS = { top: null, hours: 1, years: 3, figures: 4, authority: 10, 'read-back': 13, blocking: 14 } as const;

async function openSiteRules(page: Page, card: number | null): Promise<void> {
  await page
    .getByRole('button', { name: /^(设置|Settings)/ })
    .first()
    .click();
  await page.getByRole('radio', { name: /^(本网点规则|Site rules)$/ }).click();
  await page.locator('section').nth(2).waitFor();
  if (card !== null)
    await page
      .locator('section')
      .nth(card)
      .evaluate((part) => part.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(350);
}

async function chooseSomething(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  await client.siteRules.change({
    set: {
      siteName: '城南营业厅',
      greenChannelResponseMinutes: 180,
      exceptions: [{ day: '2026-12-31', hours: [{ fromMinute: 480, toMinute: 720 }], note: '年终盘点' }],
      blockingRules: ['check/amount', 'check/idCard'],
    },
  });
}

/** The page of a site's rules from top to bottom, as a lead sees it, and as others do. */
export const siteRulesScenes: readonly Scene[] = [
  ...Object.entries(CARDS).map(
    ([name, card]): Scene => ({
      name: `site-rules-${name}`,
      role: 'lead',
      seed: chooseSomething,
      act: (page) => openSiteRules(page, card),
    }),
  ),
  { name: 'site-rules-read-only', role: 'agent', seed: settleRecoveryKey, act: (page) => openSiteRules(page, null) },
];

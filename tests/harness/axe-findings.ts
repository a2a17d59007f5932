import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What of axe's rules another theme can break; the others were held against the first one. */
export const RULES_OF_A_THEME: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, a line for each broken rule with the elements that break it; `only` names the rules asked for. */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  // What moves has come to rest by then.
  await page.waitForTimeout(250);
  // Electron has no second page for axe to work in.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only === undefined ? axe : axe.withRules([...only])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { themeSchema } from '#contract/settings.ts';

const THEMES: readonly string[] = themeSchema.exclude(['system']).options;
/** What of axe's rules a theme can break; the others have been asked for by then. */
const RULES_OF_A_THEME = ['color-contrast', 'link-in-text-block'];

async function found(page: Page, only?: string[]): Promise<string[]> {
  // Electron has no second page for axe to work in.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only === undefined ? axe : axe.withRules(only)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** What axe finds on the page as it stands: a line for each broken rule, with the elements that break it. */
export async function axeFindings(page: Page): Promise<string[]> {
  // What moves has come to rest by then.
  await page.waitForTimeout(250);
  return found(page);
}

/** The same in the theme at hand, and in every other theme what a theme can break; the theme is put back. */
export async function axeInEveryTheme(page: Page): Promise<string[]> {
  const all = await axeFindings(page);
  const before = await page.evaluate(() => document.documentElement.dataset['theme'] ?? 'light');
  const show = (theme: string) =>
    page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
  for (const theme of THEMES.filter((one) => one !== before)) {
    await show(theme);
    await page.waitForTimeout(150);
    all.push(...(await found(page, RULES_OF_A_THEME)).map((line) => `${theme}: ${line}`));
  }
  await show(before);
  return all;
}

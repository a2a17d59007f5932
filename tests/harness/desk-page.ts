import { expect } from '@playwright/test';
import type { DeskApp } from '#tools/drive/desk-app.ts';

/** The desk as a person sees it; everything is found by its role and name, as a screen reader would. */
export function deskPage({ app, page }: DeskApp) {
  const searchBox = page.getByRole('combobox', { name: /搜口径|Search/ });
  return {
    searchBox,
    hits: page.getByRole('option'),
    /** Picks a sample person and puts the recovery key off, if the desk asks. */
    async signIn(name = '张敏'): Promise<void> {
      await page.getByRole('button', { name: new RegExp(name) }).click();
      await searchBox.waitFor();
      const later = page.getByRole('button', { name: /以后再|稍后|Later/ });
      if (await later.isVisible({ timeout: 2_000 }).catch(() => false)) await later.click();
      await expect(searchBox).toBeVisible();
    },
    async search(text: string): Promise<void> {
      await searchBox.fill(text);
      // Rows that stand there before anything is typed have no marks; these are the answer.
      await expect(page.getByRole('option').first().locator('mark').first()).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
    clipboard: (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText()),
    clearClipboard: (): Promise<void> => app.evaluate(({ clipboard }) => clipboard.clear()),
  };
}

/** Process id of the core, as a child of Electron's main process. */
export async function corePid({ app }: DeskApp): Promise<number> {
  const { readdirSync, readFileSync } = await import('node:fs');
  const main = app.process().pid;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const parent = / (\d+)$/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ').slice(0, 4).join(' '))?.[1];
      if (command.includes('out/main/core.js') && Number(parent) === main) return Number(pid);
    } catch {
      // The process ended while we looked.
    }
  }
  throw new Error('no core process was found');
}

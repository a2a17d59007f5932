import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '#contract/library/release.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';
import { seedDesk, settleRecoveryKey } from '#tools/drive/seed-desk.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

/** A line that rests on an article, and whose wording was another one in the release before. */
function releaseBefore(): { bytes: Uint8Array; version: string; title: string; entryId: string; article: string } {
  const shipped = JSON.parse(readFileSync(join(PROJECT_ROOT, 'out/library/starter-release.json'), 'utf8')) as Release;
  const titles = new Map(shipped.entries.map(({ entry }) => [entry.id, entry.title]));
  const changed = shipped.entries.find(
    ({ entry }) =>
      entry.kind === 'line' && entry.basis.length > 0 && entry.variables.length === 0 && entry.fragments.length === 0,
  );
  if (changed?.entry.kind !== 'line') throw new Error('no line of the shipped release rests on an article');
  const { entry } = changed;
  const former = {
    ...entry,
    variants: { ...entry.variants, standard: `从前是这样说的。${entry.variants.standard}` },
  };
  const release: Release = {
    ...shipped,
    version: '2026.1.1',
    entries: shipped.entries.map((each) =>
      each === changed
        ? { ...each, entry: former, entryHash: createHash('sha256').update(canonicalBytes(former)).digest('hex') }
        : each,
    ),
  };
  const article = titles.get(entry.basis[0] ?? '') ?? '';
  return { bytes: canonicalBytes(release), version: release.version, title: entry.title, entryId: entry.id, article };
}

test('the library by keyboard: filter, a table, an own line, two versions, an article beside the line', async ({
  startDesk,
  folders,
}) => {
  const before = releaseBefore();
  const file = join(folders.userData, 'release-before.json');
  writeFileSync(file, before.bytes);
  await seedDesk(folders.userData, 'agent', settleRecoveryKey, {
    file,
    pin: { version: before.version, sha256: createHash('sha256').update(before.bytes).digest('hex') },
  });
  const desk = await startDesk();
  const { page } = desk;
  const { signIn, searchBox, hits, clipboard } = deskPage(desk);
  await signIn();

  // The place opens with its filter focused; arrows move, Enter opens, F6 goes round.
  await page.keyboard.press('Control+Shift+Digit2');
  const field = page.getByRole('combobox', { name: '在口径库里找' });
  await expect(field).toBeFocused();
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '到工作台用' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('region', { name: '口径库' })).toBeFocused();
  expect(await axeFindings(page), 'a line').toEqual([]);

  // A kind and a text narrow together; a decision table reads as an outline.
  await page.getByRole('button', { name: /^判定表/ }).press('Enter');
  await page.keyboard.press('F6');
  await expect(field).toBeFocused();
  await page.keyboard.type('wuxinhao');
  await expect(hits.first()).toContainText('无信号');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '怎么判定' })).toBeVisible();
  await expect(page.getByText('客户不接受，再走').first()).toBeVisible();
  expect(await axeFindings(page), 'a table').toEqual([]);

  // An own line is checked while it is typed, kept, and listed.
  await page.keyboard.press('Control+Shift+KeyE');
  await page.getByRole('textbox', { name: '给它起个名字' }).fill('楼道信号小妙招');
  await page.getByRole('textbox', { name: '怎么说' }).fill('这是规定，我也没办法');
  await expect(page.getByRole('dialog').getByText('换成', { exact: false }).first()).toBeVisible();
  expect(await axeFindings(page), 'writing an own line').toEqual([]);
  await page.getByRole('textbox', { name: '怎么说' }).fill('您到楼道窗边试试，信号一般会好不少。');
  await page.getByRole('button', { name: '记下来' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '楼道信号小妙招' })).toBeVisible();

  // It stays out of the team's results until it is asked for; then it is marked, and copying it is recorded.
  await page.keyboard.press('Control+k');
  await searchBox.fill('楼道信号小妙招');
  await expect(hits.filter({ hasText: '楼道信号小妙招' })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+KeyO');
  await expect(hits.filter({ hasText: '楼道信号小妙招' })).toContainText('个人');
  await expect(hits.first()).toContainText('楼道信号小妙招');
  await page.keyboard.press('Enter');
  await expect.poll(clipboard).toBe('您到楼道窗边试试，信号一般会好不少。');
  const copied = readJournal(folders.userData).findLast(({ kind }) => kind === 'line.copied');
  expect(copied?.payload).toMatchObject({ entryId: expect.stringMatching(/^personal\//), version: 1 });

  // Two releases have been on this desk: the line that changed shows both wordings side by side.
  await page.keyboard.press('Control+Shift+Digit2');
  await page.getByRole('button', { name: /^团队口径/ }).press('Enter');
  await page.getByRole('button', { name: '全部放开' }).press('Enter');
  await field.fill(before.title);
  await expect(hits.first()).toContainText(before.title);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+KeyV');
  const versions = page.getByRole('dialog');
  await expect(versions.getByText('2026.1.1')).toBeVisible();
  await expect(versions.getByRole('radio')).toHaveCount(4);
  await expect(versions.getByRole('deletion').first()).toContainText('从前是这样说的。');
  expect(await axeFindings(page), 'versions').toEqual([]);
  await page.keyboard.press('Escape');

  // On the desk an article opens beside the line, which stays; from the article the lines that rest on it.
  await page.getByRole('button', { name: '到工作台用' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: before.title })).toBeVisible();
  await page.getByRole('button', { name: before.article }).first().press('Enter');
  const article = page.getByRole('dialog', { name: '依据' });
  await expect(article.getByRole('heading', { name: before.article })).toBeVisible();
  await expect(article.getByRole('button', { name: before.title })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: before.title, includeHidden: true })).toBeVisible();
  expect(await axeFindings(page), 'an article beside the line').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(article).toBeHidden();

  // The same places in the dark, and how much each line is used.
  await page.keyboard.press('Control+Shift+Digit2');
  await page.getByRole('button', { name: /^使用情况/ }).press('Enter');
  await expect(page.getByText(/天里/).first()).toBeVisible();
  expect(await axeFindings(page), 'usage').toEqual([]);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  expect(await axeFindings(page), 'usage, dark').toEqual([]);
  await page.getByRole('button', { name: /^团队口径/ }).press('Enter');
  await expect(hits.first()).toBeVisible();
  expect(await axeFindings(page), 'a line, dark').toEqual([]);
  await page.keyboard.press('Control+Shift+KeyV');
  await expect(versions.getByRole('deletion').first()).toBeVisible();
  expect(await axeFindings(page), 'versions, dark').toEqual([]);
});

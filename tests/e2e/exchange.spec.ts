import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import Excel from '@protobi/exceljs';
import { axeFindings } from '#tests/harness/axe-findings.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';
import type { DeskApp } from '#tools/drive/desk-app.ts';
import { seedDesk, settleRecoveryKey } from '#tools/drive/seed-desk.ts';

test.describe.configure({ timeout: 180_000 });

/** One entry of the library, changed; one that is new; one that is broken. */
async function teamSheet(path: string, entryId: string, title: string): Promise<void> {
  const workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet('营业厅口径');
  sheet.addRow(['编号', '标题', '行业包', '场景', '标准', '简短', '负责人']);
  sheet.addRow([
    '',
    '雨天来客',
    'courtesy',
    '见面称呼',
    '外面雨大，您先进来擦擦水，我给您拿条毛巾。',
    '您先进来擦擦水。',
    '值班长',
  ]);
  sheet.addRow(['', '坏的一条', 'courtesy', '没有的场景', '您坐。', '', '值班长']);
  // Columns that are not there leave an entry as it is.
  const titles = workbook.addWorksheet('改标题');
  titles.addRow(['编号', '标题']);
  titles.addRow([entryId, `${title}（新）`]);
  writeFileSync(path, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** The system's dialogues cannot be worked from here: what they would answer is put in their place. */
async function answerDialogues({ app }: DeskApp, open: string, save: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [paths.open] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.save });
    },
    { open, save },
  );
}

test('a lead looks at a sheet, lets it go, takes it in as drafts, and takes the library out', async ({
  startDesk,
  folders,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-e2e-'));
  const sheet = join(folder, 'team.xlsx');
  let entryId = '';
  await seedDesk(folders.userData, 'lead', async (client) => {
    await settleRecoveryKey(client);
    const { hits } = await client.library.search({ text: '欢迎光临' });
    const [hit] = hits;
    if (!hit) throw new Error('nothing found to change');
    entryId = hit.entryId;
    await teamSheet(sheet, entryId, hit.title);
  });
  const kinds = () => readJournal(folders.userData).map(({ kind }) => kind);
  const desk = await startDesk({ width: 1280, height: 800 });
  const { page } = desk;
  await answerDialogues(desk, sheet, join(folder, 'out.xlsx'));
  await page.getByRole('combobox').first().waitFor();
  await page.keyboard.press('Control+Shift+Digit2');

  await page.getByRole('button', { name: '导入口径' }).click();
  const dialogue = page.getByRole('dialog', { name: '导入口径' });
  await dialogue.getByRole('button', { name: '选文件' }).click();
  await expect(dialogue.getByRole('radio', { name: /新增 1/ })).toBeVisible({ timeout: 60_000 });
  await expect(dialogue.getByRole('radio', { name: /修改 1/ })).toBeVisible();
  await dialogue.getByRole('radio', { name: /没收下 1/ }).click();
  await expect(dialogue.getByText('行业包里没有场景「没有的场景」')).toBeVisible();
  await dialogue.getByRole('radio', { name: /修改 1/ }).click();
  await expect(dialogue.locator('ins').filter({ hasText: '（新）' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(dialogue).toBeHidden();
  expect(kinds().filter((kind) => kind.startsWith('wording.'))).toEqual([]);

  await page.getByRole('button', { name: '导入口径' }).click();
  await dialogue.getByRole('button', { name: '选文件' }).click();
  await dialogue.getByRole('button', { name: /收下 2 条/ }).click();
  await expect(dialogue.getByText('2 条放进了待审草稿')).toBeVisible();
  expect(kinds().filter((kind) => kind.startsWith('wording.'))).toEqual(['wording.imported']);
  await dialogue.getByRole('button', { name: '去看草稿' }).click();

  const drafts = page.getByRole('dialog', { name: '待审草稿' });
  await expect(drafts.getByRole('listitem')).toHaveCount(2);
  await drafts.getByRole('listitem').filter({ hasText: '（新）' }).getByRole('button', { name: '看内容' }).click();
  await expect(drafts.locator('ins').filter({ hasText: '（新）' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  // Both are handed in together; a colleague approves one of them, which does not wait here any more.
  const sitDown = async (name: string) => {
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await expect(page.getByRole('button', { name: '工作坊' })).toBeVisible();
  };
  await page.keyboard.press('Control+Shift+Digit6');
  await page.getByRole('button', { name: /一起看：team\.xlsx/ }).press('Enter');
  await page.getByRole('button', { name: '送审 2 条' }).press('Enter');
  await expect(page.getByText('送去审了 2 条')).toBeVisible({ timeout: 60_000 });
  await sitDown('周宁');
  await page.keyboard.press('Control+Shift+Digit6');
  await page.getByRole('button', { name: /^待审/ }).press('Enter');
  await page.getByRole('button', { name: /一起看：team\.xlsx/ }).press('Enter');
  await page.getByRole('button', { name: /看内容.*（新）/ }).press('Enter');
  await expect(page.locator('ins').filter({ hasText: '（新）' })).toBeVisible();
  await page.getByRole('checkbox', { name: /雨天来客/ }).press('Space');
  for (const box of await page
    .getByRole('group', { name: /逐条过/ })
    .getByRole('checkbox')
    .all())
    await box.press('Space');
  expect(await axeFindings(page), 'what a file brought').toEqual([]);
  await page.getByRole('button', { name: '通过 1 条' }).press('Enter');
  await expect(page.getByText('通过了 1 条，等发布')).toBeVisible();
  await sitDown('李蔚');
  await page.keyboard.press('Control+Shift+Digit2');
  await page.getByRole('button', { name: '待审草稿 1' }).click();
  await expect(drafts.getByRole('listitem')).toHaveCount(1);
  await drafts.getByRole('button', { name: '不要这条「雨天来客」' }).click();
  await expect(drafts.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '导出', exact: true }).click();
  const out = page.getByRole('dialog', { name: '导出口径' });
  await out.getByRole('combobox', { name: '导出哪些' }).selectOption('courtesy');
  await out.getByRole('button', { name: '选位置并导出' }).click();
  await expect(out.getByText(/导出了 \d+ 条/)).toBeVisible({ timeout: 60_000 });
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(join(folder, 'out.xlsx'));
  expect(workbook.worksheets.map(({ name }) => name)).toContain('礼貌用语');
  expect(workbook.worksheets[0]?.rowCount).toBeGreaterThan(20);

  await answerDialogues(desk, sheet, join(folder, 'out'));
  await out.getByRole('radio', { name: '可打印 PDF' }).click();
  await out.getByRole('button', { name: '选位置并导出' }).click();
  await expect(out.getByText(/out\.pdf/)).toBeVisible({ timeout: 90_000 });
  expect(await axeFindings(page)).toEqual([]);
  const pdf = readFileSync(join(folder, 'out.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(glyphsShown(pdf)).toBeGreaterThan(2_000);
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  rmSync(folder, { recursive: true });
});

test('an agent has no way to it', async ({ startDesk, folders }) => {
  await seedDesk(folders.userData, 'agent', settleRecoveryKey);
  const { page } = await startDesk();
  await page.getByRole('combobox').first().waitFor();
  await page.keyboard.press('Control+Shift+Digit2');
  await expect(page.getByRole('heading', { name: '口径库' })).toBeVisible();
  await expect(page.getByRole('button', { name: '导入口径' })).toHaveCount(0);
});

test('the command prints the same page', async ({ runtime, display }) => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-e2e-'));
  const file = join(folder, 'courtesy.pdf');
  const { status, stdout, stderr } = spawnSync(
    runtime.nodePath ?? process.execPath,
    ['tools/content.ts', 'export', '--format', 'pdf', '--pack', 'courtesy', '--out', file],
    { encoding: 'utf8', env: { ...process.env, DISPLAY: display } },
  );
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/\d+ 条/u);
  expect(glyphsShown(readFileSync(file))).toBeGreaterThan(2_000);
  rmSync(folder, { recursive: true });
});

/** How many glyphs the pages of a PDF show: hex strings where a font is in force, two bytes a glyph. */
function glyphsShown(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  let glyphs = 0;
  for (const { index, 0: head } of text.matchAll(/FlateDecode[^>]*>>\s*stream\r?\n/gu)) {
    const from = index + head.length;
    try {
      const content = inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1');
      if (!/ Tf\b/u.test(content)) continue;
      for (const [, hex = ''] of content.matchAll(/<([0-9A-Fa-f]+)>/gu)) glyphs += hex.length / 4;
    } catch {
      // Fonts and other streams that are packed otherwise hold no text.
    }
  }
  return glyphs;
}

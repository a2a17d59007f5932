import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForWriting } from '#core/db/open.ts';
import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { tableCells } from '#tests/harness/journal-cells.ts';
import { startDeskApp } from '#tools/drive/desk-app.ts';

/** Makes the newest event unreadable, as a bad block would. */
function breakNewestEvent(file: string): void {
  const db = openForWriting(file);
  const rootPage = Number(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'journal'`).pluck().get());
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(file);
  const cell = tableCells(bytes, rootPage).at(-1);
  bytes.fill(0xff, (cell?.offset ?? 0) + 2, (cell?.offset ?? 0) + 12);
  writeFileSync(file, bytes);
}

test('a second desk over the same data says so and takes over when the first is gone; a damaged file is gone on from', async ({
  startDesk,
  folders,
  runtime,
  display,
}) => {
  // Four starts, and a desk that tries again every 15 s.
  test.slow();
  const first = await startDesk();
  await deskPage(first).signIn();
  await deskPage(first).search('账单');
  await first.page.keyboard.press('Control+d');

  const dataDir = join(folders.userData, 'data');
  const userData = join(folders.userData, 'somebody-else');
  const keys = join(folders.userData, 'keys');
  mkdirSync(userData);
  cpSync(keys, join(userData, 'keys'), { recursive: true });
  const other = { runtime, display, userData, switches: [`--data-dir=${dataDir}`] };
  const second = await startDeskApp(other);
  await expect(second.page.getByText('已经有一个口径通在用这份数据')).toBeVisible({ timeout: 20_000 });
  expect(await axeFindings(second.page)).toEqual([]);
  await first.close();
  // Signed in or to be signed in: either way the people are read from the database.
  await expect(second.page.getByRole('button', { name: /张敏/ }).first()).toBeVisible({ timeout: 40_000 });
  await second.close();

  breakNewestEvent(dataFolder(dataDir).database);
  const third = await startDeskApp(other);
  const keep = third.page.getByRole('button', { name: '留下读得出来的' });
  await expect(keep).toBeVisible({ timeout: 20_000 });
  await expect(third.page.getByText(/条读得出来，1 条读不出来/)).toBeVisible();
  expect(await axeFindings(third.page)).toEqual([]);
  await keep.click();
  await expect(third.page.getByRole('button', { name: /张敏/ }).first()).toBeVisible({ timeout: 40_000 });
  await third.close();
});

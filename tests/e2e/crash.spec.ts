import { corePid, deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { readJournal } from '#tests/harness/read-journal.ts';

test('a killed core comes back by itself, and what was typed and who was signed in are still there', async ({
  startDesk,
}) => {
  const desk = await startDesk();
  const { searchBox, signIn, search, hits } = deskPage(desk);
  await signIn();
  await search('无信号');
  const before = await corePid(desk);
  process.kill(before, 'SIGKILL');
  await expect.poll(() => corePid(desk).catch(() => before)).not.toBe(before);
  await expect(searchBox).toHaveValue('无信号');
  await searchBox.fill('wxh');
  await expect(hits.first()).toContainText('无信号');
  await expect(desk.page.getByText('张敏').first()).toBeVisible();
});

test('while the core is away the desk says so, and a call made then is answered once it is back', async ({
  startDesk,
}) => {
  const desk = await startDesk();
  const { searchBox, signIn, hits } = deskPage(desk);
  await signIn();
  // A stopped process answers nothing and does not die: the hardest kind of absence.
  const pid = await corePid(desk);
  process.kill(pid, 'SIGSTOP');
  await searchBox.fill('账单');
  process.kill(pid, 'SIGKILL');
  await expect(desk.page.getByText(/正在重启/)).toBeVisible();
  await expect(hits.first()).toContainText('账单');
  await expect(desk.page.getByText(/正在重启/)).toBeHidden();
});

test('after a kill -9 of the whole app everything recorded is found again', async ({ startDesk, folders }) => {
  const desk = await startDesk();
  const { signIn, search } = deskPage(desk);
  await signIn();
  await search('账单');
  await desk.page.keyboard.press('Control+d');
  await expect.poll(() => readJournal(folders.userData).some(({ kind }) => kind === 'favourite.set')).toBe(true);
  const count = readJournal(folders.userData).length;
  const gone = new Promise((resolve) => desk.app.process().once('exit', resolve));
  desk.app.process().kill('SIGKILL');
  await gone;

  const again = await startDesk();
  const after = deskPage(again);
  await expect(after.searchBox).toBeVisible();
  await expect(after.hits.first()).toContainText('账单');
  expect(readJournal(folders.userData).length).toBeGreaterThanOrEqual(count);
});

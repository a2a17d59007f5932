import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Entry, type Release, releaseSchema } from '#contract/library/release.ts';
import type { Scenario } from '#contract/library/scenario.ts';
import { axeFindings } from '#tests/harness/axe-findings.ts';
import { deskPage } from '#tests/harness/desk-page.ts';
import { expect, test } from '#tests/harness/desk-test.ts';
import { movableClock } from '#tests/harness/movable-clock.ts';
import { readJournal } from '#tests/harness/read-journal.ts';
import type { DeskApp } from '#tools/drive/desk-app.ts';
import { serving } from '#tools/drive/serving.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

test.describe.configure({ timeout: 240_000 });

const DAY_MS = 86_400_000;
const NO_WAY = 'forbidden/nothing-to-be-done';

function releaseOf(): Release {
  return releaseSchema.parse(JSON.parse(readFileSync(join(PROJECT_ROOT, 'out/library/starter-release.json'), 'utf8')));
}

function entryOf(id: string): Entry {
  const entry = releaseOf().entries.find((one) => one.entry.id === id)?.entry;
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

function scenarioOf(id: string): Scenario {
  const entry = entryOf(id);
  if (entry.kind !== 'scenario') throw new Error(`no scenario ${id}`);
  return entry;
}

type Quality = 'good' | 'fair' | 'poor';

/** Takes the offered answer of a quality by its key; false once the conversation is over. */
async function answerByKey(page: Page, scenario: Scenario, quality: Quality): Promise<boolean> {
  const debrief = page.getByRole('button', { name: '看复盘' });
  const offered = page.getByRole('list', { name: '选一句说给客户听' }).getByRole('button');
  await expect(debrief.or(offered.first())).toBeVisible();
  if (await debrief.isVisible()) return false;
  const texts = await offered.allTextContents();
  const answers = scenario.turns.flatMap((turn) => turn.answers);
  const place = texts.findIndex((text) => answers.some((one) => one.quality === quality && text.includes(one.text)));
  const before = await page.locator('[data-customer-says]').textContent();
  await page.keyboard.press(`Alt+Digit${place + 1}`);
  await expect(page.locator('[data-customer-says]')).not.toHaveText(before ?? '');
  return true;
}

async function playThrough(page: Page, scenario: Scenario, quality: Quality): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) if (!(await answerByKey(page, scenario, quality))) break;
  await expect(page.getByRole('button', { name: '看复盘' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-score]')).toBeVisible();
}

const scoreShown = async (page: Page) => Number(await page.locator('[data-score]').getAttribute('data-score'));

test('three scenarios by keyboard, each told of in its debrief; a slip in live work is a card of the next day, and a line is found fast', async ({
  startDesk,
  folders,
  runtime,
}) => {
  const clock = movableClock(folders.userData, runtime);
  const app = await startDesk({ width: 1280, height: 800, runtime: clock.runtime });
  const { page } = app;
  await deskPage(app).signIn();
  await page.keyboard.press('Control+Shift+Digit4');
  const start = (title: RegExp) => page.getByRole('button', { name: title });
  const card = scenarioOf('rehearsal/bank-card-swallowed-train');
  await start(/^开始练 吞了卡/).waitFor();
  expect(await axeFindings(page), 'list').toEqual([]);

  await start(/^开始练 吞了卡/).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-customer-says]')).toHaveText(card.turns[0]?.says ?? '');
  await page.keyboard.press('F3');
  await expect(page.getByRole('status').filter({ hasText: '接住心情' })).toBeVisible();
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByText('接住心情、问清一件事').first(), 'the gate says what is owed').toBeVisible();
  expect(await axeFindings(page), 'player').toEqual([]);
  await playThrough(page, card, 'good');
  expect(await scoreShown(page)).toBeGreaterThanOrEqual(90);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('方先生走的时候，心里踏实了');
  expect(await axeFindings(page), 'debrief').toEqual([]);
  await page.keyboard.press('Escape');

  const media = scenarioOf('rehearsal/bank-run-rumour-media');
  await start(new RegExp(`^开始练 ${media.title.split(' · ')[1]}`)).focus();
  await page.keyboard.press('Enter');
  await playThrough(page, media, 'poor');
  expect(await scoreShown(page)).toBeLessThanOrEqual(30);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('带着气走了');
  await expect(page.getByRole('article').getByText('可以这样说：'), 'two things to work on').toHaveCount(2);
  await page
    .getByRole('button', { name: /^从 00:\d\d 重来$/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-customer-says]'), 'taken up again').toBeVisible();
  await page.getByRole('button', { name: '结束' }).click();
  await page.getByRole('button', { name: '回场景列表' }).click();

  const queue = scenarioOf('rehearsal/bank-queue-shouting');
  await start(new RegExp(`^计时练 ${queue.title.split(' · ')[1]}`)).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('该接话了')).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('F4');
  await expect(page.getByText('满 30 秒，先应一声')).toBeVisible();
  await page.keyboard.press('F2');
  const box = page.getByRole('textbox', { name: '说给客户听的话' });
  await expect(box).toBeFocused();
  await page.keyboard.insertText(queue.turns[0]?.answers.find(({ quality }) => quality === 'good')?.text ?? '');
  await expect(page.getByRole('listitem').filter({ hasText: '接住心情' }).locator('svg').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-customer-says]')).not.toHaveText(queue.turns[0]?.says ?? '');
  await page.keyboard.press('F2');
  await page.keyboard.press('F2');
  await playThrough(page, queue, 'good');
  const timing = page.getByRole('listitem').filter({ hasText: '应答时限' });
  await expect(timing).toContainText('/ 15');
  expect(await scoreShown(page)).toBeGreaterThan(30);
  await page.keyboard.press('Escape');

  await slipInLiveWork(app, folders.userData);
  clock.putAhead(DAY_MS);
  await drillOfTheNextDay(app);
  await findFast(app);
});

/** Says yes to learning from one's work, then notes words nobody should say about a customer. */
async function slipInLiveWork({ page }: DeskApp, userData: string): Promise<void> {
  await page.getByRole('radio', { name: '每日一练' }).click();
  await page.getByRole('radio', { name: '愿意' }).click();
  await expect(page.getByRole('radio', { name: '愿意' })).toBeChecked();
  await expect(page.getByText('前几天说顺了嘴')).toBeHidden();
  await page.keyboard.press('Control+Shift+Digit1');
  const desk = serving(page);
  await desk.start('欧阳', 1);
  await page.keyboard.press('Control+j');
  await page.keyboard.insertText('我跟欧阳女士说没办法。');
  await expect
    .poll(() => readJournal(userData).findLast(({ kind }) => kind === 'drill.slipped')?.payload)
    .toMatchObject({ sort: 'wording', entryId: NO_WAY });
}

async function drillOfTheNextDay({ page }: DeskApp): Promise<void> {
  const rule = entryOf(NO_WAY);
  if (rule.kind !== 'forbidden') throw new Error(`${NO_WAY} forbids nothing`);
  await page.keyboard.press('Control+Shift+Digit4');
  await page.getByRole('radio', { name: '每日一练' }).click();
  const card = page.getByRole('article', { name: '前几天说顺了嘴，换个说法' });
  await expect(card).toContainText(rule.fails[0] ?? '');
  await expect(card).not.toContainText('欧阳');
  expect(await axeFindings(page), 'drill').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(card).toContainText(rule.rewording);
  await page.keyboard.press('Digit3');
  await expect(card).toBeHidden();
}

/** The customer's sentence is searched for, the line taken, and its text stands on the clipboard. */
async function findFast(app: DeskApp): Promise<void> {
  const { page } = app;
  const { clearClipboard, clipboard } = deskPage(app);
  await clearClipboard();
  const part = page.getByRole('region', { name: '找得快' });
  await part.getByRole('button', { name: '开始' }).click();
  const box = part.getByRole('textbox', { name: '搜口径' });
  await expect(box).toBeFocused();
  const lines = releaseOf().entries.flatMap(({ entry }) => (entry.kind === 'line' ? [entry] : []));
  const asked = await part.locator('.spoken').first().textContent();
  const wanted = lines.find(({ colloquial }) => colloquial.find((says) => says.length >= 4) === asked);
  await page.keyboard.insertText(asked ?? '');
  const offered = part.getByRole('button', { name: /^复制第 \d 条：/ });
  await expect(offered.first()).toBeVisible();
  await part
    .getByRole('button', { name: `：${wanted?.title}` })
    .first()
    .press('Enter');
  await expect(part.getByText(/找对了，.+ 秒 · 已复制/)).toBeVisible();
  const text = await clipboard();
  expect(text.length).toBeGreaterThan(4);
  await expect(part).toContainText(text);
}

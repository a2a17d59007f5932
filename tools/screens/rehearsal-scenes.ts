import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import type { Scene } from './scene.ts';

const TRAIN = 'rehearsal/bank-card-swallowed-train';

type Quality = 'good' | 'fair' | 'poor';

/** Plays a run with answers of these qualities, one a turn. */
async function play(client: DeskClient, qualities: readonly Quality[]): Promise<void> {
  const { turns } = await client.rehearsal.rolePlaySheet({ scenarioId: TRAIN });
  let run = await client.rehearsal.start({ scenarioId: TRAIN, seed: 3 });
  for (const quality of qualities) {
    const answer = turns.find(({ id }) => id === run.turn?.id)?.answers.find((one) => one.quality === quality);
    if (!answer) return;
    const { runId, moves } = run;
    run = await client.rehearsal.answer({ runId, moves, way: 'choice', answerId: answer.id, text: answer.text });
    // The curve is drawn over real time.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
  }
}

const openPlace = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+Digit4');
  await page.locator('[data-scenario]').first().waitFor();
};
const openPart = (name: RegExp) => async (page: Page) => {
  await openPlace(page);
  await page.getByRole('radio', { name }).click();
  await page.waitForTimeout(500);
  await page.locator('.late-appear').first().waitFor({ state: 'detached' });
};
const goOn = async (page: Page): Promise<void> => {
  await openPlace(page);
  await page.getByRole('button', { name: /^(接着来|Go on)$/ }).click();
  await page.locator('[data-customer-says]').waitFor();
  await page.waitForTimeout(350);
};

/** Rehearsal: the list, a run by choosing and in own words, its debrief, and the lead's and the role play's sheets. */
export const rehearsalScenes: readonly Scene[] = [
  { name: 'rehearsal-list', role: 'trainee', seed: settleRecoveryKey, act: openPlace },
  {
    name: 'rehearsal-run',
    role: 'trainee',
    async seed(client) {
      await settleRecoveryKey(client);
      await play(client, ['good', 'poor']);
      await play(client, ['good', 'fair']);
    },
    act: goOn,
  },
  {
    name: 'rehearsal-own-words',
    role: 'trainee',
    async seed(client) {
      await settleRecoveryKey(client);
      await play(client, ['poor', 'fair']);
    },
    async act(page) {
      await goOn(page);
      await page.keyboard.press('F2');
      await page.keyboard.press('F3');
      await page.keyboard.insertText('您着急赶车，真对不住。门口那台是我们的，您怎么不早说？我这就请主管来开。');
      await page.waitForTimeout(1_500);
    },
  },
  {
    name: 'rehearsal-debrief',
    role: 'trainee',
    async seed(client) {
      await settleRecoveryKey(client);
      await play(client, ['good', 'good', 'good', 'good', 'good']);
      await play(client, ['poor', 'fair', 'good', 'fair']);
    },
    async act(page) {
      await goOn(page);
      await page.keyboard.press('Alt+Digit1');
      const debrief = page.getByRole('button', { name: /^(看复盘|See the debrief)$/ });
      await debrief.click();
      await page.locator('[data-score]').waitFor();
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'rehearsal-lead',
    role: 'lead',
    async seed(client) {
      await settleRecoveryKey(client);
      const people = await client.people.list();
      const personIds = people.filter(({ role }) => role === 'lead' || role === 'trainee').map(({ id }) => id);
      await client.rehearsal.assign({ scenarioId: TRAIN, personIds, dueDay: '2026-12-01' });
      await play(client, ['good', 'good', 'good', 'good', 'good']);
    },
    act: openPart(/^(带教|Coaching)$/),
  },
  { name: 'rehearsal-drill', role: 'trainee', seed: settleRecoveryKey, act: openPart(/^(每日一练|Daily drill)$/) },
  {
    name: 'rehearsal-role-play',
    role: 'trainee',
    seed: settleRecoveryKey,
    act: openPart(/^(两人对练|Role play)$/),
  },
];

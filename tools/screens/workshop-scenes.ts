import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import { openPreview } from './exchange-scenes.ts';
import type { Scene } from './scene.ts';

/** Waits until nothing moves any more. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(600);

const TITLE = '换卡以后收不到验证码';

async function drafts(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  await client.library.search({ text: '银行验证码收不到' });
  await client.library.reportMissing({ text: '银行验证码收不到' });
  const { draftId } = await client.workshop.open({ packId: 'telecom', kind: 'line', title: TITLE });
  const { entry, revisionId } = await client.workshop.draft({ draftId });
  const standard = '新卡刚换上，验证码要等一刻钟才走得通。您先坐，一刻钟后我陪您再试一次，还不行我当场往上报。';
  const short = '新卡要等一刻钟。您先坐，到点我陪您再试。';
  await client.workshop.save({ draftId, basedOn: [revisionId], entry: { ...entry, variants: { standard, short } } });
  await client.workshop.open({ entryId: 'fintech/data-erase' });
}

/** Two leads wrote on from the same text, and each has it their own way in one sentence. */
async function apart(client: DeskClient): Promise<void> {
  await drafts(client);
  const { draftId } = await client.workshop.open({ entryId: 'fintech/data-erase' });
  const { entry, revisionId } = await client.workshop.draft({ draftId });
  const variants = entry['variants'] as Readonly<Record<string, string>>;
  const write = (standard: string) =>
    client.workshop.save({ draftId, basedOn: [revisionId], entry: { ...entry, variants: { ...variants, standard } } });
  const [, ...rest] = (variants['standard'] ?? '').split('。');
  await write(['能删的，我下班前替您提上去', ...rest].join('。'));
  const other = (await client.people.list()).find(({ role }) => role === 'administrator');
  const lead = await client.people.current();
  await client.people.signIn({ personId: other?.id ?? '' });
  await write(['能删的我现在就提，提完给您看一眼', ...rest].join('。'));
  await client.people.signIn({ personId: lead?.id ?? '' });
}

const TABLE = '上网老断 · 客户说有损失';

/** A table in which one answer leads nowhere yet. */
async function table(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  const { draftId } = await client.workshop.open({ entryId: 'telecom/table-data-drops' });
  const { entry, revisionId } = await client.workshop.draft({ draftId });
  const [first, ...rest] = entry['nodes'] as { answers: { to: string }[] }[];
  const answers = first?.answers.map((answer, index) => (index === 1 ? { ...answer, to: '' } : answer));
  const nodes = [{ ...first, answers }, ...rest];
  await client.workshop.save({ draftId, basedOn: [revisionId], entry: { ...entry, nodes } });
}

async function flow(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  await client.workshop.open({ entryId: 'telecom/flow-complaint' });
}

const openDrawing = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+Digit6');
  await page.locator('.react-flow__node').first().waitFor();
  await settled(page);
};

const openWorkshop = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+Digit6');
  await page.getByText(TITLE).first().waitFor();
};

/** Where leads write: what waits for whom, and one draft with what finds it and how it sounds. */
export const workshopScenes: readonly Scene[] = [
  {
    name: 'workshop-queue',
    role: 'lead',
    seed: drafts,
    async act(page) {
      await openWorkshop(page);
      await settled(page);
    },
  },
  {
    name: 'workshop-editor',
    role: 'lead',
    seed: drafts,
    async act(page) {
      await openWorkshop(page);
      await page
        .getByRole('button', { name: new RegExp(TITLE) })
        .first()
        .press('Enter');
      await page.getByRole('textbox').nth(1).waitFor();
      await settled(page);
    },
  },
  {
    name: 'workshop-merge',
    role: 'lead',
    seed: apart,
    async act(page) {
      await openWorkshop(page);
      await page
        .getByRole('button', { name: /资料 · 要求全部删掉/ })
        .first()
        .press('Enter');
      await page.getByRole('group').getByRole('radio').first().waitFor();
      await settled(page);
    },
  },
  {
    name: 'workshop-bulk',
    role: 'lead',
    seed: settleRecoveryKey,
    async act(page) {
      await openPreview(page);
      await page.getByRole('button', { name: /收下 \d|Take \d/ }).click();
      await page.getByRole('button', { name: /去看草稿|See the drafts/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+Shift+Digit6');
      await page.getByRole('button', { name: /^(一起看：|Together: )/ }).click();
      await page.getByRole('checkbox').first().waitFor();
      await settled(page);
    },
  },
  {
    name: 'workshop-table',
    role: 'lead',
    seed: table,
    async act(page) {
      await page.keyboard.press('Control+Shift+Digit6');
      await page.getByText(TABLE).first().waitFor();
      await openDrawing(page);
    },
  },
  { name: 'workshop-flow', role: 'lead', seed: flow, act: openDrawing },
  {
    name: 'workshop-play',
    role: 'lead',
    seed: table,
    async act(page) {
      await openDrawing(page);
      await page.keyboard.press('F9');
      await page.getByRole('dialog').getByRole('button', { name: /1/ }).first().press('Enter');
      await settled(page);
    },
  },
];

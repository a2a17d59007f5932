import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import type { Scene } from './scene.ts';

/** Waits until nothing moves any more. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(600);

const HOUR_MS = 3_600_000;
const values = { affectedArea: '城东', nextNewsTime: '十一点', startTime: '十点' };

async function as(client: DeskClient, role: string): Promise<void> {
  const person = (await client.people.list()).find((one) => one.role === role);
  if (!person) throw new Error(`there is no sample ${role}`);
  await client.people.signIn({ personId: person.id });
}

/** A lead raises it from its plan, with somebody named where somebody must be. */
async function raise(client: DeskClient, planId: string, text: string): Promise<string> {
  const plan = (await client.incidents.plans()).find((one) => one.planId === planId);
  if (!plan) throw new Error(`there is no plan ${planId}`);
  const speakerIds = plan.speaker === 'spokesperson' ? [(await client.people.current())?.id ?? ''] : [];
  const { speaker, speakerPost, speakerReach, readWithinMinutes, contacts, hours, lines } = plan;
  const { id } = await client.incidents.raise({
    ...{ planId, text, values, speaker, speakerIds, speakerPost, speakerReach, readWithinMinutes, contacts },
    ...{ scope: { places: [], channels: [] }, fromMs: null, toMs: Date.now() + hours * HOUR_MS },
    lines: lines.slice(0, 1).map(({ entryId }) => entryId),
  });
  return id;
}

const outage = (client: DeskClient) =>
  raise(client, 'notices/plan-network-outage', '城东一片从九点起打不通、上不了网，抢修的人已经出门。');

async function outageAsAgent(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  await as(client, 'lead');
  await outage(client);
  await raise(client, 'notices/plan-media', '有家电视台在报城东断网，问到的都请发言人答。');
  await as(client, 'agent');
}

async function outageUnderWay(client: DeskClient): Promise<void> {
  await settleRecoveryKey(client);
  const incidentId = await outage(client);
  const line = { incidentId, entryId: 'notices/cable-cut' };
  await client.incidents.sayLine(line);
  await client.incidents.copyLine(line);
  await client.incidents.recordCall({ incidentId, call: 0, whom: 'post', reached: false, note: '' });
  await as(client, 'agent');
  await client.incidents.acknowledge({ incidentId });
  await client.incidents.sayLine(line);
  await as(client, 'lead');
}

const openSheet = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+A');
  await page.getByRole('dialog').waitFor();
  await settled(page);
};

const openDetail = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^看全部$|^See all$/ }).click();
  await page.getByRole('dialog').waitFor();
  await settled(page);
};

export const incidentScenes: readonly Scene[] = [
  {
    name: 'incident-desk',
    role: 'agent',
    seed: outageAsAgent,
    act: async (page) => {
      await page.getByRole('combobox').fill('没信号');
      await page.getByRole('option').first().waitFor();
      await settled(page);
    },
  },
  { name: 'incident-list', role: 'lead', seed: outageUnderWay, act: openSheet },
  { name: 'incident-detail', role: 'lead', seed: outageUnderWay, act: openDetail },
  {
    name: 'incident-raise',
    role: 'lead',
    seed: settleRecoveryKey,
    act: async (page) => {
      await openSheet(page);
      await page.getByRole('button', { name: /启动一份预案|Start a plan/ }).click();
      await page.getByRole('combobox', { name: /哪一份|Which one/ }).selectOption('notices/plan-media');
      await settled(page);
    },
  },
  {
    name: 'incident-report',
    role: 'lead',
    seed: outageUnderWay,
    act: async (page) => {
      await openDetail(page);
      await page.getByRole('button', { name: /^看报告$|^Report$/ }).click();
      await settled(page);
    },
  },
];

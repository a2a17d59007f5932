import type { Page } from '@playwright/test';
import type { ConversationView } from '#contract/conversation/view.ts';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import type { Scene } from './scene.ts';

const ready = async (page: Page): Promise<void> => {
  await page.getByRole('option').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(250);
};

const settled = (page: Page): Promise<void> => page.waitForTimeout(450);

const FLOW = 'telecom/flow-complaint';
const customer = { name: '王', title: '女士', number: '13812345678', tier: 'vip' } as const;

async function start(client: DeskClient): Promise<ConversationView> {
  await settleRecoveryKey(client);
  return client.conversation.start({ flowId: FLOW, channel: 'counter', customer });
}

async function tick(client: DeskClient, view: ConversationView, count = 9): Promise<ConversationView> {
  let now = view;
  for (const { id } of view.required.slice(0, count)) {
    now = await client.conversation.tickAction({ conversationId: view.id, stage: view.stage, actionId: id });
  }
  return now;
}

async function capture(client: DeskClient, view: ConversationView, values: Record<string, string>): Promise<void> {
  for (const [fieldId, value] of Object.entries(values)) {
    await client.conversation.captureField({ conversationId: view.id, fieldId, value });
  }
}

const heard = { matter: '家里三天打不出电话', since: '三天前', place: '翠湖花园', demand: '尽快能打电话' };
const site = {
  district: '城东区',
  town: '湖滨街道',
  street: '翠湖路',
  indoor: 'indoors',
  estate: '翠湖花园',
  building: '7栋',
  unit: '2单元',
  room: '602',
  signalBars: 'one',
  handsetModel: '小米 14',
  promptCalling: '暂时无法接通',
  promptCalled: '不在服务区',
  promptData: '网络不可用',
  triedOther: 'failsToo',
};

async function toClarify(client: DeskClient): Promise<ConversationView> {
  const view = await start(client);
  await capture(client, view, heard);
  await tick(client, view);
  return client.conversation.advanceStage({ conversationId: view.id, from: 'accept' });
}

async function toQuestion(client: DeskClient): Promise<ConversationView> {
  const view = await toClarify(client);
  await tick(client, view, 1);
  const conversationId = view.id;
  await client.conversation.startTable({ conversationId, tableId: 'telecom/table-no-coverage' });
  return client.conversation.answer({ conversationId, nodeId: 'hereBefore', answerId: 'wasGood' });
}

async function toFinding(client: DeskClient): Promise<ConversationView> {
  const { id } = await toQuestion(client);
  return client.conversation.answer({ conversationId: id, nodeId: 'neighbours', answerId: 'theyToo' });
}

/** Too much was charged: the finding, with what comes back. */
async function overcharged(client: DeskClient): Promise<void> {
  const { id: conversationId } = await toClarify(client);
  await client.conversation.startTable({ conversationId, tableId: 'telecom/table-disputed-bill' });
  const answers = [
    ['inThePlan', 'itIsNot'],
    ['subscription', 'noService'],
    ['usage', 'neither'],
    ['someoneElse', 'notUsed'],
    ['chargedTwice', 'overcharged'],
  ] as const;
  for (const [nodeId, answerId] of answers) await client.conversation.answer({ conversationId, nodeId, answerId });
  await client.conversation.captureField({ conversationId, fieldId: 'amount', value: '30' });
}

async function toResolve(client: DeskClient): Promise<ConversationView> {
  const view = await toFinding(client);
  await tick(client, view);
  await client.conversation.acceptFinding({ conversationId: view.id, nodeId: 'reportArea' });
  await capture(client, view, { cause: 'ours' });
  return client.conversation.advanceStage({ conversationId: view.id, from: 'clarify' });
}

async function toFollowUp(client: DeskClient): Promise<ConversationView> {
  const view = await toResolve(client);
  const conversationId = view.id;
  const answers = { valid: 'yes', solvableNow: 'no', department: 'network', solvableHere: 'no' };
  await capture(client, view, { ...answers, ...site });
  const after = await tick(client, view);
  await client.conversation.openWorkOrder({ conversationId });
  const promise = after.promiseOptions.at(-1);
  if (promise) await client.conversation.setPromise({ conversationId, dueAtMs: promise.dueAtMs, text: promise.text });
  await client.conversation.chooseOutcome({ conversationId, outcomeId: 'workOrder' });
  return client.conversation.advanceStage({ conversationId, from: 'resolve' });
}

async function toFinish(client: DeskClient): Promise<ConversationView> {
  const view = await toFollowUp(client);
  await capture(client, view, { satisfaction: 'fair', complaintClass: 'network' });
  const note = '客户说这几天接不到孩子学校电话，愿意等检测结果。';
  await client.conversation.writeNote({ conversationId: view.id, text: note });
  return tick(client, view);
}

async function finished(client: DeskClient): Promise<void> {
  const { id } = await toFinish(client);
  const { text } = await client.conversation.draftSummary({ conversationId: id });
  await client.conversation.finish({ conversationId: id, summary: text });
}

const OFFER = '客户认定多扣了三百八，要当天退；我只说去请值班长，没有许数。';

async function beyondAuthority(client: DeskClient): Promise<ConversationView> {
  const view = await toClarify(client);
  const conversationId = view.id;
  await capture(client, view, { cause: 'ours' });
  await tick(client, view);
  await client.conversation.advanceStage({ conversationId, from: 'clarify' });
  await capture(client, view, { valid: 'yes', solvableNow: 'yes', offerAmount: '380' });
  return client.conversation.setMood({ conversationId, mood: 'upset' });
}

async function offered(client: DeskClient): Promise<void> {
  const { id } = await beyondAuthority(client);
  await client.conversation.handOver({ conversationId: id, toId: null, why: 'beyondAuthority', note: OFFER });
}

/** The agent serves and offers it, then the lead sits down. */
async function offeredByAgent(client: DeskClient): Promise<void> {
  const people = await client.people.list();
  const idOf = (role: string) => people.find((one) => one.role === role)?.id ?? '';
  await client.people.signIn({ personId: idOf('agent') });
  await offered(client);
  await client.people.signIn({ personId: idOf('lead') });
}

/** Left with a promise that is still to be kept. */
async function promised(client: DeskClient): Promise<void> {
  const { id: conversationId, promiseOptions } = await beyondAuthority(client);
  const dueAtMs = promiseOptions[0]?.dueAtMs ?? Date.now() + 3_600_000;
  await client.conversation.setPromise({ conversationId, dueAtMs });
  await client.conversation.breakOff({ conversationId, reason: 'customerLeft' });
}

/** Opens the drawer where the conversation has no column of its own. */
async function showColumn(page: Page): Promise<void> {
  await ready(page);
  const drawer = page.getByRole('button', { name: /打开右栏|Open the right column/ });
  if (await drawer.isVisible()) await drawer.click();
  await settled(page);
}

const running = (name: string, seed: (client: DeskClient) => Promise<unknown>): Scene => ({
  name: `conversation-${name}`,
  role: 'agent',
  seed: async (client) => void (await seed(client)),
  act: showColumn,
});

/** The conversation from its start to the record, each state in which it can be seen. */
export const conversationScenes: readonly Scene[] = [
  {
    ...running('start', settleRecoveryKey),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Control+n');
      await settled(page);
    },
  },
  {
    ...running('start-phone', settleRecoveryKey),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Control+n');
      await page.getByRole('radio', { name: /^(电话|Phone)$/ }).click();
      await settled(page);
    },
  },
  running('accept', async (client) => tick(client, await start(client), 2)),
  {
    ...running('blocked', async (client) => tick(client, await start(client), 4)),
    act: async (page) => {
      await showColumn(page);
      await page.keyboard.press('Alt+PageDown');
      await settled(page);
    },
  },
  running('tables', toClarify),
  {
    ...running('question', toQuestion),
    act: async (page) => {
      await ready(page);
      await page.getByRole('combobox').fill('wuxinhao');
      await page.getByRole('option').first().waitFor();
      await showColumn(page);
    },
  },
  running('finding', toFinding),
  running('overcharge', overcharged),
  {
    ...running('note', toClarify),
    act: async (page) => {
      await showColumn(page);
      await page.keyboard.press('Control+j');
      await page.keyboard.insertText('客户称家中三天无信号，窗边一格。跟他说了这是规定，没办法，需现场检测。');
      await page.waitForTimeout(500);
      await settled(page);
    },
  },
  running('resolve', toResolve),
  running('follow-up', toFollowUp),
  {
    ...running('finish', toFinish),
    act: async (page) => {
      await showColumn(page);
      await page.keyboard.press('Alt+PageDown');
      await settled(page);
    },
  },
  running('idle', async (client) => {
    await finished(client);
    const { id } = await client.conversation.start({
      flowId: FLOW,
      channel: 'phone',
      customer: { name: '李', title: '先生', number: '13900001234', tier: 'standard' },
    });
    await client.conversation.park({ conversationId: id });
  }),
  running('beyond-authority', beyondAuthority),
  {
    ...running('hand-over', beyondAuthority),
    act: async (page) => {
      await showColumn(page);
      await page.keyboard.press('Control+Shift+T');
      await settled(page);
    },
  },
  running('offered', offered),
  {
    ...running('waiting', offeredByAgent),
    role: 'lead',
  },
  {
    ...running('decline', offeredByAgent),
    role: 'lead',
    act: async (page) => {
      await showColumn(page);
      await page
        .getByRole('button', { name: /^(接不了|Cannot)$/ })
        .first()
        .click();
      await settled(page);
    },
  },
  {
    ...running('move-promise', promised),
    act: async (page) => {
      await showColumn(page);
      await page
        .getByRole('button', { name: /^(改时间|Move) / })
        .first()
        .click();
      await settled(page);
    },
  },
  { ...running('release-offer', toClarify), older: true },
  {
    ...running('taken-over', offeredByAgent),
    role: 'lead',
    act: async (page) => {
      await showColumn(page);
      await page.getByRole('button', { name: /^(接手|Take over)$/ }).click();
      await settled(page);
    },
  },
  {
    ...running('record', finished),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Control+Shift+h');
      await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
      await settled(page);
    },
  },
  {
    ...running('records', finished),
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Control+Shift+h');
      await settled(page);
    },
  },
  {
    ...running('work-order', finished),
    act: async (page) => {
      await showColumn(page);
      await page
        .getByRole('button', { name: /^\d{6}-\d{3}/ })
        .first()
        .click();
      await settled(page);
    },
  },
];

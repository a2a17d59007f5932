import type { Page } from '@playwright/test';
import { type DeskClient, settleRecoveryKey } from '../drive/seed-desk.ts';
import type { Scene } from './scene.ts';

const settled = (page: Page): Promise<void> => page.waitForTimeout(400);
const wang = { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' } as const;

const cameBefore = async (client: DeskClient): Promise<void> => {
  await settleRecoveryKey(client);
  const { id } = await client.conversation.start({ channel: 'phone', customer: wang });
  await client.conversation.writeNote({ conversationId: id, text: '家里三天打不出电话，窗边有一格。' });
  await client.conversation.breakOff({
    conversationId: id,
    reason: 'customerLeft',
    summary: '客户说家里三天打不出电话，接了个电话先走了，说下午再来。',
  });
};

const rescue = async (client: DeskClient): Promise<void> => {
  await settleRecoveryKey(client);
  const { specialCalls } = client;
  const { id: specialCallId } = await specialCalls.start({ entryId: 'special-calls/rescue' });
  await specialCalls.answer({ specialCallId, stepId: 'safeFirst', answerId: 'safe' });
  const fields: Record<string, string>[] = [
    { location: '收费站出来两公里', onRoad: 'yes', roadSection: '绕城东段', stakeNumber: 'K23+500', heading: '往机场' },
    {
      happened: '右后轮爆胎，停在应急车道',
      caller: '周涛',
      contact: '13987654321',
      plate: '浙A12345',
      vehicleType: '七座面包车',
    },
  ];
  for (const [index, stepId] of ['where', 'what'].entries()) {
    for (const [fieldId, value] of Object.entries(fields[index] ?? {})) {
      await specialCalls.capture({ specialCallId, fieldId, value });
    }
    await specialCalls.goOn({ specialCallId, stepId });
  }
};

const atCall = async (page: Page): Promise<void> => {
  await page.locator('[data-next-move]').waitFor();
  await settled(page);
};

const ready = (page: Page): Promise<void> => page.getByRole('combobox').first().waitFor();

/** Special calls, the records and what the customer sees. */
export const recordScenes: readonly Scene[] = [
  {
    name: 'special-call-picker',
    role: 'agent',
    seed: settleRecoveryKey,
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('F10');
      await page.getByRole('option').first().waitFor();
      await settled(page);
    },
  },
  {
    name: 'special-call-silent',
    role: 'agent',
    seed: async (client) => {
      await settleRecoveryKey(client);
      await client.specialCalls.start({ entryId: 'special-calls/silent' });
    },
    act: async (page) => {
      await page.locator('[data-next-move]').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1_500);
    },
  },
  {
    name: 'special-call-rescue',
    role: 'agent',
    seed: async (client) => {
      await settleRecoveryKey(client);
      const { id: specialCallId } = await client.specialCalls.start({ entryId: 'special-calls/rescue' });
      await client.specialCalls.answer({ specialCallId, stepId: 'safeFirst', answerId: 'safe' });
      await client.specialCalls.capture({ specialCallId, fieldId: 'onRoad', value: 'yes' });
    },
    act: atCall,
  },
  {
    name: 'special-call-private',
    role: 'agent',
    seed: async (client) => {
      await settleRecoveryKey(client);
      const { id: specialCallId } = await client.specialCalls.start({ entryId: 'special-calls/private-call' });
      await client.specialCalls.answer({ specialCallId, stepId: 'onDuty', answerId: 'urgent' });
    },
    act: atCall,
  },
  {
    name: 'special-call-norm',
    role: 'agent',
    seed: async (client) => {
      await settleRecoveryKey(client);
      const { id: specialCallId } = await client.specialCalls.start({ entryId: 'special-calls/too-quiet' });
      await client.specialCalls.answer({ specialCallId, stepId: 'askLouder', answerId: 'weAreQuiet' });
    },
    act: atCall,
  },
  { name: 'special-call-read-back', role: 'agent', seed: rescue, act: atCall },
  {
    name: 'special-call-ended',
    role: 'agent',
    seed: async (client) => {
      await settleRecoveryKey(client);
      const { id: specialCallId } = await client.specialCalls.start({ entryId: 'special-calls/angry' });
      await client.specialCalls.answer({ specialCallId, stepId: 'ownIt', answerId: 'swearing' });
    },
    act: async (page) => {
      await page.locator('[data-next-move]').waitFor();
      await page.keyboard.press('Enter');
      await settled(page);
    },
  },
  {
    name: 'special-call-aside',
    role: 'agent',
    seed: rescue,
    act: async (page) => {
      await page.locator('[data-next-move]').waitFor();
      await page.keyboard.press('F10');
      await settled(page);
    },
  },
  {
    name: 'customer-returns',
    role: 'agent',
    seed: cameBefore,
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Control+n');
      await page.getByRole('textbox', { name: /^(号码|Number)$/ }).fill('13812345678');
      await page.getByRole('button', { name: /看详情|Details/ }).click();
      await settled(page);
    },
  },
  {
    name: 'records-found',
    role: 'lead',
    seed: async (client) => {
      await cameBefore(client);
      const { id: specialCallId } = await client.specialCalls.start({ entryId: 'special-calls/wrong-number' });
      await client.specialCalls.answer({ specialCallId, stepId: 'sayWho', answerId: 'sameAgain' });
      await client.specialCalls.end({ specialCallId, stepId: 'offerLook' });
    },
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Control+Shift+h');
      await page.getByRole('button', { name: /更多条件|More conditions/ }).click();
      await settled(page);
    },
  },
  {
    name: 'record-number',
    role: 'lead',
    seed: cameBefore,
    act: async (page) => {
      await ready(page);
      await page.keyboard.press('Control+Shift+h');
      await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
      await page.getByRole('button', { name: /看完整号码|Show the whole number/ }).click();
      await page.getByRole('button', { name: /^(回电|Calling back)$/ }).click();
      await settled(page);
    },
  },
  {
    name: 'slip',
    role: 'agent',
    seed: async (client) => {
      await settleRecoveryKey(client);
      const { id: conversationId } = await client.conversation.start({ channel: 'counter', customer: wang });
      await client.conversation.captureField({ conversationId, fieldId: 'matter', value: '家里三天打不出电话' });
      await client.conversation.captureField({ conversationId, fieldId: 'demand', value: '尽快能打电话' });
    },
    act: async (page) => {
      await ready(page);
      await page.waitForTimeout(600);
      await page.keyboard.press('Control+Shift+s');
      await page.getByRole('dialog').waitFor();
      await settled(page);
    },
  },
];

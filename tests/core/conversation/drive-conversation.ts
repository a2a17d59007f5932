import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#contract/contract.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import { fittingExample } from './finish-from.ts';

type Client = ContractRouterClient<Contract>;

/** Ticks every required action of the stage. */
export async function tickAll(client: Client, view: ConversationView): Promise<ConversationView> {
  let now = view;
  for (const { id } of view.required) {
    now = await client.conversation.tickAction({ conversationId: view.id, stage: view.stage, actionId: id });
  }
  return now;
}

/** Captures the given values, then anything that fits into every field that is still missing, as they turn up. */
export async function captureAll(
  client: Client,
  view: ConversationView,
  values: Record<string, string>,
): Promise<ConversationView> {
  let now = view;
  for (const [fieldId, value] of Object.entries(values)) {
    now = await client.conversation.captureField({ conversationId: view.id, fieldId, value });
  }
  for (let field = now.fields.find((one) => one.missing); field; field = now.fields.find((one) => one.missing)) {
    const value = fittingExample(field);
    now = await client.conversation.captureField({ conversationId: view.id, fieldId: field.id, value });
  }
  return tickAll(client, now);
}

export async function walkNoCoverage(client: Client, view: ConversationView): Promise<ConversationView> {
  const conversationId = view.id;
  await client.conversation.startTable({ conversationId, tableId: 'telecom/table-no-coverage' });
  await client.conversation.answer({ conversationId, nodeId: 'hereBefore', answerId: 'wasGood' });
  return client.conversation.answer({ conversationId, nodeId: 'neighbours', answerId: 'theyToo' });
}

import type { ConversationView } from '#contract/conversation/view.ts';
import type { DeskClient } from './seed-desk.ts';

interface ChatCustomer {
  readonly name: string;
  readonly number: string;
}

const MOST_STEPS = 120;

/** Leads a chat from its start to its end with nothing but a promise to answer by a time; answers the conversation's id. */
export async function promiseByChat(client: DeskClient, customer: ChatCustomer, matter: string): Promise<string> {
  let view = await client.conversation.start({
    channel: 'chat',
    flowId: 'flows/chat-complaint',
    customer: { ...customer, title: '女士', tier: 'standard' },
  });
  const conversationId = view.id;
  view = await client.conversation.captureField({ conversationId, fieldId: 'matter', value: matter });
  for (let steps = 0; view.state !== 'finished'; steps += 1) {
    if (steps > MOST_STEPS) throw new Error(`the chat stands still at ${view.stage}`);
    view = await goOn(client, view);
  }
  return conversationId;
}

/** Does the first thing that is missing, or goes on to the next stage. */
function goOn(client: DeskClient, view: ConversationView): Promise<ConversationView> {
  const { id: conversationId, stage, next } = view;
  const [first] = next.missing;
  if (!first) {
    return stage === 'followUp'
      ? client.conversation.finish({ conversationId, summary: '约好时间答复。' })
      : client.conversation.advanceStage({ conversationId, from: stage });
  }
  switch (first.kind) {
    case 'action':
      return client.conversation.tickAction({ conversationId, stage, actionId: first.id });
    case 'field': {
      const field = view.fields.find(({ id }) => id === first.id);
      return client.conversation.captureField({ conversationId, fieldId: first.id, value: fitting(field) });
    }
    case 'outcome':
      return client.conversation.chooseOutcome({ conversationId, outcomeId: 'replyAgreed' });
    case 'promise':
      return client.conversation.setPromise({ conversationId, dueAtMs: view.promiseOptions[0]?.dueAtMs ?? 0 });
    default:
      throw new Error(`the chat asks for ${first.kind}`);
  }
}

function fitting(field: ConversationView['fields'][number] | undefined): string {
  switch (field?.type) {
    case 'choice':
      return field.options[0]?.id ?? '';
    case 'yesNo':
      return 'no';
    case 'phone':
      return '13912345678';
    case 'digits':
    case 'number':
      return '12';
    case 'dateTime':
      return '2026-11-20T10:00';
    default:
      return '记下了';
  }
}

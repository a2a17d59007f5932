import type { ConversationView } from '#contract/conversation/view.ts';
import { type DeskClient, settleRecoveryKey } from './seed-desk.ts';
import { openLetterOrder } from './work-orders.ts';

/** Takes the lines that a search finds first, some said and some copied. */
async function serve(
  client: DeskClient,
  text: string,
  said: number,
  copied: number,
  wait: (ms: number) => void,
): Promise<void> {
  for (let n = 0; n < said + copied; n += 1) {
    await client.library.atHand({});
    const { hits } = await client.library.search({ text });
    wait(1_800 + n * 350);
    for (const { entryId } of hits.slice(0, 6)) {
      try {
        const use = { entryId, variant: 'standard' as const, values: {}, searchText: text };
        await (n < said ? client.library.sayLine(use) : client.library.copyLine(use));
        break;
      } catch {
        // It has gaps that a customer would fill: the next one will do.
      }
    }
  }
}

async function inVain(client: DeskClient, text: string, times: number): Promise<void> {
  // What stands in an empty box is asked for: that is how a search is given up.
  for (let n = 0; n < times; n += 1) {
    await client.library.search({ text });
    await client.library.atHand({});
  }
}

/** Leads a conversation from its start to the record, through the no-coverage table. */
async function talk(client: DeskClient, accepts: boolean, wait: (ms: number) => void): Promise<void> {
  const { conversation } = client;
  let view = await conversation.start({
    channel: 'counter',
    customer: { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' },
  });
  const conversationId = view.id;
  const fill = async (values: Readonly<Record<string, string>>): Promise<void> => {
    for (const { id: actionId } of view.required) {
      view = await conversation.tickAction({ conversationId, stage: view.stage, actionId });
    }
    for (const [fieldId, value] of Object.entries(values))
      view = await conversation.captureField({ conversationId, fieldId, value });
    for (let field = missing(view); field; field = missing(view)) {
      view = await conversation.captureField({ conversationId, fieldId: field.id, value: fitting(field) });
    }
    for (const { id: actionId } of view.required) {
      view = await conversation.tickAction({ conversationId, stage: view.stage, actionId });
    }
  };
  wait(70_000);
  await conversation.writeNote({ conversationId, text: '跟客户说了这个不归我管' });
  await fill({ matter: '家里三天没信号', demand: '尽快恢复' });
  await conversation.writeNote({ conversationId, text: '跟客户说了我帮他找到人' });
  view = await conversation.advanceStage({ conversationId, from: 'accept' });
  await conversation.startTable({ conversationId, tableId: 'telecom/table-no-coverage' });
  await conversation.answer({ conversationId, nodeId: 'hereBefore', answerId: 'wasGood' });
  view = await conversation.answer({ conversationId, nodeId: 'neighbours', answerId: 'theyToo' });
  wait(130_000);
  await fill({ cause: 'ours', indoor: 'indoors' });
  if (!accepts) {
    await conversation.breakOff({ conversationId, reason: 'customerLeft', summary: '客户先走了' });
    return;
  }
  await conversation.acceptFinding({ conversationId, nodeId: 'reportArea' });
  view = await conversation.advanceStage({ conversationId, from: 'clarify' });
  await fill({});
  wait(95_000);
  view = await conversation.chooseOutcome({ conversationId, outcomeId: 'workOrder' });
  view = await conversation.setPromise({ conversationId, dueAtMs: view.promiseOptions[0]?.dueAtMs ?? 0 });
  view = await conversation.openWorkOrder({ conversationId });
  view = await conversation.advanceStage({ conversationId, from: 'resolve' });
  await fill({ satisfaction: 'satisfied' });
  wait(30_000);
  const { text } = await conversation.draftSummary({ conversationId });
  await conversation.finish({ conversationId, summary: text });
}

type Field = ConversationView['fields'][number];
const missing = (view: ConversationView): Field | undefined => view.fields.find((field) => field.missing);

function fitting({ type, options }: Field): string {
  if (type === 'choice') return options[0]?.id ?? '';
  if (type === 'yesNo') return 'yes';
  if (type === 'phone') return '13912345678';
  if (type === 'digits' || type === 'number') return '12';
  return type === 'dateTime' ? '2026-11-20T10:00' : '记下了';
}

/**
 * Some days of work at a desk, so that there is something to look at: searches, lines, conversations, orders. `wait` lets time
 * pass where the clock is one's own; the person who is signed in does all of it.
 */
export async function weekAtTheDesk(
  client: DeskClient,
  days = 1,
  wait: (ms: number) => void = () => undefined,
): Promise<void> {
  await settleRecoveryKey(client);
  for (let day = 0; day < days; day += 1) {
    await serve(client, '没信号', 5, 2, wait);
    await serve(client, '流量用得快', 2, 3 + day, wait);
    await serve(client, '补卡', 1, 2, wait);
    await inVain(client, '手表打不出去', 2);
    await inVain(client, '过户要本人吗', day % 3);
    await talk(client, true, wait);
    if (day % 3 === 0) await talk(client, false, wait);
    if (day % 2 === 0) await openLetterOrder(client, '地下车库打不出电话');
    wait(86_400_000 - 1_200_000);
  }
}

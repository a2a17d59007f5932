import { captureAll, tickAll, walkNoCoverage } from '#tests/core/conversation/drive-conversation.ts';
import { letter, sampleStep } from '#tests/core/work-orders/order-fixtures.ts';
import { type OpenCore, signInAs } from '#tests/harness/open-core.ts';

/** Of one customer everything a desk can know: a finished conversation with its order, a letter, a look at her number. */
export async function serve(
  client: OpenCore['client'],
  customer: { readonly name: string; readonly number: string },
  spied: () => void = () => undefined,
): Promise<string> {
  let view = await client.conversation.start({
    channel: 'counter',
    customer: { ...customer, title: '女士', tier: 'standard' },
  });
  const conversationId = view.id;
  await client.conversation.writeNote({ conversationId, text: `${customer.name}说是阳台外面那台挖掘机` });
  spied();
  view = await captureAll(client, await tickAll(client, view), { matter: '没信号', demand: '尽快' });
  await client.conversation.advanceStage({ conversationId, from: 'accept' });
  view = await walkNoCoverage(client, view);
  view = await captureAll(client, await tickAll(client, view), { cause: 'ours', indoor: 'indoors' });
  await client.conversation.acceptFinding({ conversationId, nodeId: 'reportArea' });
  view = await client.conversation.advanceStage({ conversationId, from: 'clarify' });
  spied();
  await captureAll(client, await tickAll(client, view), {});
  view = await client.conversation.chooseOutcome({ conversationId, outcomeId: 'workOrder' });
  const promise = { dueAtMs: view.promiseOptions[0]?.dueAtMs ?? 0, text: `回${customer.name}的电话` };
  await client.conversation.setPromise({ conversationId, ...promise });
  await client.conversation.openWorkOrder({ conversationId });
  view = await client.conversation.advanceStage({ conversationId, from: 'resolve' });
  await captureAll(client, await tickAll(client, view), { satisfaction: 'satisfied' });
  await client.conversation.finish({ conversationId, summary: `${customer.name}，${customer.number}，已派单。` });
  await client.conversation.keepPromise({ conversationId });
  await client.records.showNumber({ recordId: conversationId, reason: `${customer.name}要核对` });
  const { name: customerName, number: customerNumber } = customer;
  await client.workOrders.open({ ...letter, customerName, customerNumber, fields: [...letter.fields] });
  spied();
  return conversationId;
}

/** An alert without an order in whose words the customer stands: what happened, what is said meanwhile, how it ended. */
export async function alarm(desk: OpenCore, customer: { readonly name: string; readonly number: string }) {
  const { alerts } = desk.client;
  const { name, number } = customer;
  const { id: alertId } = await alerts.raise({
    alertKind: 'safety',
    text: `${name}（${number}）说阳台外面那台挖掘机要倒`,
    values: { area: `${name}家楼下` },
  });
  await alerts.recordTold({ alertId, post: '现场负责人' });
  await alerts.acknowledge({ alertId });
  return { alertId, end: () => alerts.end({ alertId, text: `${name}已经回家` }) };
}

/** A trainee names the customer in a rehearsal, and stops; a lead names them in the remark on a role play. */
export async function rehearse(desk: OpenCore, customer: { readonly name: string; readonly number: string }) {
  const trainee = await signInAs(desk, 'trainee');
  const { rehearsal } = desk.client;
  const { runId, moves } = await rehearsal.start({ scenarioId: 'rehearsal/bank-card-swallowed-train', seed: 7 });
  const text = `${customer.name}，号码${customer.number}，我先记下，阳台外面那台挖掘机我去问。`;
  const after = await rehearsal.answer({ runId, moves, way: 'free', text });
  await rehearsal.quit({ runId, moves: after.moves });
  await signInAs(desk, 'lead');
  const { rolePlayId } = await rehearsal.scoreRolePlay({
    ...{ scenarioId: 'rehearsal/bank-card-swallowed-train', personId: trainee.id, norms: { soothing: 70 } },
    note: `说到${customer.name}的时候太快，阳台外面那台挖掘机没问`,
  });
  return { runId, rolePlayId, trainee };
}

/** Brings every order to its end, each step by whoever may take it. */
export async function settleAll(desk: OpenCore): Promise<void> {
  const way = [
    ['dispatch', 'lead'],
    ['signFor', 'handler'],
    ['verify', 'handler'],
    ['handle', 'handler'],
    ['passRecheck', 'lead'],
    ['answer', 'agent'],
    ['close', 'lead'],
    ['callBack', 'agent'],
  ] as const;
  for (const { id } of await desk.client.workOrders.list()) {
    for (const [step, role] of way) {
      await signInAs(desk, role);
      await desk.client.workOrders.act({ workOrderId: id, step: sampleStep(step) });
    }
  }
  await signInAs(desk, 'lead');
}

/** Waits until an erasure is finished, copies and all. */
export async function tidied(client: OpenCore['client']): Promise<void> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    if ((await client.privacy.overview()).unfinished === 'none') return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the erasure was never finished');
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Stage } from '#contract/vocabulary.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import { captureAll, tickAll, walkNoCoverage } from '#tests/core/conversation/drive-conversation.ts';
import { type ForkedDeskCore, forkDeskCore, makeDataDir, startMessage } from '#tests/harness/forked-desk-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const folder = makeDataDir();
const starterFile = join(folder, 'starter-release.json');
beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(starterFile, canonicalBytes(shippedRelease()));
});

async function openDesk(
  dataDir: string,
): Promise<{ core: ForkedDeskCore; client: ReturnType<ForkedDeskCore['connect']>['client'] }> {
  const core = forkDeskCore(startMessage(dataDir, starterFile));
  await core.ready;
  return { core, client: core.connect().client };
}

test('a core killed in any stage finds the conversation where the last answer left it', async () => {
  const dataDir = makeDataDir();
  let { core, client } = await openDesk(dataDir);
  const [person] = await client.people.list();
  await client.people.signIn({ personId: person?.id ?? '' });
  let view = await client.conversation.start({
    channel: 'counter',
    customer: { name: '王丽', title: '女士', tier: 'vip' },
  });
  for (const stage of ['accept', 'clarify', 'resolve', 'followUp'] as const satisfies Stage[]) {
    view = await captureAll(client, await tickAll(client, view), {});
    if (stage === 'clarify') view = await walkNoCoverage(client, view);
    if (stage === 'resolve') {
      view = await client.conversation.acceptFinding({ conversationId: view.id, nodeId: 'reportArea' });
      view = await captureAll(client, view, { indoor: 'outdoors' });
      view = await client.conversation.chooseOutcome({ conversationId: view.id, outcomeId: 'workOrder' });
      view = await client.conversation.openWorkOrder({ conversationId: view.id });
      const [option] = view.promiseOptions;
      view = await client.conversation.setPromise({
        conversationId: view.id,
        ...option,
        dueAtMs: option?.dueAtMs ?? 0,
      });
    }
    view = await client.conversation.writeNote({ conversationId: view.id, text: `写到${stage}` });
    core.process.kill();
    await core.exit;
    ({ core, client } = await openDesk(dataDir));
    const after = await client.conversation.current();
    // The reply times on offer move on with the clock; everything else is what was last shown.
    expect({ ...after, promiseOptions: [] }).toEqual({ ...view, promiseOptions: [] });
    if (stage !== 'followUp') view = await client.conversation.advanceStage({ conversationId: view.id, from: stage });
  }
  const finished = await client.conversation.finish({ conversationId: view.id, summary: '记完了。' });
  expect(finished.state).toBe('finished');
  core.process.kill();
  await core.exit;
});

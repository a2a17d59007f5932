import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { type ContractRouterClient, isContractProcedure } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Contract, contract } from '#contract/contract.ts';
import { hotkeySchema } from '#contract/quick-bar/terms.ts';
import { quickBarRouter } from '#core/quick-bar/quick-bar-router.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

let opened: OpenCore;
let bar: ContractRouterClient<Contract>;
let far: MessageChannel;
let line: { entryId: string; variant: 'standard'; values: Record<string, string>; searchText: string };

// The first one compiles the library.
beforeAll(async () => {
  opened = await openCore();
  far = new MessageChannel();
  new RPCHandler(quickBarRouter(opened.core.router), { clientInterceptors: [opened.core.guard] }).upgrade(far.port1, {
    context: opened.core.context,
  });
  far.port1.start();
  far.port2.start();
  bar = createORPCClient(new RPCLink({ port: far.port2 }));
  const plain = shippedRelease()
    .entries.map((released) => ('entry' in released ? released.entry : released))
    .find((entry) => entry.kind === 'line' && entry.variables.length === 0);
  if (!plain) throw new Error('no line without gaps');
  line = { entryId: plain.id, variant: 'standard', values: {}, searchText: '一句话 13812345678' };
}, 60_000);
afterAll(() => {
  far.port1.close();
  far.port2.close();
  opened.remove();
});
beforeEach(() => signInAs(opened, 'agent'));

const lastUse = async () => (await opened.client.library.recentUses({ limit: 1 }))[0];

test('over the port of the bar there are the calls it needs, and every other call of the contract is not there', async () => {
  const refused: string[] = [];
  const answered: string[] = [];
  for (const [slice, calls] of Object.entries(contract)) {
    for (const [name, declared] of Object.entries(calls)) {
      if (!isContractProcedure(declared)) throw new Error(`${slice}.${name} is no call`);
      const path = `${slice}.${name}`;
      const ask = (bar as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[slice]?.[
        name
      ];
      const outcome = await ask?.({}).then(
        (answer) => {
          void (answer as Partial<AsyncIterator<unknown>> | null)?.return?.();
          return 'answered';
        },
        (error: { code?: string }) => error.code,
      );
      (outcome === 'NOT_FOUND' ? refused : answered).push(path);
    }
  }
  expect(answered.sort()).toEqual([
    'library.atHand',
    'library.line',
    'library.reportMissing',
    'library.search',
    'people.current',
    'quickBar.take',
    'settings.read',
    'system.changes',
  ]);
  expect(refused.length).toBeGreaterThan(100);
});

test('what is taken is the approved wording, recorded as at the desk, numbers masked', async () => {
  const { text } = await bar.quickBar.take({ ...line, how: 'copied' });
  expect(await lastUse()).toMatchObject({ how: 'copied', entryId: line.entryId, text });
  await bar.quickBar.take({ ...line, how: 'said' });
  expect(await lastUse()).toMatchObject({ how: 'said', entryId: line.entryId });
  const found = await bar.library.search({ text: '押金', limit: 5 });
  expect(found.hits).toEqual((await opened.client.library.search({ text: '押金', limit: 5 })).hits);
});

test('a line said from the bar stands in the conversation that is open, of which the bar is told nothing', async () => {
  const customer = { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' } as const;
  const { id: conversationId } = await opened.client.conversation.start({ channel: 'chat', customer });
  const answer = await bar.quickBar.take({ ...line, how: 'said' });
  expect(JSON.stringify(answer)).not.toMatch(/王丽|13812345678/);
  const { said } = await opened.client.conversation.view({ conversationId });
  expect(said).toHaveLength(1);
  await opened.client.conversation.park({ conversationId });
  await bar.quickBar.take({ ...line, how: 'said' });
  expect((await opened.client.conversation.view({ conversationId })).said).toHaveLength(1);
});

test('with nobody signed in nothing is taken, and open gaps refuse as they do at the desk', async () => {
  const gapped = (await opened.client.library.search({ text: '让客户久等' })).hits[0]?.entryId ?? '';
  await expect(bar.quickBar.take({ ...line, entryId: gapped, how: 'copied' })).rejects.toMatchObject({
    code: 'variablesMissing',
  });
  await opened.client.people.signOut();
  await expect(bar.quickBar.take({ ...line, how: 'copied' })).rejects.toMatchObject({ code: 'notSignedIn' });
  expect(await bar.people.current()).toBeNull();
});

test('a locked desk has nothing to give to the bar', () => {
  expect(Object.values(quickBarRouter({})).every((slice) => Object.keys(slice).length === 0)).toBe(true);
});

test('a hotkey takes nothing that other programs need', () => {
  for (const keys of ['Control+Alt+Space', 'Control+Shift+K', 'Alt+F2', 'Command+Alt+1', 'Shift+F9']) {
    expect(hotkeySchema.safeParse(keys).success, keys).toBe(true);
  }
  for (const keys of [
    'Control+C',
    'Space',
    'Shift+A',
    'F5',
    'Control+Control+K',
    'Control+Alt+Tab',
    'Control+Alt+Delete',
    '',
  ]) {
    expect(hotkeySchema.safeParse(keys).success, keys).toBe(false);
  }
});

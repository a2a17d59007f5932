import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Contract } from '#contract/contract.ts';
import { toCoreSchema } from '#contract/host.ts';
import { count } from '#tests/counts.ts';
import { seededRandom } from '#tests/harness/faulty-network.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { mutatedText, mutatedValue } from './mutations.ts';

let desk: OpenCore;
beforeAll(async () => {
  desk = await openCore();
  await signInAs(desk, 'lead');
}, 120_000);
afterAll(() => desk.remove());
const LONG = 60_000 + count('fuzzCases') * 100;

it(
  'a search for anything at all is answered',
  async () => {
    const random = seededRandom(41);
    const texts = ['wuxinhao', '账单有问题', '客户说他三天打不通电话了想投诉', 'zd', '0x1F', '您好'];
    for (let made = 0; made < count('fuzzCases'); made += 1) {
      const text = mutatedText(texts[made % texts.length] ?? '', random).slice(0, 200);
      const { hits } = await desk.client.library.search({ text });
      expect(Array.isArray(hits)).toBe(true);
    }
    expect(desk.errors).toEqual([]);
  },
  LONG,
);

it(
  'whatever a window sends over its port, the core goes on answering',
  async () => {
    const { port1: near, port2: far } = new MessageChannel();
    const handler = new RPCHandler(desk.core.router, { clientInterceptors: [desk.core.guard as never] });
    handler.upgrade(far as unknown as MessagePort, { context: desk.core.context });
    far.start();
    const sent: unknown[] = [];
    const port = near as unknown as MessagePort;
    const listening = {
      addEventListener: port.addEventListener.bind(port),
      postMessage: (message: unknown) => {
        sent.push(message);
        near.postMessage(message);
      },
      start: () => near.start(),
      close: () => near.close(),
    };
    const client: ContractRouterClient<Contract> = createORPCClient(
      new RPCLink({ port: listening as unknown as MessagePort }),
    );
    await client.library.search({ text: '账单' });
    await client.settings.change({ theme: 'dark' });
    await client.people.list();
    const samples = [...sent];
    expect(samples.length).toBeGreaterThan(2);
    const random = seededRandom(43);
    for (let made = 0; made < count('fuzzCases'); made += 1) {
      const sample = samples[made % samples.length];
      try {
        near.postMessage(mutatedMessage(sample, random));
      } catch (error) {
        // What cannot be copied between processes never leaves the window.
        expect((error as Error).name).toBe('DataCloneError');
      }
      if (made % 50 === 0) expect((await client.people.list()).length).toBeGreaterThan(0);
    }
    expect((await client.system.status()).journal?.faults).toEqual([]);
    near.close();
  },
  LONG,
);

/** A message of the wire is JSON text, or bytes that begin with it. */
function mutatedMessage(sample: unknown, random: () => number): unknown {
  if (typeof sample !== 'string' || random() < 0.1) return mutatedValue(sample, random);
  if (random() < 0.4) return mutatedText(sample, random);
  // The envelope stays sound, so that what is inside it is met.
  return JSON.stringify(mutatedValue(JSON.parse(sample), random), (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

it('a message from the shell of the wrong shape is refused before anything of it is used', () => {
  const random = seededRandom(47);
  const samples = [
    { kind: 'connect', portId: 1, scope: 'desk' },
    { kind: 'portMessage', portId: 1, data: { a: 1 } },
    { kind: 'fileChosen', token: 't', path: '/a' },
    { kind: 'childEnded', childId: 1, why: 'memory' },
    { kind: 'keyStored', requestId: 1, ok: true },
  ];
  for (let made = 0; made < count('fuzzCases'); made += 1) {
    const outcome = toCoreSchema.safeParse(mutatedValue(samples[made % samples.length], random));
    if (outcome.success) expect(toCoreSchema.parse(outcome.data)).toEqual(outcome.data);
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Contract } from '#contract/contract.ts';
import { toCoreSchema } from '#contract/host.ts';
import { count } from '#tests/counts.ts';
import { type ForkedDeskCore, forkDeskCore, makeDataDir, startMessage } from '#tests/harness/forked-desk-core.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';
import { shippedReleaseBytes } from '#tests/harness/shipped-release.ts';
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
    const folder = makeDataDir();
    mkdirSync(folder, { recursive: true });
    const starterFile = join(folder, 'starter-release.json');
    writeFileSync(starterFile, shippedReleaseBytes());
    const core = forkDeskCore(startMessage(makeDataDir(), starterFile));
    onTestFinished(() => core.process.kill());
    await core.ready;
    const { port, sent, send } = tappedPort();
    core.process.connect(port, 'desk');
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: send.port }));
    await client.library.search({ text: '账单' });
    const [person] = await client.people.list();
    await client.people.signIn({ personId: person?.id ?? '' });
    await client.settings.change({ theme: 'dark' });
    const samples = [...sent];
    expect(samples.length).toBe(4);
    const other = core.connect();
    const random = seededRandom(43);
    for (let made = 0; made < count('fuzzCases'); made += 1) {
      send.raw(mutatedMessage(samples[made % samples.length], random));
      // Asked from another window: what one does to the numbers of its own calls is its own affair.
      if (made % 50 === 0) expect((await other.client.people.list()).length).toBeGreaterThan(0);
    }
    expect((await other.client.system.status()).journal?.faults).toEqual([]);
    expect(core.messages.filter(({ kind }) => kind === 'failed' || kind === 'restart')).toEqual([]);
  },
  LONG,
);

/** A window's port as Electron's main process holds it, with a way to say anything over it. */
function tappedPort() {
  const [main, window] = [new EventEmitter(), new EventEmitter()];
  const sent: unknown[] = [];
  const port = Object.assign(main, {
    postMessage: (data: unknown) => void setImmediate(() => window.emit('message', { data })),
    start: () => undefined,
    close: () => undefined,
  });
  const raw = (data: unknown): void => void main.emit('message', { data });
  const near = Object.assign(window, {
    postMessage(data: unknown) {
      sent.push(data);
      raw(data);
    },
    start: () => undefined,
  });
  return {
    port: port as unknown as Parameters<ForkedDeskCore['process']['connect']>[0],
    sent,
    send: { raw, port: near as unknown as MessagePort },
  };
}

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

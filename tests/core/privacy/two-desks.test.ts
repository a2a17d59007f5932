import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '#bench/sync/open-sync-server.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import { issueCode } from '#sync-server/commands.ts';
import { letter } from '#tests/core/work-orders/order-fixtures.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { settleAll, tidied } from './known-customer.ts';
import { openedTexts } from './sealed-places.ts';

let server: TestServer;
const desks: OpenCore[] = [];
beforeAll(async () => {
  server = await openTestServer('sqlite');
}, 60_000);
afterAll(async () => {
  for (const desk of desks) desk.remove();
  await server.close();
});

async function enrolled(runId: string) {
  const secrets = memorySecrets();
  const sync = { fetch, timer: systemTimer, random: () => 0.5, appVersion: 'test' };
  const desk = await openCore({ sync, runId, secrets, clock: fixedClock(Date.now()) });
  desks.push(desk);
  await signInAs(desk, 'lead');
  const { code } = await issueCode(server.config, { siteId: 'hall', siteName: '营业厅', role: 'desk' }, Date.now());
  await desk.client.sync.enrol({ serverUrl: server.server.url, code, deskName: '一号台' });
  const texts = () => openedTexts(dataFolder(desk.dataDir).database, secrets.key ?? new Uint8Array(0)).join();
  return { desk, client: desk.client, texts };
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 4_000; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it never came to this: ${what}`);
}

test('an erasure goes to the server and to the other desk, its backup and all; a restored desk waits for a look', async () => {
  const one = await enrolled('one');
  const two = await enrolled('two');
  const her = { customerName: '欧阳雪莹', customerNumber: '13877665544' };
  await one.client.workOrders.open({ ...letter, ...her, fields: [...letter.fields] });
  await settleAll(one.desk);
  await until(
    'the order arrived',
    async () => (await two.client.privacy.find({ name: her.customerName })).length === 1,
  );
  const { backups } = await two.client.backups.make();
  two.desk.clock.advance(86_400_000);
  expect(two.texts()).toContain(her.customerName);

  const [found] = await one.client.privacy.find({ number: her.customerNumber });
  const done = await one.client.privacy.erase({ subjectIds: [found?.subjectId ?? ''], why: 'customerAsked' });
  expect(done).toMatchObject({ outcome: 'erased' });
  await tidied(one.client);
  await one.client.sync.tryNow();
  await until(
    'it is gone there too',
    async () => (await two.client.privacy.find({ name: her.customerName })).length === 0,
  );
  await tidied(two.client);
  expect(one.texts() + two.texts()).not.toContain(her.customerName);
  const left = (await two.client.backups.overview()).backups.map(({ name }) => name);
  expect(left).toHaveLength(1);
  expect(left).not.toContain(backups[0]?.name);
  const kept = await server.server.database.db
    .selectFrom('event')
    .select(['sealed', 'subject_ids'])
    .where('subject_ids', 'like', `%${found?.subjectId}%`)
    .where('kind', '<>', 'journal.erased')
    .execute();
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.every(({ sealed }) => sealed === null)).toBe(true);

  await two.client.backups.restore({ name: left[0] ?? '' });
  const again = await two.desk.reopen();
  desks.push(again);
  again.core.watchLimits();
  const held = await again.client.sync.status();
  expect(held).toMatchObject({ state: 'held', held: { backup: left[0] } });
  await signInAs(again, 'agent');
  await expect(again.client.sync.goOnAfterRestore()).rejects.toMatchObject({ code: 'notAllowed' });
  await signInAs(again, 'lead');
  expect((await again.client.sync.goOnAfterRestore()).held).toBeNull();
  await until('it is level again', async () => (await again.client.sync.status()).state === 'upToDate');
}, 300_000);

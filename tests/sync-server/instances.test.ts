import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { endPostgres, openTestServer } from '#bench/sync/open-sync-server.ts';
import type { SimulatedDesk } from '#bench/sync/simulated-desk.ts';
import { createLog } from '#sync-server/log.ts';
import { openServer } from '#sync-server/open-server.ts';

afterAll(endPostgres);

async function follow(desk: SimulatedDesk) {
  const answer = await desk.call('GET', '/v1/feed/stream', undefined, Date.now());
  const reader = answer.body?.getReader();
  let heard = '';
  return {
    async until(words: string) {
      while (!heard.includes(words)) heard += new TextDecoder().decode((await reader?.read())?.value);
    },
    end: () => reader?.cancel(),
  };
}

it('two instances on one PostgreSQL serve one site: a desk moves between them, and hears what the other one stored', async () => {
  const test = await openTestServer('postgres');
  const errors: string[] = [];
  const other = await openServer(
    test.config,
    createLog((line) => line.includes('"error"') && errors.push(line), Date.now),
    Date.now,
  );
  const one = await test.desk('one', 'hall', 'leadDesk');
  const two = await test.desk('two', 'hall');
  two.url = other.url;
  const stream = await follow(two);
  await stream.until('"cursor":0');
  for (let made = 0; made < 6; made += 1) one.append('workOrder.drafted', { made });
  expect((await one.upload(one.events.slice(0, 3), Date.now())).status).toBe(200);
  await stream.until('"cursor":3');
  // With the token of the first instance, and in the middle of its journal.
  one.url = other.url;
  expect(await (await one.upload(one.events.slice(1), Date.now())).json()).toEqual({ ackedSeq: 6, quarantined: [] });
  await stream.until('"cursor":6');

  // Releases published at one instance are news at the other, and both hand out the same bytes.
  const file = 'metadata/timestamp.json';
  const contentBase64 = Buffer.from('{"signed":{}}').toString('base64');
  expect((await one.call('POST', '/v1/releases', { files: [{ file, contentBase64 }] }, Date.now())).status).toBe(200);
  await stream.until('"releases":1');
  expect(await (await one.call('GET', `/v1/releases/${file}`, undefined, Date.now())).json()).toEqual({
    contentBase64,
  });

  // The line to the database breaks, as when it is started anew: uploads go on, and news are told again.
  two.url = test.server.url;
  await stream.end();
  const { db } = test.server.database;
  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'counterpart-server-feed'`.execute(
    db,
  );
  for (let cursor = 7, heard = false; !heard; cursor += 1) {
    one.append('workOrder.drafted', { cursor });
    expect((await one.upload(one.events.slice(-1), Date.now())).status).toBe(200);
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE application_name = 'counterpart-server-feed'`.execute(db);
    heard = rows[0]?.n === 2;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const news = await follow(two);
  await news.until('"cursor"');
  one.append('workOrder.drafted', { last: true });
  await one.upload(one.events.slice(-1), Date.now());
  await news.until(`"cursor":${one.events.length}`);
  await news.end();
  await other.stop();
  await test.close();
}, 120_000);

import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import type { BenchRow } from './bench-row.ts';
import { asTold } from './sync/as-told.ts';
import { endPostgres, openTestServer, type TestServer } from './sync/open-sync-server.ts';
import { returningRows } from './sync/returning.ts';
import type { SimulatedDesk } from './sync/simulated-desk.ts';
import { storageRows } from './sync/storage.ts';

const EVENTS = 100_000;
const MILLION = 1_000_000;
const DESKS = 10;
const BATCH = 1_000;
const MILLION_BAR_SECONDS = 120;

/** Uploading into PostgreSQL beside a bare HTTP insert loop into the same server; then many desks coming back at one moment. */
export async function benchSync(): Promise<BenchRow[]> {
  const test = await openTestServer('postgres');
  try {
    return [...(await uploadRows(test)), ...(await returningRows(fill)), ...(await storageRows())];
  } finally {
    await test.close();
    await endPostgres();
  }
}

async function uploadRows(test: TestServer): Promise<BenchRow[]> {
  const desks = await Promise.all(
    Array.from({ length: DESKS }, (_, index) => test.desk(`bench-${index}`, `site-${index}`)),
  );
  for (const desk of desks) fill(desk, EVENTS / DESKS);
  const ours = await timed(() => Promise.all(desks.map(uploadAll)));
  const bare = await timed(() => bareLoop(test, desks));
  const { db } = test.server.database;
  const { count } = await db
    .selectFrom('event')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const perMillion = (ours / EVENTS) * MILLION;
  return [
    row(`sync: upload ${EVENTS} events into PostgreSQL`, ours, 's'),
    {
      ...row('sync: the same for 1,000,000, scaled up', perMillion, 's'),
      bar: MILLION_BAR_SECONDS,
      ok: perMillion <= MILLION_BAR_SECONDS,
    },
    row('sync: against a bare HTTP insert loop of the same bodies', ours / bare, '×'),
    {
      ...row('sync: events twice or missing', Math.abs(Number(count) - EVENTS), ''),
      bar: 0,
      ok: Number(count) === EVENTS,
    },
  ];
}

function fill(desk: SimulatedDesk, events: number): void {
  const text = '您好，您反映的室内没有信号的情况我已经记下来了，我先帮您查一下附近的基站。';
  for (let made = 0; made < events; made += 1)
    desk.append('workOrder.drafted', { made, text }, [`customer-${made % 50}`]);
}

async function uploadAll(desk: SimulatedDesk): Promise<void> {
  for (let from = 0; from < desk.events.length; from += BATCH) {
    const answer = await asTold(() => desk.upload(desk.events.slice(from, from + BATCH), Date.now()));
    if (!answer.ok) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
  }
}

/** What the least possible server does: a row an event, a transaction a batch, nothing checked and nothing sealed. */
async function bareLoop(test: TestServer, desks: readonly SimulatedDesk[]): Promise<void> {
  const client = new Client({ connectionString: test.config.databaseUrl ?? '' });
  await client.connect();
  await client.query('CREATE TABLE bare (id text PRIMARY KEY, body text NOT NULL)');
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const events = JSON.parse(body) as { id: string }[];
      const insert = 'INSERT INTO bare SELECT * FROM unnest($1::text[], $2::text[])';
      turn = turn.then(() =>
        client.query(insert, [events.map(({ id }) => id), events.map((event) => JSON.stringify(event))]),
      );
      void turn.then(() => response.end('{}'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await Promise.all(
    desks.map(async (desk) => {
      for (let from = 0; from < desk.events.length; from += BATCH) {
        const body = JSON.stringify(desk.events.slice(from, from + BATCH));
        await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
      }
    }),
  );
  server.close();
  await client.end();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

const row = (bench: string, figure: number, unit: string): BenchRow => ({ bench, figure, unit, bar: null, ok: null });

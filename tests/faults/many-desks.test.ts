import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { enrolDesks } from '#bench/sync/enrol-desks.ts';
import { type RunningPostgres, startPostgres } from '#bench/sync/postgres.ts';
import { type ServerChild, startServerChild } from '#bench/sync/server-child.ts';
import type { Send, SimulatedDesk } from '#bench/sync/simulated-desk.ts';
import type { JournalEvent } from '#contract/journal.ts';
import { travels } from '#contract/sync/terms.ts';
import { readConfig, type ServerConfig } from '#sync-server/config.ts';
import { openServerDatabase } from '#sync-server/db/open-database.ts';
import { count } from '#tests/counts.ts';
import { faultyNetwork } from '#tests/harness/faulty-network.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';

/** Desks of one site; the last site may have fewer. */
const SITE_DESKS = 10;
const IN_FLIGHT = 48;
const LARGEST_BATCH = 200;
/** A thousand desks with a thousand events each take their time. */
const LONGEST_MS = 7_200_000;

let postgres: RunningPostgres | null = null;
afterAll(() => postgres?.stop());

/** Runs so many pieces of work at once and no more. */
function gate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

interface Member {
  readonly desk: SimulatedDesk;
  readonly siteId: string;
  acked: number;
  cursor: number;
  /** What came down, by place, so that nothing is counted twice unseen. */
  readonly received: string[];
}

const mark = (event: Pick<JournalEvent, 'installId' | 'seq' | 'hash'>): string =>
  `${event.installId}/${event.seq}/${event.hash}`;
const digest = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');

async function members(config: ServerConfig, url: string, send: Send, desks: number): Promise<Member[]> {
  const siteOf = (index: number): string => `site-${Math.floor(index / SITE_DESKS)}`;
  const whose = (index: number) => ({ installId: `desk-${index}`, siteId: siteOf(index) });
  return (await enrolDesks(config, url, desks, whose)).map((desk, index) => {
    desk.send = send;
    return { desk, siteId: siteOf(index), acked: 0, cursor: 0, received: [] };
  });
}

/** The next try comes a moment later, as a desk's would. */
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** One request over a bad line to a server that may be dead: null where there was no answer worth reading. */
async function ask(desk: SimulatedDesk, request: () => Promise<Response>): Promise<unknown> {
  try {
    const answer = await request();
    if (answer.ok) return await answer.json();
    if (answer.status === 401) await desk.takeToken(Date.now());
    if (answer.status === 503) await moment();
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof SyntaxError)) throw error;
    await moment();
  }
  return null;
}

async function sendSome(member: Member, random: () => number): Promise<void> {
  const { desk } = member;
  // Now and then from too early or too late on, as batches that overtake each other.
  const from = Math.max(0, member.acked + Math.floor(random() * 5) - 2);
  const batch = desk.events.slice(from, from + 1 + Math.floor(random() * LARGEST_BATCH));
  if (batch.length === 0) return;
  const told = (await ask(desk, () => desk.upload(batch, Date.now()))) as {
    ackedSeq: number;
    quarantined: unknown[];
  } | null;
  if (told === null) return;
  expect(told.quarantined).toEqual([]);
  member.acked = Math.max(member.acked, told.ackedSeq);
}

async function takeSome(member: Member): Promise<void> {
  const target = `/v1/feed?after=${member.cursor}&limit=500`;
  const page = (await ask(member.desk, () => member.desk.call('GET', target, undefined, Date.now()))) as {
    items: { cursor: number; event: JournalEvent }[];
    cursor: number;
  } | null;
  if (page === null || page.cursor < member.cursor) return;
  for (const { event } of page.items) member.received.push(mark(event));
  member.cursor = page.cursor;
}

describe.each(['sqlite', 'postgres'] as const)('many desks before a server over %s', (database) => {
  const desks = count('manyDesks');
  const eventsEach = count('manyDeskEvents');
  const kills = count('manyDeskKills');

  it(
    'end with the server’s set and hashes, and with each other’s, over a bad line and through its deaths',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'counterpart-many-desks-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const environment: Record<string, string> = {
        COUNTERPART_SERVER_DATA: join(folder, 'data'),
        COUNTERPART_SERVER_KEY: randomBytes(32).toString('base64'),
      };
      if (database === 'postgres') {
        postgres ??= await startPostgres();
        environment.DATABASE_URL = await postgres.createDatabase('many');
      }
      let server: ServerChild = await startServerChild(environment);
      const port = Number(new URL(server.url).port);
      const random = seededRandom(23);
      const all = await members(readConfig(environment), server.url, faultyNetwork(random), desks);
      for (const { desk } of all) {
        for (let made = 0; made < eventsEach; made += 1) {
          desk.append(
            made % 10 === 0 ? 'workOrder.drafted' : 'note.written',
            { made },
            made % 5 === 0 ? ['customer'] : [],
          );
        }
      }

      const total = desks * eventsEach;
      const sent = (): number => all.reduce((sum, { acked }) => sum + acked, 0);
      let over = false;
      let died = 0;
      // Each death comes when that much more has gone up, whatever the speed of the machine.
      const reaper = (async () => {
        for (; died < kills && !over; ) {
          if (sent() >= ((died + 0.5) / kills) * total) {
            await server.kill();
            server = await startServerChild(environment, port);
            died += 1;
          }
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      })();

      const through = gate(IN_FLIGHT);
      await Promise.all(
        all.map(async (member) => {
          while (member.acked < eventsEach) {
            await through(() => sendSome(member, random));
            if (random() < 0.1) await through(() => takeSome(member));
          }
        }),
      );
      over = true;
      await reaper;
      const travelling = all.flatMap(({ desk, siteId }) =>
        desk.events.filter(({ kind }) => travels(kind)).map((event) => ({ siteId, event })),
      );
      const ofSite = new Map<string, string[]>();
      for (const { siteId, event } of travelling) {
        const lines = ofSite.get(siteId) ?? [];
        lines.push(mark(event));
        ofSite.set(siteId, lines);
      }
      await Promise.all(
        all.map(async (member) => {
          while (member.cursor < (ofSite.get(member.siteId)?.length ?? 0)) await through(() => takeSome(member));
        }),
      );
      await server.kill('SIGTERM');

      const { db, close } = await openServerDatabase(readConfig(environment));
      for (const { desk, siteId, received } of all) {
        const rows = await db
          .selectFrom('event')
          .select(['seq', 'hash'])
          .where('install_id', '=', desk.installId)
          .orderBy('seq')
          .execute();
        expect(rows.map(({ seq, hash }) => `${seq} ${Buffer.from(hash).toString('hex')}`)).toEqual(
          desk.events.map(({ seq, hash }) => `${seq} ${hash}`),
        );
        const others = (ofSite.get(siteId) ?? []).filter((line) => !line.startsWith(`${desk.installId}/`));
        expect(received).toHaveLength(others.length);
        expect(digest(received)).toBe(digest(others));
      }
      expect(await db.selectFrom('quarantine').select('seq').execute()).toEqual([]);
      await close();
      expect(died).toBe(kills);
    },
    LONGEST_MS,
  );
});

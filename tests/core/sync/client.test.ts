import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading, openForWriting } from '#core/db/open.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import type { SyncHost } from '#core/sync/sync-host.ts';
import { readFact, writeFact } from '#core/sync/sync-state-repo.ts';
import { issueCode } from '#sync-server/commands.ts';
import { letter } from '#tests/core/work-orders/order-fixtures.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { cable, openSite, until } from './site-of-desks.ts';

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
const level = async ({ client }: OpenCore) => (await client.sync.status()).state === 'upToDate';

describe('the client of a desk', () => {
  /** What went over its line: path, compression, and the places of the events. */
  function tapped(network: ReturnType<typeof cable>, fate: (path: string, turn: number) => void = () => undefined) {
    const sent: { path: string; packed: boolean; seqs: number[] }[] = [];
    const plain = network.fetch;
    network.fetch = (async (input: string | Request, init: RequestInit = {}) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const headers = new Headers(init.headers ?? (input instanceof Request ? input.headers : {}));
      const packed = headers.get('content-encoding') === 'gzip';
      const bytes = Buffer.from((init.body as Uint8Array | undefined) ?? []);
      if (pathname === '/v1/journal/batches') {
        const body = JSON.parse(String(packed ? gunzipSync(bytes) : bytes)) as { events: { seq: number }[] };
        sent.push({ path: pathname, packed, seqs: body.events.map(({ seq }) => seq) });
      } else sent.push({ path: pathname, packed, seqs: [] });
      fate(pathname, sent.length);
      return await plain(input, init);
    }) as typeof fetch;
    return sent;
  }

  it('sends packed batches by sequence and goes on behind the last confirmed one when the line breaks', async () => {
    const network = cable();
    let uploads = 0;
    const sent = tapped(network, (path) => {
      if (path !== '/v1/journal/batches') return;
      uploads += 1;
      if (uploads === 2) throw new TypeError('the line broke');
    });
    const network2 = { ...network, timer: ((ms, run) => systemTimer(Math.min(ms, 50), run)) as SyncHost['timer'] };
    const one = await openCore({ sync: network2, runId: 'many', clock: fixedClock(Date.now()) });
    site.keep(one);
    await signInAs(one, 'lead');
    for (let made = 0; made < 130; made += 1) {
      await one.client.settings.change({ theme: made % 2 === 0 ? 'dark' : 'light' });
    }
    const { code } = await issueCode(
      site.server.config,
      { siteId: 'batches', siteName: 'b', role: 'desk' },
      Date.now(),
    );
    await one.client.sync.enrol({ serverUrl: site.server.server.url, code, deskName: '一号台' });
    await until('everything is up', () => level(one));
    const batches = sent.filter(({ path }) => path === '/v1/journal/batches');
    expect(batches.length).toBeGreaterThan(2);
    for (const { packed, seqs } of batches) {
      expect(seqs.length).toBeLessThanOrEqual(100);
      expect(packed || seqs.length < 4).toBe(true);
    }
    const [first, broken, resumed] = batches;
    expect(first?.seqs).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect([broken?.seqs[0], resumed?.seqs[0]]).toEqual([101, 101]);
    // It would go on asking many times a second.
    one.core.close();
  });

  it('waits twice as long after each failure, never the same on all desks, and five minutes at most', async () => {
    const waits: number[] = [];
    const network = cable();
    let share = 0;
    const due: (() => void)[] = [];
    const one = await openCore({
      sync: {
        ...network,
        fetch: (...call) => network.fetch(...call),
        random: () => share,
        timer: (ms, run) => {
          waits.push(ms);
          due.push(run);
          return () => undefined;
        },
      },
    });
    site.keep(one);
    await signInAs(one, 'lead');
    const { code } = await issueCode(site.server.config, { siteId: 'waits', siteName: 'w', role: 'desk' }, Date.now());
    await one.client.sync.enrol({ serverUrl: site.server.server.url, code, deskName: '一号台' });
    network.plugged = false;
    const failed = async () => {
      const before = waits.length;
      due.at(-1)?.();
      await until('the next try is due', async () => waits.length > before);
      return waits.at(-1) ?? 0;
    };
    const seen: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      share = turn % 2;
      seen.push(await failed());
    }
    // Between half and all of what is due.
    expect(seen.slice(0, 4)).toEqual([500, 2_000, 2_000, 8_000]);
    expect(seen.slice(-2)).toEqual([150_000, 300_000]);

    // A server that has too many callers says when this one's turn comes: within that second, and no sooner.
    const busy = (async () => new Response('{}', { status: 503, headers: { 'retry-after': '7' } })) as typeof fetch;
    network.fetch = busy;
    share = 0;
    expect(await failed()).toBe(6_000);
    share = 0.5;
    expect(await failed()).toBe(6_500);
    expect((await one.client.sync.status()).problem?.code).toBe('serverBusy');
  });

  it('hears news over the stream, and by asking where no stream stands', async () => {
    const network = cable();
    const sent = tapped(network, (path) => {
      if (path === '/v1/feed/stream') throw new TypeError('no stream through here');
    });
    // What would be half a minute is a moment.
    const quick = { ...network, timer: ((ms, run) => systemTimer(Math.min(ms, 100), run)) as SyncHost['timer'] };
    const polling = await site.desk(quick, 'news');
    const other = await site.desk(cable(), 'news');
    const { id } = await other.client.workOrders.open({ ...letter, fields: [...letter.fields] });
    await until('it was asked for', async () => (await polling.client.workOrders.list()).some((one) => one.id === id));
    await until('a stream was tried', async () => sent.some(({ path }) => path === '/v1/feed/stream'));
    polling.core.close();
  });

  it('a damaged event is set aside on both sides, and what stands behind it goes up all the same', async () => {
    const one = await site.desk(cable(), 'poison');
    await until('everything is up', () => level(one));
    one.core.close();
    const db = openForWriting(dataFolder(one.dataDir).database);
    const acked = readFact(db, 'acked');
    const last = acked?.seq ?? 0;
    writeFact(db, 'acked', { epoch: acked?.epoch ?? 1, seq: 0 });
    // As if the server had nothing of it yet: it was put back to an empty backup.
    const installId = String(db.prepare('SELECT install_id FROM journal LIMIT 1').pluck().get());
    const { db: server } = site.server.server.database;
    for (const table of ['event', 'event_subject', 'head'] as const) {
      await server.deleteFrom(table).where('install_id', '=', installId).execute();
    }
    db.exec('DROP TRIGGER journal_erases_only');
    db.prepare('UPDATE journal SET payload = zeroblob(40) WHERE seq = 3').run();
    db.close();
    const again = await one.reopen();
    site.keep(again);
    again.core.watchLimits();
    await until('the rest is up', async () => (await again.client.sync.status()).pending === 0 && (await level(again)));
    const status = await again.client.sync.status();
    expect(status.quarantined).toMatchObject([{ epoch: 1, seq: 3, reason: 'unreadable' }]);
    expect(status.quarantined[0]?.sinceMs).not.toBeNull();
    const raised = await server
      .selectFrom('quarantine')
      .select(['seq', 'reason'])
      .where('install_id', '=', installId)
      .execute();
    expect(raised).toEqual([{ seq: 3, reason: 'unreadable' }]);
    const held = await server
      .selectFrom('event')
      .select('seq')
      .where('install_id', '=', installId)
      .orderBy('seq')
      .execute();
    expect(held.map(({ seq }) => seq)).toEqual(
      expect.arrayContaining(Array.from({ length: last }, (_, index) => index + 1).filter((seq) => seq !== 3)),
    );
  });

  it('a journal that was rewritten or cut is noticed by the head the server remembers, and its other event is kept apart', async () => {
    const one = await site.desk(cable(), 'rewritten');
    await until('everything is up', () => level(one));
    const { acked, installId } = await (async () => {
      const db = openForReading(dataFolder(one.dataDir).database);
      const found = {
        acked: readFact(db, 'acked'),
        installId: String(db.prepare('SELECT install_id FROM journal LIMIT 1').pluck().get()),
      };
      db.close();
      return found;
    })();
    one.core.close();
    const { db: server } = site.server.server.database;
    const other = Buffer.alloc(32, 7);
    const seq = acked?.seq ?? 0;
    // The server has something else at the last place, and one more behind it.
    await server
      .updateTable('event')
      .set({ hash: other })
      .where('install_id', '=', installId)
      .where('seq', '=', seq)
      .execute();
    await server
      .updateTable('head')
      .set({ hash: other, seq: seq + 500 })
      .where('install_id', '=', installId)
      .execute();
    const again = await one.reopen();
    site.keep(again);
    again.core.watchLimits();
    await until('it is told', async () => (await again.client.sync.status()).disagreement !== null);
    expect((await again.client.sync.status()).disagreement).toEqual({ epoch: 1, seq: seq + 500 });
  });
});

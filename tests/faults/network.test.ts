import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPostgres, openTestServer, SERVER_DATABASES, type TestServer } from '#bench/sync/open-sync-server.ts';
import type { SimulatedDesk } from '#bench/sync/simulated-desk.ts';
import { count } from '#tests/counts.ts';
import { faultyNetwork } from '#tests/harness/faulty-network.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';

afterAll(endPostgres);

const DESKS = 4;
const EVENTS = 60;

/** Sends everything over whatever line there is, as often as it takes. */
async function sendAll(desk: SimulatedDesk, random: () => number): Promise<void> {
  for (let acked = 0, tries = 0; acked < desk.events.length; tries += 1) {
    if (tries > 2_000) throw new Error(`stuck behind ${acked}`);
    // Now and then from too early or too late on, as a desk does that was set back, or whose batches overtake each other.
    const from = Math.max(0, acked + Math.floor(random() * 5) - 2);
    const batch = desk.events.slice(from, from + 1 + Math.floor(random() * 25));
    if (batch.length === 0) continue;
    try {
      const answer = await desk.upload(batch, Date.now());
      if (!answer.ok) continue;
      const told = (await answer.json()) as { ackedSeq: number; quarantined: unknown[] };
      expect(told.quarantined).toEqual([]);
      acked = Math.max(acked, told.ackedSeq);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

describe.each(SERVER_DATABASES)('a bad network before %s', (database) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(database);
  }, 60_000);
  afterAll(() => test.close());

  it(
    'ends with the same events and hashes on desks and server, none twice, in an unbroken feed',
    async () => {
      const schedules = count('networkSchedules');
      for (let schedule = 0; schedule < schedules; schedule += 1) {
        const random = seededRandom(7_919 * (schedule + 1));
        const site = `site-${schedule}`;
        const desks = await Promise.all(
          Array.from({ length: DESKS }, (_, index) => test.desk(`s${schedule}-d${index}`, site)),
        );
        for (const desk of desks) {
          for (let made = 0; made < EVENTS; made += 1) {
            desk.append(
              made % 3 === 0 ? 'workOrder.drafted' : 'note.written',
              { made },
              made % 5 === 0 ? ['customer'] : [],
            );
          }
          desk.send = faultyNetwork(random);
        }
        await Promise.all(desks.map((desk) => sendAll(desk, random)));
        const { db } = test.server.database;
        for (const desk of desks) {
          const rows = await db
            .selectFrom('event')
            .select(['seq', 'hash'])
            .where('install_id', '=', desk.installId)
            .orderBy('seq')
            .execute();
          expect(rows.map(({ seq, hash }) => [seq, Buffer.from(hash).toString('hex')])).toEqual(
            desk.events.map(({ seq, hash }) => [seq, hash]),
          );
        }
        const cursors = await db
          .selectFrom('event')
          .select('cursor')
          .where('site_id', '=', site)
          .where('cursor', 'is not', null)
          .orderBy('cursor')
          .execute();
        expect(cursors.map(({ cursor }) => cursor)).toEqual(cursors.map((_, index) => index + 1));
        expect(cursors).toHaveLength(DESKS * Math.ceil(EVENTS / 3));
      }
    },
    60_000 + count('networkSchedules') * 30_000,
  );
});

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { type RunningPostgres, startPostgres } from '#bench/sync/postgres.ts';
import { startServerChild } from '#bench/sync/server-child.ts';
import { SimulatedDesk } from '#bench/sync/simulated-desk.ts';
import { issueCode } from '#sync-server/commands.ts';
import { readConfig } from '#sync-server/config.ts';
import { openServerDatabase } from '#sync-server/db/open-database.ts';
import { count } from '#tests/counts.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';

let postgres: RunningPostgres | null = null;
afterAll(() => postgres?.stop());

describe.each(['sqlite', 'postgres'] as const)('a server killed over %s', (database) => {
  it(
    'has every batch it confirmed, no half of another, and goes on',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'counterpart-server-kill-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const environment: Record<string, string> = {
        COUNTERPART_SERVER_DATA: join(folder, 'data'),
        COUNTERPART_SERVER_KEY: randomBytes(32).toString('base64'),
      };
      if (database === 'postgres') {
        postgres ??= await startPostgres();
        environment.DATABASE_URL = await postgres.createDatabase('killed');
      }
      const config = readConfig(environment);
      const { code } = await issueCode(config, { siteId: 'hall', siteName: 'hall', role: 'desk' }, Date.now());
      const random = seededRandom(17);
      let server = await startServerChild(environment);
      const desk = new SimulatedDesk(server.url, 'desk');
      expect((await desk.enrol(code)).status).toBe(200);
      let acked = 0;
      for (let kill = 0; kill < count('serverKills'); kill += 1) {
        await desk.takeToken(Date.now());
        for (let made = 0; made < 400; made += 1) desk.append('workOrder.drafted', { made, kill }, ['customer']);
        const death = new Promise<void>((resolve) =>
          setTimeout(() => resolve(server.kill().then(() => undefined)), 20 + random() * 120),
        );
        try {
          while (acked < desk.events.length) {
            const answer = await desk.upload(desk.events.slice(acked, acked + 40), Date.now());
            acked = ((await answer.json()) as { ackedSeq: number }).ackedSeq;
          }
        } catch {
          // The line went dead with the server.
        }
        await death;
        server = await startServerChild(environment);
        desk.url = server.url;
      }
      await desk.takeToken(Date.now());
      while (acked < desk.events.length) {
        const answer = await desk.upload(desk.events.slice(acked, acked + 500), Date.now());
        acked = ((await answer.json()) as { ackedSeq: number }).ackedSeq;
      }
      await server.kill();
      const { db, close } = await openServerDatabase(config);
      const rows = await db.selectFrom('event').select(['seq', 'hash', 'cursor']).orderBy('seq').execute();
      const aside = await db.selectFrom('quarantine').select('seq').execute();
      await close();
      expect(aside).toEqual([]);
      expect(rows.map(({ seq, hash }) => [seq, Buffer.from(hash).toString('hex')])).toEqual(
        desk.events.map(({ seq, hash }) => [seq, hash]),
      );
      expect(rows.map(({ cursor }) => cursor)).toEqual(rows.map((_, index) => index + 1));
    },
    60_000 + count('serverKills') * 30_000,
  );
});

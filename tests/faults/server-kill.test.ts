import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { type RunningPostgres, startPostgres } from '#bench/sync/postgres.ts';
import { SimulatedDesk } from '#bench/sync/simulated-desk.ts';
import { issueCode } from '#sync-server/commands.ts';
import { readConfig } from '#sync-server/config.ts';
import { openServerDatabase } from '#sync-server/db/open-database.ts';
import { count } from '#tests/counts.ts';
import { seededRandom } from '#tests/harness/faulty-network.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

let postgres: RunningPostgres | null = null;
afterAll(() => postgres?.stop());

interface ServerChild {
  readonly url: string;
  kill(): Promise<void>;
}

/** The server as an operator runs it, in a process of its own. */
async function startChild(environment: Record<string, string>): Promise<ServerChild> {
  const child: ChildProcess = spawn(process.execPath, ['sync-server/main.ts'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...environment, PORT: '0', REQUESTS_PER_MINUTE: '1000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    let told = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
      const found = /"port":(\d+)/.exec(told)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once('exit', () => reject(new Error(`the server ended: ${told}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

describe.each(['sqlite', 'postgres'] as const)('a server killed over %s', (database) => {
  it('has every batch it confirmed, no half of another, and goes on', async () => {
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
    let server = await startChild(environment);
    const desk = new SimulatedDesk(server.url, 'desk');
    expect((await desk.enrol(code)).status).toBe(200);
    let acked = 0;
    for (let kill = 0; kill < count('serverKills'); kill += 1) {
      await desk.takeToken(Date.now());
      for (let made = 0; made < 400; made += 1) desk.append('workOrder.drafted', { made, kill }, ['customer']);
      const death = new Promise<void>((resolve) => setTimeout(() => resolve(server.kill()), 20 + random() * 120));
      try {
        while (acked < desk.events.length) {
          const answer = await desk.upload(desk.events.slice(acked, acked + 40), Date.now());
          acked = ((await answer.json()) as { ackedSeq: number }).ackedSeq;
        }
      } catch {
        // The line went dead with the server.
      }
      await death;
      server = await startChild(environment);
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
  });
});

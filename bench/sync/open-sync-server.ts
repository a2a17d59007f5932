import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstallRole } from '#contract/sync/terms.ts';
import { issueCode } from '#sync-server/commands.ts';
import type { ServerConfig } from '#sync-server/config.ts';
import { openServerDatabase } from '#sync-server/db/open-database.ts';
import { createLog } from '#sync-server/log.ts';
import { openServer, type RunningServer } from '#sync-server/open-server.ts';
import { CODE_LIFE_MS, codeHashOf, newCode } from '#sync-server/sites/enrolment-code.ts';
import { addCode } from '#sync-server/sites/enrolment-code-repo.ts';
import { addSite } from '#sync-server/sites/site-repo.ts';
import { type RunningPostgres, startPostgres } from './postgres.ts';
import { SimulatedDesk } from './simulated-desk.ts';

export const SERVER_DATABASES = ['sqlite', 'postgres'] as const;
export type ServerDatabaseName = (typeof SERVER_DATABASES)[number];

let postgres: Promise<RunningPostgres> | null = null;
let databases = 0;

/** Ends the PostgreSQL of this test file, where one was started. */
export async function endPostgres(): Promise<void> {
  await (await postgres)?.stop();
  postgres = null;
}

export interface TestServer {
  readonly server: RunningServer;
  readonly config: ServerConfig;
  /** What it wrote to its log. */
  readonly log: readonly string[];
  /** The server's clock: the real one and this much. */
  clockShiftMs: number;
  desk(installId: string, siteId?: string, role?: InstallRole): Promise<SimulatedDesk>;
  /** So many at once: their codes are written over one connection. */
  desks(many: number, whose: (index: number) => { installId: string; siteId: string }): Promise<SimulatedDesk[]>;
  close(): Promise<void>;
}

/** A server on an empty database of the kind asked for, on a port of its own. */
export async function openTestServer(
  database: ServerDatabaseName,
  changes: Partial<ServerConfig> = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-server-'));
  let databaseUrl: string | null = null;
  if (database === 'postgres') {
    postgres ??= startPostgres();
    databases += 1;
    databaseUrl = await (await postgres).createDatabase(`test${databases}`);
  }
  const config: ServerConfig = {
    databaseUrl,
    dataDir: folder,
    host: '127.0.0.1',
    port: 0,
    masterKey: randomBytes(32),
    metricsToken: 'metrics-for-tests-only',
    requestsPerMinute: 1_000_000,
    ...changes,
  };
  const lines: string[] = [];
  const test: TestServer = {
    config,
    log: lines,
    clockShiftMs: 0,
    server: await openServer(
      config,
      createLog((line) => void lines.push(line), Date.now),
      () => Date.now() + test.clockShiftMs,
    ),
    async desk(installId, siteId = 'hall-1', role = 'desk') {
      const { code } = await issueCode(config, { siteId, siteName: siteId, role }, Date.now());
      const desk = new SimulatedDesk(test.server.url, installId);
      const enrolled = await desk.enrol(code);
      if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.status} ${await enrolled.text()}`);
      const given = await desk.takeToken(Date.now());
      if (!given.ok) throw new Error(`no token: ${given.status} ${await given.text()}`);
      return desk;
    },
    async desks(many, whose) {
      const made: SimulatedDesk[] = [];
      const { db, close } = await openServerDatabase(config);
      for (let index = 0; index < many; index += 1) {
        const { installId, siteId } = whose(index);
        await addSite(db, { siteId, name: siteId, createdAtMs: Date.now() });
        const code = newCode();
        const expiresAtMs = Date.now() + CODE_LIFE_MS;
        await addCode(db, { codeHash: codeHashOf(code), siteId, role: 'desk', expiresAtMs });
        const desk = new SimulatedDesk(test.server.url, installId);
        for (const answer of [await desk.enrol(code), await desk.takeToken(Date.now())]) {
          if (!answer.ok) throw new Error(`not enrolled: ${answer.status}`);
        }
        made.push(desk);
      }
      await close();
      return made;
    },
    async close() {
      await test.server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstallRole } from '#contract/sync/terms.ts';
import { issueCode } from '#sync-server/commands.ts';
import type { ServerConfig } from '#sync-server/config.ts';
import { createLog } from '#sync-server/log.ts';
import { openServer, type RunningServer } from '#sync-server/open-server.ts';
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
    patienceMs: 500,
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
    async close() {
      await test.server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}

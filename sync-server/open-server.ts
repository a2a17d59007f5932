import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createAdmission } from './admission.ts';
import { createApp } from './app.ts';
import { createTokens } from './auth/tokens.ts';
import type { ServerConfig } from './config.ts';
import { openServerDatabase, type ServerDatabase } from './db/open-database.ts';
import { obtainFact } from './db/server-fact-repo.ts';
import { openFeedWatch } from './journal/feed-watch.ts';
import { type Shredder, startShredder } from './journal/shredder.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createRateLimit } from './rate-limit.ts';
import { createSealer } from './sealer.ts';
import { turnAway } from './turn-away.ts';

/** Connections the system holds until they are accepted; one beyond them is tried again only seconds later. */
const BACKLOG = 4_096;

export interface RunningServer {
  readonly url: string;
  readonly database: ServerDatabase;
  readonly shredder: Shredder;
  /** Ends streams, lets requests in flight finish, closes the database. */
  stop(): Promise<void>;
}

/** Opens the database and listens; any number of servers may share one PostgreSQL. */
export async function openServer(config: ServerConfig, log: Log, nowMs: () => number): Promise<RunningServer> {
  const database = await openServerDatabase(config);
  const sealers = {
    events: createSealer(config.masterKey, 'events'),
    people: createSealer(config.masterKey, 'people'),
    quarantine: createSealer(config.masterKey, 'quarantine'),
  };
  const stopping = new AbortController();
  const shredder = startShredder({ database, log, nowMs });
  const watch = await openFeedWatch(database, (error) => log.error('the feed watch failed', error));
  const metrics = createMetrics();
  const admission = createAdmission(config.patienceMs, () => performance.now());
  const app = createApp({
    database,
    sealers,
    tokens: createTokens(config.masterKey),
    watch,
    metrics,
    admission,
    serverId: Buffer.from(await obtainFact(database.db, 'serverId', Buffer.from(randomUUID()))).toString('utf8'),
    nowMs,
    shred: () => void shredder.look(),
    log,
    rateLimit: createRateLimit(config.requestsPerMinute),
    metricsToken: config.metricsToken,
    stopping: stopping.signal,
    callerOf: (context) => getConnInfo(context).remote.address ?? 'unknown',
  });
  const server = createServer(turnAway(admission, metrics, getRequestListener(app.fetch)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: config.host, port: config.port, backlog: BACKLOG }, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  log.info('listening', { host: config.host, port, database: database.dialect });
  return {
    url: `http://${config.host}:${port}`,
    database,
    shredder,
    async stop() {
      shredder.stop();
      stopping.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      });
      await watch.close();
      await database.close();
      log.info('stopped');
    },
  };
}

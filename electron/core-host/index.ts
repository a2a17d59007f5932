import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { PortScope, Start, ToCore } from '#contract/host.ts';
import { systemClock } from '#core/clock.ts';
import { CoreStartFailure } from '#core/core-start-failure.ts';
import { counterRouter } from '#core/counter/counter-router.ts';
import { type Core, createCore } from '#core/create-core.ts';
import { systemIds } from '#core/ids.ts';
import type { Logger } from '#core/logger.ts';
import { quickBarRouter } from '#core/quick-bar/quick-bar-router.ts';
import { starterReleasePin } from '#core/releases/starter-release-pin.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { openParentLink } from './parent-link.ts';
import { shellExchange } from './shell-exchange.ts';

const MOST_STRAYS_LOGGED = 20;

// Whatever this process writes is its owner's alone.
process.umask(0o077);
const link = openParentLink();
const exchange = shellExchange(link.send);
/** Standard error goes into the program's log; only technical facts are written there. */
const logger: Logger = {
  info: (message) => void process.stderr.write(`core: ${message}\n`),
  error: (message, error) =>
    void process.stderr.write(`core: ${message}${error instanceof Error ? `: ${error.stack}` : ''}\n`),
};

// The call library does not wait for its own reading of a message: one that a window spoilt must not end the core for all.
let strays = 0;
process.on('unhandledRejection', (reason) => {
  strays += 1;
  // Whoever sends thousands shall not fill the log either.
  if (strays <= MOST_STRAYS_LOGGED) logger.error('nobody waited for this to fail', reason);
});

let core: Core | null = null;
let serve: ((port: SupportedMessagePort, scope: PortScope) => void) | null = null;
const keyRequests = new Map<number, (ok: boolean) => void>();

function storeDataKey(dataKey: Uint8Array): Promise<void> {
  const requestId = keyRequests.size + 1;
  return new Promise((resolve, reject) => {
    keyRequests.set(requestId, (ok) => (ok ? resolve() : reject(new Error('the shell could not store the data key'))));
    link.send({ kind: 'storeKey', requestId, dataKey });
  });
}

async function start(message: Start): Promise<void> {
  try {
    const started = await createCore({
      dataDir: message.dataDir,
      clock: systemClock,
      ids: systemIds,
      logger,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      runId: message.runId,
      secrets: { loadDataKey: async () => message.dataKey, storeDataKey, protection: message.keyProtection },
      starterRelease: { file: message.starterReleaseFile, pin: starterReleasePin },
      verifyWorkerUrl: pathToFileURL(message.verifyWorkerFile),
      exchange: exchange.host,
      watch: {
        timer: systemTimer,
        tell: (notices, counts) => link.send({ kind: 'told', notices: [...notices], counts }),
      },
      sync: { fetch, timer: systemTimer, random: Math.random, appVersion: message.appVersion },
      requestRestart: () => link.send({ kind: 'restart' }),
    });
    core = started;
    // A window that is not the desk gets a router that holds what it needs: there is nothing else to ask for.
    const routers: Record<PortScope, AnyRouter> = {
      desk: started.router,
      quickBar: quickBarRouter(started.router),
      counter: counterRouter(started.router),
    };
    const handlerOf = (scope: PortScope) => new RPCHandler(routers[scope], { clientInterceptors: [started.guard] });
    const handlers = { desk: handlerOf('desk'), quickBar: handlerOf('quickBar'), counter: handlerOf('counter') };
    serve = (port, scope) => handlers[scope].upgrade(port, { context: started.context });
    link.send({ kind: 'ready' });
    // The whole journal is read only after the desk has had its first answers.
    await delay(1_500);
    giveBackMemory();
    started.verifyJournal();
    started.watchLimits();
  } catch (error) {
    const failure = error instanceof CoreStartFailure ? error.failure : 'internal';
    logger.error(`could not start (${failure})`, error);
    link.send({ kind: 'failed', failure, detail: error instanceof Error ? error.message : String(error) });
  }
}

function stop(): void {
  core?.close();
  process.exit(0);
}

function receive(message: ToCore, port: SupportedMessagePort | null): void {
  if (exchange.receive(message)) return;
  switch (message.kind) {
    case 'start':
      void start(message);
      return;
    case 'connect':
      if (port) serve?.(port, message.scope);
      return;
    case 'keyStored':
      keyRequests.get(message.requestId)?.(message.ok);
      return;
    case 'stop':
      stop();
      return;
    default:
      return;
  }
}

// Ctrl+C and a closing session reach every process at once: the database is closed in order, whoever is told first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
link.listen(receive);

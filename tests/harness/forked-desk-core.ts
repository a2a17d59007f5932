import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#contract/contract.ts';
import type { FromCore, Start } from '#contract/host.ts';
import type { CoreProcess, CoreProcessEvents } from '#electron/main/core-process/core-process.ts';
import { startForkedCore } from '#electron/main/core-process/forked-core.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

/** Both ends of a channel as Electron's main process sees them: EventEmitters with `{data}` messages. */
class PairedPort extends EventEmitter {
  other: PairedPort | null = null;
  start(): void {}
  postMessage(data: unknown): void {
    setImmediate(() => this.other?.emit('message', { data }));
  }
  close(): void {
    const { other } = this;
    this.other = null;
    setImmediate(() => other?.emit('close'));
  }
}

function portPair(): [PairedPort, PairedPort] {
  const [left, right] = [new PairedPort(), new PairedPort()];
  left.other = right;
  right.other = left;
  return [left, right];
}

export interface ForkedDeskCore {
  process: CoreProcess;
  messages: FromCore[];
  exit: Promise<{ code: number | null; signal: string | null }>;
  ready: Promise<void>;
  /** A window's client on a port of its own; `closed` resolves when main has closed the port. */
  connect(): { client: ContractRouterClient<Contract>; closed: Promise<void> };
}

export function startMessage(dataDir: string, starterReleaseFile: string, change: Partial<Start> = {}): Start {
  return {
    kind: 'start',
    appVersion: 'test',
    dataDir,
    starterReleaseFile,
    verifyWorkerFile: join(PROJECT_ROOT, 'core/journal/verify-worker.ts'),
    runId: 'run-1',
    dataKey: new Uint8Array(32).fill(7),
    keyProtection: 'keyFile',
    ...change,
  };
}

/** The real core entry under an external Node, started by the real forking code, without a window around it. */
export function forkDeskCore(start: Start): ForkedDeskCore {
  const messages: FromCore[] = [];
  let settleExit: (exit: { code: number | null; signal: string | null }) => void = () => undefined;
  let settleReady: () => void = () => undefined;
  let refuseReady: (reason: Error) => void = () => undefined;
  const exit = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    settleExit = resolve;
  });
  const ready = new Promise<void>((resolve, reject) => {
    settleReady = resolve;
    refuseReady = reject;
  });
  ready.catch(() => undefined);
  const events: CoreProcessEvents = {
    onMessage: (message) => {
      messages.push(message);
      if (message.kind === 'ready') settleReady();
      if (message.kind === 'failed') refuseReady(new Error(message.detail));
    },
    onExit: (ended) => {
      refuseReady(new Error('the core ended before it was ready'));
      settleExit(ended);
    },
  };
  const entryFile = join(PROJECT_ROOT, 'electron/core-host/index.ts');
  const child = startForkedCore({ entryFile, nodePath: process.execPath }, events);
  child.send(start);
  return {
    process: child,
    messages,
    exit,
    ready,
    connect() {
      const [main, window] = portPair();
      const closed = new Promise<void>((resolve) => window.once('close', () => resolve()));
      // The forking code uses a port's `on`, `postMessage`, `start` and `close` only.
      child.connect(main as unknown as Parameters<CoreProcess['connect']>[0], 'desk');
      const link = new RPCLink({ port: window });
      return { client: createORPCClient(link) as ContractRouterClient<Contract>, closed };
    },
  };
}

export const makeDataDir = (): string => join(temporaryFolder('counterpart-forked-'), 'data');

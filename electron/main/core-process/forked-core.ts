import { type ChildProcess, fork } from 'node:child_process';
import type { MessagePortMain } from 'electron';
import { fromCoreSchema } from '#contract/host.ts';
import type { CoreProcess, CoreProcessEvents, CoreProcessOptions } from './core-process.ts';

interface ForkOptions extends CoreProcessOptions {
  nodePath: string;
  /** Where compiled code is kept from start to start; it can be lost without harm. */
  codeCacheDir?: string;
}

/** Begins the core's process before there is anything to tell it: it loads its code while Electron gets ready. */
export function forkCore(options: ForkOptions): ChildProcess {
  return fork(options.entryFile, [], {
    execPath: options.nodePath,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A forked child must not take itself for Electron, nor load what a developer preloads into it.
    env: {
      ...process.env,
      ELECTRON_RUN_AS_NODE: undefined,
      NODE_OPTIONS: undefined,
      NODE_COMPILE_CACHE: options.codeCacheDir,
    },
  });
}

/**
 * The core under an external Node: main relays each window's port over the process channel, by number. `begun` is what
 * `forkCore` answered, if that was called before.
 */
export function startForkedCore(
  options: ForkOptions,
  events: CoreProcessEvents,
  begun: ChildProcess | null = null,
): CoreProcess {
  const child = begun?.connected ? begun : forkCore(options);
  const ports = new Map<number, MessagePortMain>();
  let lastPortId = 0;
  let exited = false;

  child.on('message', (raw: unknown) => {
    const message = fromCoreSchema.parse(raw);
    if (message.kind === 'portMessage') ports.get(message.portId)?.postMessage(message.data);
    else events.onMessage(message);
  });
  const ended = (code: number | null, signal: string | null): void => {
    if (exited) return;
    exited = true;
    for (const port of ports.values()) port.close();
    ports.clear();
    events.onExit({ code, signal });
  };
  child.on('exit', ended);
  child.on('error', () => ended(null, 'error'));

  const send: CoreProcess['send'] = (message) => {
    if (!exited && child.connected) child.send(message, () => undefined);
  };
  return {
    send,
    connect(port, scope) {
      lastPortId += 1;
      const portId = lastPortId;
      ports.set(portId, port);
      port.on('message', (event) => send({ kind: 'portMessage', portId, data: event.data }));
      port.on('close', () => {
        if (ports.delete(portId)) send({ kind: 'portClosed', portId });
      });
      send({ kind: 'connect', portId, scope });
      port.start();
    },
    kill: () => void child.kill('SIGKILL'),
    get pid() {
      return child.pid;
    },
  };
}

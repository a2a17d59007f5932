import type { MessagePortMain } from 'electron';
import type { FromCore, PortScope, Start, StartFailure } from '#contract/host.ts';
import type { CoreProcess, CoreProcessEvents } from './core-process.ts';
import { restartDelayMs, SETTLED_MS } from './restart-delay.ts';

const READY_WITHIN_MS = 20_000;
/** These do not heal by trying again at once; the person has to act, so the core rests longer between tries. */
const RESTING_MS = 15_000;

export type CoreCondition =
  | { kind: 'ready' }
  | {
      kind: 'unavailable';
      reason: 'starting' | 'crashed' | 'dataFolder';
      attempt: number;
      retryInMs: number;
      detail?: string;
      failure?: StartFailure;
    };

export interface SupervisorOptions {
  launch(events: CoreProcessEvents): CoreProcess;
  /** Made anew for every start, because the key may have been recovered in between. */
  startMessage(): Promise<Start>;
  storeKey(dataKey: Uint8Array): Promise<void>;
  /** Limits, alerts and clock setbacks to be shown. */
  onTold?(message: Extract<FromCore, { kind: 'told' }>): void;
  onCondition(condition: CoreCondition): void;
  log(message: string): void;
}

export interface CoreSupervisor {
  start(): void;
  /** Hands a window's port to the core if it is ready; false otherwise (the window is told when it is). */
  connect(port: MessagePortMain, scope: PortScope): boolean;
  condition(): CoreCondition;
  /** Asks the core to close its database, and ends it after a short grace. */
  stop(): Promise<void>;
  corePid(): number | undefined;
}

/** Keeps exactly one core process alive: handshake with a time limit, restart with back-off, reasons told to the windows. */
export function superviseCore(options: SupervisorOptions): CoreSupervisor {
  let core: CoreProcess | null = null;
  let condition: CoreCondition = { kind: 'unavailable', reason: 'starting', attempt: 0, retryInMs: 0 };
  let attempt = 0;
  let startedAt = 0;
  let failure: { failure: StartFailure; detail: string } | null = null;
  let wantsRestart = false;
  let stopping: (() => void) | null = null;
  let readyTimer: NodeJS.Timeout | undefined;
  let restartTimer: NodeJS.Timeout | undefined;

  const become = (next: CoreCondition): void => {
    condition = next;
    options.onCondition(next);
  };

  const onMessage = (process: CoreProcess, message: FromCore): void => {
    switch (message.kind) {
      case 'ready':
        clearTimeout(readyTimer);
        failure = null;
        become({ kind: 'ready' });
        return;
      case 'failed':
        failure = message;
        options.log(`core could not start: ${message.failure}: ${message.detail}`);
        process.kill();
        return;
      case 'storeKey':
        options.storeKey(message.dataKey).then(
          () => process.send({ kind: 'keyStored', requestId: message.requestId, ok: true }),
          (error: unknown) => {
            options.log(`the data key could not be stored: ${String(error)}`);
            process.send({ kind: 'keyStored', requestId: message.requestId, ok: false });
          },
        );
        return;
      case 'restart':
        wantsRestart = true;
        process.send({ kind: 'stop' });
        return;
      case 'told':
        options.onTold?.(message);
        return;
      case 'portMessage':
        return;
    }
  };

  const onExit = (exit: { code: number | null; signal: string | null }): void => {
    clearTimeout(readyTimer);
    core = null;
    if (stopping) {
      stopping();
      return;
    }
    attempt = wantsRestart || Date.now() - startedAt > SETTLED_MS ? 1 : attempt + 1;
    const retryInMs = failure ? RESTING_MS : wantsRestart ? 0 : restartDelayMs(attempt);
    options.log(`core ended (code ${exit.code}, signal ${exit.signal}); start ${attempt + 1} in ${retryInMs} ms`);
    const reason = failure ? 'dataFolder' : wantsRestart ? 'starting' : 'crashed';
    become({
      kind: 'unavailable',
      reason,
      attempt,
      retryInMs,
      ...(failure ? { detail: failure.detail, failure: failure.failure } : {}),
    });
    wantsRestart = false;
    restartTimer = setTimeout(start, retryInMs);
  };

  const start = (): void => {
    startedAt = Date.now();
    const events: CoreProcessEvents = { onMessage: (message) => core && onMessage(core, message), onExit };
    const started = options.launch(events);
    core = started;
    readyTimer = setTimeout(() => {
      options.log(`core was not ready within ${READY_WITHIN_MS} ms`);
      started.kill();
    }, READY_WITHIN_MS);
    options.startMessage().then(
      (message) => started.send(message),
      (error: unknown) => {
        failure = { failure: 'dataFolder', detail: String(error) };
        started.kill();
      },
    );
  };

  return {
    start,
    connect(port, scope) {
      if (condition.kind !== 'ready' || !core) return false;
      core.connect(port, scope);
      return true;
    },
    condition: () => condition,
    stop() {
      clearTimeout(restartTimer);
      const running = core;
      if (!running) return Promise.resolve();
      return new Promise((resolve) => {
        const grace = setTimeout(() => running.kill(), 3_000);
        stopping = () => {
          clearTimeout(grace);
          resolve();
        };
        running.send({ kind: 'stop' });
      });
    },
    corePid: () => core?.pid,
  };
}

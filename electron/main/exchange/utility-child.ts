import { app, utilityProcess } from 'electron';

const WATCH_EVERY_MS = 40;

export interface UtilityChild {
  send(data: unknown): void;
  /** Kills it; its end is not told any more. */
  end(): void;
}

export interface UtilityChildEvents {
  onMessage(data: unknown): void;
  /** Called once when it ends by itself, or was killed because of its memory. */
  onEnd(why: 'memory' | 'failed'): void;
}

/**
 * Runs a module in a process of its own, without the program's environment, and kills it when its resident memory passes
 * `memoryLimit` bytes, as the system sees it from outside.
 */
export function startUtilityChild(
  moduleFile: string,
  memoryLimit: number,
  { onMessage, onEnd }: UtilityChildEvents,
): UtilityChild {
  const child = utilityProcess.fork(moduleFile, [], { serviceName: 'Counterpart files', stdio: 'ignore', env: {} });
  let ended = false;
  const stop = (): boolean => {
    if (ended) return false;
    ended = true;
    clearInterval(watch);
    return true;
  };
  const watch = setInterval(() => {
    const used = app.getAppMetrics().find(({ pid }) => pid === child.pid)?.memory.workingSetSize ?? 0;
    if (used * 1024 <= memoryLimit || !stop()) return;
    child.kill();
    onEnd('memory');
  }, WATCH_EVERY_MS);
  child.on('message', (data: unknown) => {
    if (!ended) onMessage(data);
  });
  child.on('exit', () => {
    if (stop()) onEnd('failed');
  });
  return {
    send: (data) => {
      if (!ended) child.postMessage(data);
    },
    end: () => {
      if (stop()) child.kill();
    },
  };
}

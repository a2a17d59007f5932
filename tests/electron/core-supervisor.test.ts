import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromCore, Start, ToCore } from '#contract/host.ts';
import { type CoreProcess, type CoreProcessEvents, chooseHost } from '#electron/main/core-process/core-process.ts';
import { type CoreCondition, superviseCore } from '#electron/main/core-process/core-supervisor.ts';
import { restartDelayMs } from '#electron/main/core-process/restart-delay.ts';

interface FakeCore {
  sent: ToCore[];
  killed: boolean;
  say(message: FromCore): void;
  die(): void;
}

/** Cores that do what the test tells them; the supervisor is the real one. */
function supervised() {
  const cores: FakeCore[] = [];
  const conditions: CoreCondition[] = [];
  const stored: Uint8Array[] = [];
  const supervisor = superviseCore({
    launch(events: CoreProcessEvents): CoreProcess {
      const core: FakeCore = {
        sent: [],
        killed: false,
        say: (message) => events.onMessage(message),
        die: () => events.onExit({ code: null, signal: 'SIGKILL' }),
      };
      cores.push(core);
      return {
        send: (message) => void core.sent.push(message),
        connect: () => undefined,
        kill: () => {
          core.killed = true;
          core.die();
        },
        pid: cores.length,
      };
    },
    startMessage: async () => ({ kind: 'start' }) as Start,
    storeKey: async (key) => void stored.push(key),
    onCondition: (condition) => void conditions.push(condition),
    log: () => undefined,
  });
  return { supervisor, cores, conditions, stored };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the supervisor of the core', () => {
  test('starts it, waits for its word and then gives windows to it', async () => {
    const { supervisor, cores, conditions } = supervised();
    supervisor.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(cores[0]?.sent).toEqual([{ kind: 'start' }]);
    expect(supervisor.connect({} as never, 'desk')).toBe(false);
    cores[0]?.say({ kind: 'ready' });
    expect(conditions).toEqual([{ kind: 'ready' }]);
    expect(supervisor.connect({} as never, 'desk')).toBe(true);
  });

  test('starts it again after a crash, each time after a longer wait, and says how long', async () => {
    const { supervisor, cores, conditions } = supervised();
    supervisor.start();
    for (let crash = 0; crash < 4; crash += 1) {
      cores.at(-1)?.say({ kind: 'ready' });
      cores.at(-1)?.die();
      await vi.advanceTimersByTimeAsync(restartDelayMs(crash + 1));
    }
    expect(cores).toHaveLength(5);
    const waits = conditions.flatMap((condition) => (condition.kind === 'unavailable' ? [condition.retryInMs] : []));
    expect(waits).toEqual([100, 200, 400, 800]);
  });

  test('a core that ran well for long begins with the short wait again', async () => {
    const { supervisor, cores, conditions } = supervised();
    supervisor.start();
    cores[0]?.die();
    await vi.advanceTimersByTimeAsync(100);
    cores[1]?.say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(61_000);
    cores[1]?.die();
    expect(conditions.at(-1)).toMatchObject({ kind: 'unavailable', retryInMs: 100 });
  });

  test('a core that never gets ready is ended and tried again', async () => {
    const { supervisor, cores } = supervised();
    supervisor.start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(cores[0]?.killed).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(cores).toHaveLength(2);
  });

  test('a refused data folder is told with its sentence and tried again less often', async () => {
    const { supervisor, cores, conditions } = supervised();
    supervisor.start();
    cores[0]?.say({ kind: 'failed', failure: 'newerDatabase', detail: 'the database has version 90' });
    expect(conditions.at(-1)).toEqual({
      kind: 'unavailable',
      reason: 'dataFolder',
      attempt: 1,
      retryInMs: 15_000,
      detail: 'the database has version 90',
      failure: 'newerDatabase',
    });
  });

  test('a recovered key is stored, acknowledged, and the core started afresh at once', async () => {
    const { supervisor, cores, stored } = supervised();
    supervisor.start();
    await vi.advanceTimersByTimeAsync(0);
    const dataKey = new Uint8Array(32);
    cores[0]?.say({ kind: 'storeKey', requestId: 4, dataKey });
    await vi.advanceTimersByTimeAsync(0);
    expect(stored).toEqual([dataKey]);
    expect(cores[0]?.sent).toContainEqual({ kind: 'keyStored', requestId: 4, ok: true });
    cores[0]?.say({ kind: 'restart' });
    expect(cores[0]?.sent).toContainEqual({ kind: 'stop' });
    cores[0]?.die();
    await vi.advanceTimersByTimeAsync(0);
    expect(cores).toHaveLength(2);
  });

  test('stopping asks the core to close, ends it after three seconds, and starts no other', async () => {
    const { supervisor, cores } = supervised();
    supervisor.start();
    cores[0]?.say({ kind: 'ready' });
    const stopped = supervisor.stop();
    expect(cores[0]?.sent).toContainEqual({ kind: 'stop' });
    await vi.advanceTimersByTimeAsync(3_000);
    await stopped;
    expect(cores[0]?.killed).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(cores).toHaveLength(1);
  });
});

test('the core runs inside Electron from Node-API 10 on, under an external Node below, and nowhere without one', () => {
  expect(chooseHost(10, null)).toBe('utilityProcess');
  expect(chooseHost(10, '/usr/bin/node')).toBe('utilityProcess');
  expect(chooseHost(9, '/usr/bin/node')).toBe('externalNode');
  expect(chooseHost(9, null)).toBe('none');
});

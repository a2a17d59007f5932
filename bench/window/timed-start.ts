import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchEnvironment } from '#tools/runtime/launch.ts';
import { gatherLaunchFacts, launchArguments } from '#tools/runtime/launch-arguments.ts';
import type { Runtime } from '#tools/runtime/provision.ts';

const USABLE_WITHIN_MS = 60_000;

export interface TimedApp {
  name: string;
  appFolder: string;
  /** Kept from start to start, as on a real PC; a fresh one each time where it is left out. */
  userData?: string;
  /** Expression in the page that is true once a person can work. */
  usable: string;
}

export interface TimedStart {
  /** From starting the process to the first frame of a usable page. */
  startMs: number;
  mainPid: number;
  stop(): Promise<void>;
}

/** Starts an app with nothing attached to it and waits until it is usable. */
export async function timedStart(runtime: Runtime, display: string, app: TimedApp): Promise<TimedStart> {
  const env = { ...launchEnvironment(runtime), DISPLAY: display, LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' };
  const userData = app.userData ?? mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
  const words = [
    ...launchArguments(gatherLaunchFacts(runtime.electronPath, env, true)),
    `--user-data-dir=${userData}`,
    '-r',
    join(import.meta.dirname, 'stopwatch.cjs'),
    app.appFolder,
  ];
  const startedAtMs = performance.timeOrigin + performance.now();
  const child = spawn(runtime.electronPath, words, {
    env: { ...env, COUNTERPART_USABLE: app.usable },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(killer);
    if (app.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { startMs: (await usableAtMs(child, app.name)) - startedAtMs, mainPid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function usableAtMs(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} was not usable within a minute`)), USABLE_WITHIN_MS);
    child.once('exit', () => reject(new Error(`${name} ended before it was usable`)));
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const atMs = /usable ([\d.]+)\n/.exec(printed)?.[1];
      if (atMs === undefined) return;
      clearTimeout(timer);
      resolve(Number(atMs));
    });
  });
}

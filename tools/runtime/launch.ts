import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { gatherLaunchFacts, lacksDisplay, launchArguments } from './launch-arguments.ts';
import type { Runtime } from './provision.ts';
import { RuntimeFailure } from './runtime-failure.ts';
import { startVirtualDisplay } from './virtual-display.ts';

export interface LaunchOptions {
  appFolder: string;
  appArguments: readonly string[];
  say: (line: string) => void;
  env?: NodeJS.ProcessEnv;
}

/** The environment an app needs to know its runtime; also for launches by test drivers. */
export function launchEnvironment(runtime: Runtime, env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _asNode, COUNTERPART_NODE: _stale, ...rest } = env;
  const known = Object.fromEntries(
    Object.entries(rest).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  return runtime.nodePath === null ? known : { ...known, COUNTERPART_NODE: runtime.nodePath };
}

/** Starts an app folder and waits for its end; on a machine without a display under Xvfb. Answers the exit code. */
export async function launchApp(runtime: Runtime, options: LaunchOptions): Promise<number> {
  if (!existsSync(path.join(options.appFolder, 'package.json'))) {
    throw new RuntimeFailure(`${options.appFolder} holds no app (no package.json there); name the folder of one.`);
  }
  const env = launchEnvironment(runtime, options.env);
  const screen = lacksDisplay(process.platform, env) ? await startVirtualDisplay() : null;
  if (screen !== null) {
    options.say(`No display here: the app runs on the virtual display ${screen.display} (Xvfb) and nobody sees it.`);
    env['DISPLAY'] = screen.display;
  }
  const facts = gatherLaunchFacts(runtime.electronPath, env, screen !== null);
  if (!facts.isRoot && !facts.sandboxPossible) {
    options.say('This system forbids the namespaces of the Chromium sandbox: the app runs without its sandbox.');
  }
  try {
    // A machine without a display has no message bus either; Chromium would fill the terminal with complaints about it.
    const quiet = screen === null ? [] : ['--log-level=3'];
    const words = [...launchArguments(facts), ...quiet, options.appFolder, ...options.appArguments];
    return await runToEnd(runtime.electronPath, words, env);
  } finally {
    await screen?.stop();
  }
}

function runToEnd(electronPath: string, words: readonly string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(electronPath, words, { env, stdio: 'inherit' });
    let asked: NodeJS.Signals | null = null;
    const passOn = (signal: NodeJS.Signals) => {
      asked = signal;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, passOn);
    child.once('error', (error) => {
      reject(
        new RuntimeFailure(`${electronPath} cannot be run (${error.message}); delete its folder and start again.`),
      );
    });
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      const ending = signal ?? asked;
      if (code === null && asked === null) {
        reject(new RuntimeFailure(`the app was ended by ${signal}; start it again, and report it if this repeats.`));
      } else resolve(ending === null ? (code ?? 1) : 128 + constants.signals[ending]);
    });
  });
}

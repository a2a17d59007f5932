import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium, type Page } from '@playwright/test';

const LISTENS_WITHIN_MS = 30_000;

export interface AttachOptions {
  executable: string;
  /** Switches and, for a bare Electron, the app folder. */
  words: readonly string[];
  env: NodeJS.ProcessEnv;
}

export interface AttachedDesk {
  process: ChildProcess;
  page: Page;
  close(): Promise<void>;
}

/** Starts an app whose inspector is fused off, and drives its first window through Chromium's own debugging port. */
export async function attachDesk(options: AttachOptions): Promise<AttachedDesk> {
  const child = spawn(options.executable, ['--remote-debugging-port=0', ...options.words], {
    env: options.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let browser: Browser | null = null;
  const close = async (): Promise<void> => {
    await browser?.close();
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(killer);
  };
  try {
    browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const [context] = browser.contexts();
    if (!context) throw new Error('the app shows no page');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { process: child, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Chromium says on standard error where it listens. */
function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string) => reject(new Error(`the app ${why}; it printed:\n${printed}`));
    const timer = setTimeout(() => fail('opened no debugging port'), LISTENS_WITHIN_MS);
    child.once('exit', (code) => fail(`ended with code ${code}`));
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { commandExists } from './run-command.ts';
import { RuntimeFailure } from './runtime-failure.ts';

export interface VirtualDisplay {
  /** The value for DISPLAY, such as ':3'. */
  display: string;
  stop: () => Promise<void>;
}

export interface ScreenSize {
  width: number;
  height: number;
  depth: number;
}

const DESK_SCREEN: ScreenSize = { width: 1280, height: 800, depth: 24 };
const READY_WITHIN_MS = 15_000;

/**
 * Starts an X server without a screen on a display number it finds free itself. It ends with `stop`, and together with
 * the process that started it.
 */
export async function startVirtualDisplay(size: ScreenSize = DESK_SCREEN): Promise<VirtualDisplay> {
  const server = await spawnServer(size);
  const complaints: string[] = [];
  server.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const number = await displayNumber(server).catch((error: unknown) => {
    server.kill('SIGKILL');
    const reason = complaints.join('').trim().split('\n').at(-1) || (error instanceof Error ? error.message : '');
    throw new RuntimeFailure(`the virtual display could not start (Xvfb: ${reason}); check it with \`Xvfb :99\`.`);
  });
  return {
    display: `:${number}`,
    stop: () =>
      new Promise((resolve) => {
        if (server.exitCode !== null || server.signalCode !== null) return resolve();
        server.once('exit', () => resolve());
        server.kill('SIGTERM');
      }),
  };
}

async function spawnServer(size: ScreenSize): Promise<ChildProcess> {
  const screen = `${size.width}x${size.height}x${size.depth}`;
  const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  // setpriv makes the kernel end Xvfb when its parent is killed, so that no server is left over.
  const words = (await commandExists('setpriv')) ? ['setpriv', '--pdeathsig', 'TERM', ...xvfb] : xvfb;
  const [command = 'Xvfb', ...args] = words;
  // A group of its own: Ctrl+C reaches the app first, which then closes on a display that is still there.
  return spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
}

function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer within 15 s')), READY_WITHIN_MS);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    server.once('error', (error) => settle(() => reject(error)));
    server.once('exit', (code) => settle(() => reject(new Error(`ended with code ${code}`))));
    let text = '';
    const answer = server.stdio[3] as Readable;
    answer.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const number = /^(\d+)\n/.exec(text)?.[1];
      if (number !== undefined) settle(() => resolve(number));
    });
  });
}

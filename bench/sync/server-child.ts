import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

export interface ServerChild {
  readonly url: string;
  kill(signal?: NodeJS.Signals): Promise<number | null>;
  /** What it wrote to its log so far. */
  log(): string;
  /** The most memory it ever held; Linux tells it. */
  peakMegabytes(): number;
}

/** The server as an operator runs it, in a process of its own. `port` 0: whichever is free. */
export async function startServerChild(environment: Readonly<Record<string, string>>, port = 0): Promise<ServerChild> {
  const child: ChildProcess = spawn(process.execPath, ['sync-server/main.ts'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...environment, PORT: String(port), REQUESTS_PER_MINUTE: '1000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    told += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const found = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const at = /"port":(\d+)/.exec(told)?.[1];
      if (at !== undefined) resolve(Number(at));
    });
    child.once('exit', () => reject(new Error(`the server ended: ${told}`)));
  });
  return {
    url: `http://127.0.0.1:${found}`,
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      return await ended;
    },
    log: () => told,
    peakMegabytes: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1_024,
  };
}

import { spawn } from 'node:child_process';

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Called every `everyMs` while the command runs; answering 'stop' kills it. */
  watch?: { everyMs: number; look: (elapsedMs: number) => undefined | 'stop' | Promise<undefined | 'stop'> };
}

export interface CommandResult {
  /** Null when a signal ended the command. 127 when it does not exist, as a shell reports it. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** True when `watch` asked for the end. */
  stopped: boolean;
}

/** Runs a command without a shell and collects what it prints; never rejects because of what the command does. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const startedAtMs = performance.now();
    const result: CommandResult = { code: null, stdout: '', stderr: '', stopped: false };
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      result.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      result.stderr += text;
    });
    const { watch } = options;
    const timer = watch
      ? setInterval(async () => {
          if ((await watch.look(performance.now() - startedAtMs)) !== 'stop') return;
          result.stopped = true;
          child.kill('SIGKILL');
        }, watch.everyMs)
      : undefined;
    child.on('error', (error) => {
      clearInterval(timer);
      resolve({ ...result, code: 127, stderr: `${result.stderr}${error.message}` });
    });
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ ...result, code });
    });
  });
}

/** True when `name` can be run from PATH (POSIX systems). */
export async function commandExists(name: string): Promise<boolean> {
  const found = await runCommand('sh', ['-c', 'command -v "$1"', 'sh', name]);
  return found.code === 0;
}

/** The line of a command's complaints that names the error, shortened to fit into a sentence. */
export function errorLine(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line = lines.find((candidate) => /error|E: /i.test(candidate)) ?? lines.at(-1) ?? 'no message';
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

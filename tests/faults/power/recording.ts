import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** What the process did, in order. Paths are names inside its data folder; '' is the folder itself. */
export type Step =
  | { readonly kind: 'write'; readonly name: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly name: string; readonly size: number }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  /** A line on standard output: an acknowledgement. */
  | { readonly kind: 'said'; readonly text: string };

const source = join(import.meta.dirname, 'recorder.c');

/** Compiles the recorder with the system's C compiler; a missing one is a failure, never a skip. */
export function compileRecorder(folder: string): string {
  const library = join(folder, 'recorder.so');
  try {
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl', '-lpthread'], { stdio: 'pipe' });
  } catch (error) {
    throw new Error('the recorder of writes could not be compiled: sudo apt-get install -y gcc libc6-dev', {
      cause: error,
    });
  }
  return library;
}

/** Runs a script of Node with the recorder in it, and returns everything it wrote below `dataDir`. */
export async function record(recorder: string, dataDir: string, script: string, args: string[]): Promise<Step[]> {
  const logs = mkdtempSync(join(tmpdir(), 'counterpart-recorded-'));
  const log = join(logs, 'log');
  try {
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, LD_PRELOAD: recorder, RECORD_FOLDER: dataDir, RECORD_LOG: log },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Read, so that the process never waits for the pipe.
    child.stdout.resume();
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`the recorded process ended with ${code}`);
    return readSteps(readFileSync(log), dataDir);
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
}

const HEAD_BYTES = 32;

function readSteps(log: Buffer, dataDir: string): Step[] {
  const steps: Step[] = [];
  const nameOf = (path: string): string => (path === dataDir ? '' : basename(path));
  for (let at = 0; at < log.length; ) {
    const [kind, pathBytes, place, dataBytes] = [0, 8, 16, 24].map((offset) =>
      Number(log.readBigInt64LE(at + offset)),
    ) as [number, number, number, number];
    const path = log.toString('utf8', at + HEAD_BYTES, at + HEAD_BYTES + pathBytes);
    const data = log.subarray(at + HEAD_BYTES + pathBytes, at + HEAD_BYTES + pathBytes + dataBytes);
    at += HEAD_BYTES + pathBytes + dataBytes;
    const name = nameOf(path);
    switch (String.fromCharCode(kind)) {
      case 'w':
        steps.push({ kind: 'write', name, at: place, data });
        break;
      case 't':
        steps.push({ kind: 'truncate', name, size: place });
        break;
      case 's':
        steps.push({ kind: 'sync', name });
        break;
      case 'u':
        steps.push({ kind: 'remove', name });
        break;
      case 'r':
        steps.push({ kind: 'rename', name, to: nameOf(data.toString('utf8')) });
        break;
      case 'a':
        steps.push({ kind: 'said', text: data.toString('utf8') });
        break;
      default:
        throw new Error(`the recorder wrote a record of kind ${kind}`);
    }
  }
  return steps;
}

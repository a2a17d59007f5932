import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ChildLink } from './child-link.ts';

/** Starts a child that parses one file; it shall be ended when its resident memory passes the limit, in bytes. */
export type StartParser = (memoryLimit: number) => ChildLink;

export interface ParserPlace {
  /** The source of parse-child. */
  entry: URL;
  /** Folders with the program's own code; the child can read nothing else and write nothing. */
  codeFolders: readonly string[];
}

/** Below the limit on resident memory, and with a small nursery, so that garbage goes before the process grows. */
const HEAP_FLAGS = ['--max-old-space-size=120', '--max-semi-space-size=2'];

/** Starts plain Node without rights to write, to start programs or to load native code. Its caller watches its memory. */
export function parserIn({ entry, codeFolders }: ParserPlace): StartParser {
  const rights = ['--permission', ...codeFolders.map((folder) => `--allow-fs-read=${folder}`)];
  return () => {
    const child = fork(fileURLToPath(entry), [], {
      execArgv: [...rights, ...HEAP_FLAGS, '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
    return {
      pid: child.pid,
      send: (message) => void child.send(message as object),
      onMessage: (listener) => void child.on('message', listener),
      onEnd(listener) {
        child.on('error', listener);
        // Out of heap ends Node with SIGABRT; nothing else here ends it before it has answered.
        child.on('exit', (_, by) => listener(by === 'SIGABRT' || by === 'SIGTRAP' ? 'memory' : 'failed'));
      },
      end() {
        child.removeAllListeners();
        child.on('error', () => {});
        child.kill('SIGKILL');
      },
    };
  };
}

const PAGE = 4096;

/** Resident memory of a process in bytes, seen from outside; null where the system does not show it. */
export function residentBytes(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE;
  } catch {
    return null;
  }
}

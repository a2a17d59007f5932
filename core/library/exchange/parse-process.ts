import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A started child that parses one file. */
export type StartParser = () => ChildProcess;

export interface ParserPlace {
  /** parse-child: the source file in plain Node, the emitted chunk in the built app. */
  entry: URL;
  /** Folders with the program's own code; the child can read nothing else and write nothing. */
  codeFolders: readonly string[];
  /** A Node of version 24; the running one when absent. */
  execPath?: string;
}

/** Below the limit on resident memory, and with a small nursery, so that garbage goes before the process grows. */
const HEAP_FLAGS = ['--max-old-space-size=120', '--max-semi-space-size=2'];

/** Starts plain Node without rights to write, to start programs or to load native code. */
export function parserIn({ entry, codeFolders, execPath = process.execPath }: ParserPlace): StartParser {
  const rights = ['--permission', ...codeFolders.map((folder) => `--allow-fs-read=${folder}`)];
  return () =>
    fork(fileURLToPath(entry), [], {
      execPath,
      execArgv: [...rights, ...HEAP_FLAGS, '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
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

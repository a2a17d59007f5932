import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second in /proc, which Linux fixes at 100 for programs. */
const TICKS_PER_S = 100;

export interface ProcessUse {
  pid: number;
  /** What the process is for: `main`, `core`, or Chromium's name for its kind. */
  kind: string;
  /** Its share of memory that no file backs: heaps, buffers, graphics. */
  ownMb: number;
  /** Pages of programs, libraries and data files in memory, in MB by file; processes share them. */
  filesMb: ReadonlyMap<string, number>;
  cpuS: number;
}

/** A process and everything it started, as Linux tells of them. */
export function processTree(mainPid: number): ProcessUse[] {
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
    const parent = Number(statFields(pid)?.[1]);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(mainPid).flatMap((pid) => {
    const rollup = read(pid, 'smaps_rollup');
    const fields = statFields(pid);
    if (rollup === null || fields === null) return [];
    const cpuS = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
    const ownMb = (kilobytes(rollup, 'Pss_Anon') + kilobytes(rollup, 'Pss_Shmem')) / 1024;
    return [{ pid, kind: kindOf(pid, mainPid), ownMb, filesMb: filesOf(pid), cpuS }];
  });
}

/**
 * Files' pages of a whole tree, each file once. The kernel's own proportional share would shrink whenever anybody else
 * on the machine runs the same program.
 */
export function filesOnceMb(processes: readonly ProcessUse[]): number {
  const most = new Map<string, number>();
  for (const { filesMb } of processes) {
    for (const [file, mb] of filesMb) most.set(file, Math.max(most.get(file) ?? 0, mb));
  }
  return [...most.values()].reduce((sum, mb) => sum + mb, 0);
}

function filesOf(pid: number): Map<string, number> {
  const files = new Map<string, number>();
  for (const mapping of (read(pid, 'smaps') ?? '').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
    const file = /^\S+ \S+ \S+ \S+ [1-9]\d* +(\/.*)$/m.exec(mapping)?.[1];
    if (file === undefined || file.startsWith('/dev/shm/') || file.startsWith('/memfd:')) continue;
    const mb = (kilobytes(mapping, 'Rss') - kilobytes(mapping, 'Anonymous')) / 1024;
    files.set(file, (files.get(file) ?? 0) + mb);
  }
  return files;
}

const kilobytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

function kindOf(pid: number, mainPid: number): string {
  if (pid === mainPid) return 'main';
  // Chromium's children write their words into one string.
  const words = (read(pid, 'cmdline') ?? '').split(/[\0 ]/);
  if (words.some((word) => word.endsWith('core.js'))) return 'core';
  const type = words.find((word) => word.startsWith('--type='))?.slice(7) ?? 'other';
  return words.find((word) => word.startsWith('--utility-sub-type='))?.slice(19) ?? type;
}

/** Fields of /proc/PID/stat from the state on; the name before them may hold anything. */
function statFields(pid: number): string[] | null {
  const stat = read(pid, 'stat');
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    // The process ended while we looked.
    return null;
  }
}

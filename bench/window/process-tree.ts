import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second in /proc, which Linux fixes at 100 for programs. */
const TICKS_PER_S = 100;

export interface ProcessUse {
  pid: number;
  /** What the process is for: `main`, `core`, or Chromium's name for its kind. */
  kind: string;
  /** Proportional share of memory, so that pages used by several processes count once. */
  pssMb: number;
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
    const pss = read(pid, 'smaps_rollup')?.match(/^Pss:\s+(\d+) kB/m)?.[1];
    const fields = statFields(pid);
    if (pss === undefined || fields === null) return [];
    const cpuS = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
    return [{ pid, kind: kindOf(pid, mainPid), pssMb: Number(pss) / 1024, cpuS }];
  });
}

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

import { setTimeout as delay } from 'node:timers/promises';
import type { Runtime } from '#tools/runtime/provision.ts';
import type { BenchRow } from '../bench-row.ts';
import { filesOnceMb, type ProcessUse, processTree } from './process-tree.ts';
import { type TimedApp, timedStart } from './timed-start.ts';

const BARS = { start: 1.3, memory: 1.5, idleCpuPercent: 0.5 } as const;
/** The journal check after the start and both collectors, whose second turn comes some ten seconds later, are through. */
const SETTLE_MS = 16_000;
/** From then on the desk rests: nobody touched it for half a minute. */
const REST_MS = 20_000;
const IDLE_MS = 10_000;

interface Measured {
  startMs: number[];
  memory: ProcessUse[];
  /** The first half minute after the last key, with its clock going by seconds. */
  freshCpuPercent: number;
  idleCpuPercent: number;
}

/** Desk and empty window in turns, so that a busy moment of the machine meets both; the first start of each only warms the disk. */
export async function startAndMemoryRows(
  runtime: Runtime,
  display: string,
  apps: { desk: TimedApp; empty: TimedApp },
  launches: number,
): Promise<BenchRow[]> {
  const desk: Measured = { startMs: [], memory: [], freshCpuPercent: 0, idleCpuPercent: 0 };
  const empty: Measured = { startMs: [], memory: [], freshCpuPercent: 0, idleCpuPercent: 0 };
  for (let launch = 0; launch <= launches; launch += 1) {
    for (const [app, measured] of [
      [apps.desk, desk],
      [apps.empty, empty],
    ] as const) {
      const started = await timedStart(runtime, display, app);
      if (launch > 0) measured.startMs.push(started.startMs);
      if (launch === launches) await settle(started.mainPid, measured);
      await started.stop();
    }
  }
  const start = median(desk.startMs) / median(empty.startMs);
  const memory = total(desk.memory) / total(empty.memory);
  return [
    row('window: start to usable desk, 10k entries, median', median(desk.startMs), 'ms'),
    row('window: start of an empty Electron + React window, median', median(empty.startMs), 'ms'),
    {
      ...row('window: start to usable desk', start, '×'),
      bar: BARS.start,
      ratioTo: 'empty window',
      ok: start <= BARS.start,
    },
    ...memoryRows('the desk', desk.memory),
    ...memoryRows('the empty window', empty.memory),
    { ...row('window: memory', memory, '×'), bar: BARS.memory, ratioTo: 'empty window', ok: memory <= BARS.memory },
    {
      ...row('window: idle CPU with a conversation open', desk.idleCpuPercent, '% of a core'),
      bar: BARS.idleCpuPercent,
      ok: desk.idleCpuPercent <= BARS.idleCpuPercent,
    },
    row('window: the same in the half minute after the last key', desk.freshCpuPercent, '% of a core'),
    row('window: idle CPU of the empty window', empty.idleCpuPercent, '% of a core'),
  ];
}

async function settle(mainPid: number, measured: Measured): Promise<void> {
  await delay(SETTLE_MS);
  measured.freshCpuPercent = await cpuPercent(mainPid);
  await delay(REST_MS);
  measured.idleCpuPercent = await cpuPercent(mainPid);
  measured.memory = processTree(mainPid);
}

async function cpuPercent(mainPid: number): Promise<number> {
  const before = cpu(processTree(mainPid));
  await delay(IDLE_MS);
  return ((cpu(processTree(mainPid)) - before) / (IDLE_MS / 1_000)) * 100;
}

const cpu = (processes: readonly ProcessUse[]): number => processes.reduce((sum, { cpuS }) => sum + cpuS, 0);
const total = (processes: readonly ProcessUse[]): number =>
  processes.reduce((sum, { ownMb }) => sum + ownMb, 0) + filesOnceMb(processes);

function memoryRows(whose: string, processes: readonly ProcessUse[]): BenchRow[] {
  return [
    ...processes.map(({ kind, ownMb }) => row(`window: memory of ${whose}, ${kind}`, ownMb, 'MB')),
    row(`window: memory of ${whose}, files of all processes`, filesOnceMb(processes), 'MB'),
    row(`window: of these the external Node, which releases do without, ${whose}`, nodeMb(processes), 'MB'),
    row(`window: memory of ${whose}, together`, total(processes), 'MB'),
  ];
}

/** The program of an external Node, where the core runs under one. */
function nodeMb(processes: readonly ProcessUse[]): number {
  const files = processes.flatMap(({ filesMb }) => [...filesMb]);
  return Math.max(0, ...files.filter(([file]) => /\/node(\.exe)?$/.test(file)).map(([, mb]) => mb));
}

function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function row(bench: string, figure: number, unit: string): BenchRow {
  return { bench, figure, unit, bar: null, ok: null };
}

import type { BenchRow } from '../bench-row.ts';
import type { ClassFigures } from './figures.ts';
import type { EngineReport } from './measure-engine.ts';

/** The bars at 10,000 entries and at 100,000. Below 10,000 what is found is held to the former; of times the bar is only shown. */
const BARS = {
  keystrokeToScan: [1 / 8, 1 / 35],
  anyToScan: [1 / 4, 1 / 20],
  anyToFuse: [1 / 1_000, 1 / 4_000],
  p99Ms: [2.5, 3],
  buildMs: [1_000, 8_000],
  snapshotToBuild: [1 / 15, 1 / 15],
  memoryMb: [25, 100],
} as const;

/** Shares in percent: [class, first place or first five, bar at 10,000, bar at 100,000]. */
const FOUND: readonly (readonly [string, 's1' | 's5', number, number])[] = [
  ['a', 's1', 100, 100],
  ['a', 's5', 100, 100],
  ['b', 's1', 100, 100],
  ['b', 's5', 100, 100],
  ['h', 's1', 100, 100],
  ['h', 's5', 100, 100],
  ['c', 's1', 100, 98],
  ['c', 's5', 100, 100],
  ['f', 's1', 95, 95],
  ['f', 's5', 100, 100],
  ['g', 's1', 95, 95],
  ['g', 's5', 100, 100],
  ['d', 's5', 98, 97],
  ['e', 's5', 90, 80],
  ['i1', 's5', 100, 100],
  ['i2', 's5', 60, 50],
];
const SENTENCES_AGAINST_BEST = 1.5;

/** Our figures beside their bars, measured against the peers of the same run. */
export function searchRows(
  size: number,
  reports: readonly EngineReport[],
  figures: readonly ClassFigures[],
): BenchRow[] {
  const ours = reports.find((report) => report.engine === 'ours');
  if (ours === undefined) return [];
  const big = size > 10_000 ? 1 : 0;
  const of = (engine: string, name: string) => figures.find((f) => f.engine === engine && f.class === name);
  const rows: BenchRow[] = [];
  const add = (
    name: string,
    figure: number | undefined,
    unit: string,
    bar: number | null,
    ok: boolean | null,
    ratioTo?: string,
  ) => {
    if (figure === undefined || !Number.isFinite(figure)) return;
    rows.push({
      bench: `search ${size} ${name}`,
      figure,
      unit,
      bar,
      ok,
      ...(ratioTo === undefined ? {} : { ratioTo }),
    });
  };
  const most = (name: string, figure: number | undefined, unit: string, bar: number, ratioTo?: string) =>
    size < 10_000
      ? add(name, figure, unit, bar, null, ratioTo)
      : add(name, figure, unit, bar, (figure ?? 0) <= bar, ratioTo);
  const least = (name: string, figure: number | undefined, unit: string, bar: number, ratioTo?: string) =>
    add(name, figure, unit, bar, (figure ?? 0) >= bar, ratioTo);
  const scan = (name: string) => of('includes', name)?.p95 ?? Number.NaN;
  most('keystroke p95', (of('ours', 'j')?.p95 ?? 0) / scan('j'), 'ratio', BARS.keystrokeToScan[big], 'includes');
  most('any query p95', (of('ours', 'all')?.p95 ?? 0) / scan('all'), 'ratio', BARS.anyToScan[big], 'includes');
  const fuse = of('fuse-default', 'all')?.p95 ?? Number.NaN;
  most('any query p95', (of('ours', 'all')?.p95 ?? 0) / fuse, 'ratio', BARS.anyToFuse[big], 'fuse-default');
  most('any query p99 (advisory)', of('ours', 'all')?.p99, 'ms', BARS.p99Ms[big]);
  most('build (advisory)', ours.buildMs, 'ms', BARS.buildMs[big]);
  most(
    'ready from snapshot',
    (ours.extra.snapshotMs ?? Number.NaN) / ours.buildMs,
    'ratio',
    BARS.snapshotToBuild[big],
    'build',
  );
  most('index memory', ours.memoryMb, 'MB', BARS.memoryMb[big]);
  for (const [name, which, at10k, at100k] of FOUND) {
    const found = of('ours', name)?.[which];
    least(
      `${name} ${which === 's1' ? 'S@1' : 'S@5'}`,
      found === undefined ? undefined : found * 100,
      '%',
      big === 1 ? at100k : at10k,
    );
  }
  const peers = figures.filter((f) => f.class === 'k' && f.engine !== 'ours');
  const best = peers.reduce<ClassFigures | undefined>(
    (top, f) => (top === undefined || f.s5 > top.s5 ? f : top),
    undefined,
  );
  if (best !== undefined)
    least('k S@5', (of('ours', 'k')?.s5 ?? 0) / best.s5, 'ratio', SENTENCES_AGAINST_BEST, best.engine);
  const pretended = ours.measured.filter((m) => m.class === 'l' && m.plain > 0).length;
  if (of('ours', 'l') !== undefined) add('l shown as if it fitted', pretended, 'queries', 0, pretended === 0);
  return rows;
}

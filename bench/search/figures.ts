import type { EngineReport, Measured } from './measure-engine.ts';

/** The figures of one engine over one class of queries; "all" is every class. */
export interface ClassFigures {
  engine: string;
  class: string;
  n: number;
  /** Share of queries with a target in first place, and among the first five. */
  s1: number;
  s5: number;
  mrr: number;
  p50: number;
  p95: number;
  p99: number;
  buildMs: number;
  memoryMb: number;
}

export function figuresOf(report: EngineReport): ClassFigures[] {
  const classes = [...new Set(report.measured.map((m) => m.class))].sort();
  const all = figures(report, 'all', report.measured);
  return [
    all,
    ...classes.map((name) =>
      figures(
        report,
        name,
        report.measured.filter((m) => m.class === name),
      ),
    ),
  ];
}

function figures(report: EngineReport, name: string, measured: readonly Measured[]): ClassFigures {
  const times = measured.map((m) => m.ms).sort((a, b) => a - b);
  // Where nothing fits there is nothing to find.
  const answerable = measured.filter((m) => m.class !== 'l');
  const share = (count: number) => (answerable.length === 0 ? 0 : count / answerable.length);
  return {
    engine: report.engine,
    class: name,
    n: measured.length,
    s1: share(answerable.filter((m) => m.rank === 1).length),
    s5: share(answerable.filter((m) => m.rank >= 1 && m.rank <= 5).length),
    mrr: share(answerable.reduce((sum, m) => sum + (m.rank > 0 ? 1 / m.rank : 0), 0)),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    buildMs: report.buildMs,
    memoryMb: report.memoryMb,
  };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

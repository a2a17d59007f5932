import type { BenchRow } from './bench-row.ts';

/** One line a figure: whether its bar is kept, what it is, what it is measured against. */
export function printBench(rows: readonly BenchRow[]): void {
  for (const row of rows) {
    const sign = row.ok === null ? ' ' : row.ok ? '✓' : '✗';
    const bar = row.bar === null ? '' : `  (bar ${figureOf(row.bar, row.unit)})`;
    const peer = row.ratioTo === undefined ? '' : ` of ${row.ratioTo}`;
    console.log(`${sign} ${row.bench}: ${figureOf(row.figure, row.unit)}${peer}${bar}`);
  }
}

/** Small ratios read better turned over. */
function figureOf(figure: number, unit: string): string {
  if (unit === 'ratio' && figure > 0 && figure < 1) return `1/${(1 / figure).toFixed(1)}`;
  const digits = Number.isInteger(figure) || Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 1 ? 1 : 3;
  return `${figure.toFixed(digits)} ${unit}`;
}

import type { BenchRow } from '../bench-row.ts';
import type { ClassFigures } from './figures.ts';
import { QUERY_CLASSES } from './queries.ts';

/** A table: classes down, engines beside each other in S@1/S@5, then the times of all. */
export function printFigures(figures: readonly ClassFigures[]): void {
  const engines = [...new Set(figures.map((f) => f.engine))];
  const classes = [...new Set(figures.map((f) => f.class))].filter((name) => name !== 'all').sort();
  const cell = (text: string, width = 14) => text.padStart(width);
  console.log(['S@1/S@5'.padEnd(8), ...engines.map((engine) => cell(engine))].join(''));
  for (const name of [...classes, 'all']) {
    const cells = engines.map((engine) => {
      const found = figures.find((f) => f.engine === engine && f.class === name);
      return cell(found === undefined || found.n === 0 ? '–' : `${percent(found.s1)}/${percent(found.s5)}`);
    });
    console.log([name.padEnd(8), ...cells].join(''), ' ', QUERY_CLASSES[name] ?? '');
  }
  for (const key of ['mrr', 'p50', 'p95', 'p99', 'buildMs', 'memoryMb'] as const) {
    const cells = engines.map((engine) =>
      cell((figures.find((f) => f.engine === engine && f.class === 'all')?.[key] ?? 0).toFixed(2)),
    );
    console.log([key.padEnd(8), ...cells].join(''));
  }
  const keystrokes = engines.map((engine) =>
    cell((figures.find((f) => f.engine === engine && f.class === 'j')?.p95 ?? 0).toFixed(2)),
  );
  if (classes.includes('j')) console.log(['j p95'.padEnd(8), ...keystrokes].join(''));
}

function percent(share: number): string {
  return (share * 100).toFixed(share === 1 ? 0 : 1);
}

export function printRows(rows: readonly BenchRow[]): void {
  console.log('');
  for (const row of rows) {
    const figure =
      row.unit === 'ratio' && row.figure < 1
        ? `1/${(1 / row.figure).toFixed(1)}`
        : `${row.figure.toFixed(2)} ${row.unit}`;
    const bar =
      row.bar === null
        ? ''
        : row.unit === 'ratio' && row.bar < 1
          ? `bar 1/${(1 / row.bar).toFixed(0)}`
          : `bar ${row.bar} ${row.unit}`;
    const against = row.ratioTo === undefined ? '' : ` against ${row.ratioTo}`;
    const sign = row.ok === null ? '·' : row.ok ? '✓' : '✗';
    console.log(`${sign} ${row.bench}${against}: ${figure}${bar === '' ? '' : ` (${bar})`}`);
  }
}

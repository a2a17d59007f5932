import type { LoadedLibrary } from './load.ts';

const COLUMNS = ['line', 'courtesy', 'forbidden', 'decisionTable', 'flow'] as const;

/** How many entries of each kind every pack holds, as a table for the terminal. */
export function countTable(library: Pick<LoadedLibrary, 'packs' | 'entries'>): string {
  const rows = library.packs.map((pack) => {
    const own = library.entries.filter(({ packId }) => packId === pack.id);
    const counts = COLUMNS.map((kind) => own.filter(({ entry }) => entry.kind === kind).length);
    const wordings = own.reduce(
      (sum, { entry }) => sum + ('variants' in entry ? Object.keys(entry.variants).length : 0),
      0,
    );
    return [`${pack.locale}/${pack.id}`, ...counts, own.length, wordings];
  });
  const total = rows[0]?.slice(1).map((_, column) => rows.reduce((sum, row) => sum + Number(row[column + 1]), 0)) ?? [];
  const table = [['pack', ...COLUMNS, 'entries', 'variants'], ...rows, ['total', ...total]].map((row) =>
    row.map(String),
  );
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd : cell.padStart).call(cell, widths[column] ?? 0)),
    )
    .map((row) => row.join('  '))
    .join('\n');
}

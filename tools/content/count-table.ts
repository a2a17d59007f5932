import { type EntryKind, entrySchema } from '#contract/library/release.ts';
import type { LoadedLibrary } from './load.ts';
import { countOf, folderOf, pairsIn, type Target } from './targets.ts';

const KINDS: readonly EntryKind[] = entrySchema.options.map((option) => option.shape.kind.value);

/** How many entries of each kind every pack holds, then how that stands to the targets, as tables for the terminal. */
export function countTable(library: Pick<LoadedLibrary, 'packs' | 'entries'>, targets: readonly Target[] = []): string {
  const rows = library.packs.flatMap((pack) => {
    const own = library.entries.filter(({ packId }) => packId === pack.id);
    return KINDS.flatMap((kind) => {
      const entries = own.filter(({ entry }) => entry.kind === kind);
      return entries.length === 0 ? [] : [[folderOf(pack), kind, ...countsOf(entries)]];
    });
  });
  const counts = layOut([
    ['pack', 'kind', 'entries', 'variants', 'pairs'],
    ...rows,
    ['total', '', ...countsOf(library.entries)],
  ]);
  return targets.length === 0 ? counts : `${counts}\n\n${targetTable(library, targets)}`;
}

function countsOf(entries: Pick<LoadedLibrary, 'entries'>['entries']): number[] {
  const variants = entries.map(({ entry }) => ('variants' in entry ? Object.keys(entry.variants).length : 0));
  const pairs = entries.map(({ entry }) => pairsIn(entry));
  return [entries.length, sum(variants), sum(pairs)];
}

function targetTable(library: Pick<LoadedLibrary, 'packs' | 'entries'>, targets: readonly Target[]): string {
  const rows = targets.map((target) => {
    const have = countOf(library, target);
    const what = `${target.kinds.join('+')}${target.count === 'pairs' ? ' pairs' : ''}`;
    const missing = Math.max(0, target.want - have);
    return [target.pack ?? target.locale ?? 'all', what, have, target.want, missing === 0 ? 'ok' : `-${missing}`];
  });
  return layOut([['target', 'what', 'have', 'want', 'missing'], ...rows]);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Columns as wide as their widest cell; the first two to the left, numbers to the right. */
function layOut(table: readonly (readonly (string | number)[])[]): string {
  const cells = table.map((row) => row.map(String));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) => row.map((cell, column) => (column < 2 ? cell.padEnd : cell.padStart).call(cell, widths[column] ?? 0)))
    .map((row) => row.join('  ').trimEnd())
    .join('\n');
}

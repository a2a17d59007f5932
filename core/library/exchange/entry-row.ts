import type { Entry } from '#contract/library/release.ts';
import { guardedCell } from './cell-guard.ts';
import type { CellContext } from './codecs.ts';
import { type Column, columnsOf } from './columns.ts';
import { type TableKind, tableKinds } from './table-kind.ts';
import { KIND_WORDS } from './value-labels.ts';

export type TableEntry = Extract<Entry, { kind: TableKind }>;

export function isTableEntry(entry: Entry): entry is TableEntry {
  return (tableKinds as readonly string[]).includes(entry.kind);
}

/** The text of one column of an entry; empty where the entry says nothing. Not guarded against formulas. */
export function columnText(entry: TableEntry, packId: string, column: Column, context: CellContext): string {
  if (column.key === 'kind') return KIND_WORDS[entry.kind][0] ?? entry.kind;
  if (column.key === 'pack') return packId;
  if (!column.kinds.includes(entry.kind)) return '';
  const value = valueAt(entry, column.key);
  return value === undefined ? '' : column.codec.write(value, context);
}

/** An entry as the cells of a sheet, in the order of the given columns, safe for a program that runs formulas. */
export function entryRow(
  entry: TableEntry,
  packId: string,
  context: CellContext,
  columns: readonly Column[] = columnsOf(entry.kind),
): string[] {
  return columns.map((column) => guardedCell(columnText(entry, packId, column, context)));
}

export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined;
  }, value);
}

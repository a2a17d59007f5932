import type { ImportPlace } from '#contract/import-reasons.ts';
import { openedCell } from '../cell-guard.ts';
import { columnOf, kindNamed } from '../columns.ts';
import type { TableKind } from '../table-kind.ts';
import { ImportRefused, importLimits } from './import-limits.ts';
import type { ReadFile, RowRecord } from './import-record.ts';

export interface SheetRow {
  /** As a person counts, from 1. */
  number: number;
  cells: readonly string[];
}

/** Headings may stand below a title or a note, but not further down than this. */
const HEADING_WITHIN = 10;

/** Turns the rows of one sheet or table into records by its headings; null when no row looks like headings. */
export function tableRecords(
  rows: readonly SheetRow[],
  place: Omit<ImportPlace, 'row'>,
  kind: TableKind | null = place.sheet === null ? null : kindNamed(place.sheet),
): Pick<ReadFile, 'records' | 'unknownColumns'> | null {
  const headingAt = rows.slice(0, HEADING_WITHIN).findIndex(({ cells }) => looksLikeHeadings(cells));
  const headingRow = rows[headingAt];
  if (!headingRow) return null;
  if (headingRow.cells.length > importLimits.columns)
    throw new ImportRefused({ key: 'tooManyColumns', row: headingRow.number, limit: importLimits.columns });
  const headings: Record<string, string> = {};
  const unknownColumns: ReadFile['unknownColumns'] = [];
  const keys = headingRow.cells.map((cell) => {
    const heading = cell.trim();
    const column = columnOf(heading);
    if (column && headings[column.key] === undefined) {
      headings[column.key] = heading;
      return column.key;
    }
    if (heading !== '') unknownColumns.push({ ...place, column: heading.slice(0, 60) });
    return null;
  });
  const records = rows.slice(headingAt + 1).flatMap(({ number, cells }): RowRecord[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const byKey = keys.flatMap((key, index) => (key === null ? [] : [[key, cleanCell(cells[index] ?? '')] as const]));
    return [{ at: { ...place, row: number }, kind, cells: Object.fromEntries(byKey), headings }];
  });
  if (records.length > importLimits.rows) throw new ImportRefused({ key: 'tooManyRows', limit: importLimits.rows });
  return { records, unknownColumns };
}

/** Two columns that are known, one of which names or says something. */
function looksLikeHeadings(cells: readonly string[]): boolean {
  const keys = new Set(cells.flatMap((cell) => columnOf(cell)?.key ?? []));
  return keys.size >= 2 && ['id', 'title', 'variants.standard', 'rewording'].some((key) => keys.has(key));
}

export function cleanCell(cell: string): string {
  return openedCell(cell.replace(/\r\n?/gu, '\n')).trim();
}

import Papa from 'papaparse';
import { columnOf } from '../columns.ts';
import { decodedText } from './decoded-text.ts';
import { ImportRefused, importLimits } from './import-limits.ts';
import type { ReadFile } from './import-record.ts';
import { type SheetRow, tableRecords } from './table-records.ts';

/** Reads comma, semicolon or tab separated text in UTF-8 or GB18030. */
export function readCsv(bytes: Uint8Array): ReadFile {
  const { text, encoding } = decodedText(bytes);
  const rows: SheetRow[] = [];
  let unclosed: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, errors }, parser) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) unclosed ??= rows.length + 1;
      checkRow(data, rows.length);
      rows.push({ number: rows.length + 1, cells: data });
      if (unclosed !== null) parser.abort();
    },
  });
  if (unclosed !== null) throw new ImportRefused({ key: 'openQuote', row: unclosed });
  const table = tableRecords(rows, { sheet: null });
  if (!table) throw new ImportRefused({ key: 'noHeadings' });
  return { ...table, notes: encoding === 'gb18030' ? [{ key: 'gb18030' }] : [] };
}

function checkRow(cells: readonly string[], index: number): void {
  if (index > importLimits.rows + 10) throw new ImportRefused({ key: 'tooManyRows', limit: importLimits.rows });
  if (cells.length > importLimits.columns)
    throw new ImportRefused({ key: 'tooManyColumns', row: index + 1, limit: importLimits.columns });
  if (cells.some((cell) => cell.length > importLimits.cellLength))
    throw new ImportRefused({ key: 'hugeCell', row: index + 1, limit: importLimits.cellLength });
}

/** The delimiter under which the first lines hold the most known headings. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).split('\n', 10);
  const known = (delimiter: string) =>
    Math.max(...head.map((line) => line.split(delimiter).filter((cell) => columnOf(cell.replaceAll('"', ''))).length));
  return [',', '\t', ';'].reduce((best, each) => (known(each) > known(best) ? each : best));
}

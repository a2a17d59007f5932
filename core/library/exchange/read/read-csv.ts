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
  if (unclosed !== null) throw new ImportRefused('unreadable', `第 ${unclosed} 行起引号没有配对，请检查后再导入`);
  const table = tableRecords(rows, null);
  if (!table) throw new ImportRefused('nothingFound', '没找到表头：至少要有「标题」和「标准」这样的两列');
  return { ...table, notes: encoding === 'gb18030' ? ['按 GB18030 编码读取'] : [] };
}

function checkRow(cells: readonly string[], index: number): void {
  if (index > importLimits.rows + 10)
    throw new ImportRefused('tooManyRows', `超过 ${importLimits.rows} 行，请分几次导入`);
  if (cells.length > importLimits.columns)
    throw new ImportRefused(
      'tooManyColumns',
      `第 ${index + 1} 行有 ${cells.length} 列，最多 ${importLimits.columns} 列`,
    );
  if (cells.some((cell) => cell.length > importLimits.cellLength))
    throw new ImportRefused('hugeCell', `第 ${index + 1} 行有一格超过 ${importLimits.cellLength} 个字，不能导入`);
}

/** The delimiter under which the first lines hold the most known headings. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).split('\n', 10);
  const known = (delimiter: string) =>
    Math.max(...head.map((line) => line.split(delimiter).filter((cell) => columnOf(cell.replaceAll('"', ''))).length));
  return [',', '\t', ';'].reduce((best, each) => (known(each) > known(best) ? each : best));
}

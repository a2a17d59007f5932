import type { InsightSheet } from '#contract/insight.ts';
import { guardedCell } from '../library/exchange/cell-guard.ts';

/** What a sheet may not be called by. */
const NOT_IN_NAMES = /[*?:\\/[\]]/g;
const NARROW = 12;
const WIDE = 40;

/** One sheet a figure: what it says, then its table. Numbers stay numbers; no text begins like a formula. */
export async function writeWorkbook(sheets: readonly InsightSheet[]): Promise<Uint8Array> {
  const { default: Excel } = await import('@protobi/exceljs');
  const workbook = new Excel.Workbook();
  for (const [index, { name, finding, header, rows }] of sheets.entries()) {
    const sheet = workbook.addWorksheet(`${index + 1} ${name.replaceAll(NOT_IN_NAMES, ' ')}`.slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 2 }],
    });
    sheet.columns = header.map((_, column) => ({ width: column === 0 ? WIDE : NARROW }));
    sheet.addRow([guardedCell(finding)]);
    sheet.addRow(header.map(guardedCell)).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'number' ? cell : guardedCell(cell))));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

import type { IncidentReport } from '#contract/incidents/report.ts';
import type { Language } from '#contract/vocabulary.ts';
import { guardedCell } from '../library/exchange/cell-guard.ts';
import { reportText } from './report-words.ts';

/** What a sheet may not be called by. */
const UNFIT = /[[\]*?:\\/]/g;

/** The report as a workbook: the facts on the first sheet, each table on one of its own. Every cell is text. */
export async function reportWorkbook(report: IncidentReport, language: Language): Promise<Uint8Array> {
  const { default: Excel } = await import('@protobi/exceljs');
  const { title, facts, tables } = reportText(report, language);
  const workbook = new Excel.Workbook();
  const sheets = [{ title, head: [] as readonly string[], rows: facts as readonly (readonly string[])[] }, ...tables];
  for (const { title: name, head, rows } of sheets) {
    const sheet = workbook.addWorksheet(name.replace(UNFIT, ' ').slice(0, 31));
    const width = Math.max(head.length, ...rows.map((row) => row.length), 1);
    sheet.columns = Array.from({ length: width }, (_, index) => ({
      width: index === width - 1 ? 48 : 20,
      style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
    }));
    if (head.length > 0) sheet.addRow(head.map(guardedCell)).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(guardedCell));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

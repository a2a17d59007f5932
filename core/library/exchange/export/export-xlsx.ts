import { columnsOf } from '../columns.ts';
import { entryRow } from '../entry-row.ts';
import type { LibrarySnapshot } from '../snapshot.ts';
import { tableKinds } from '../table-kind.ts';
import { KIND_WORDS } from '../value-labels.ts';
import { tableEntries } from './table-entries.ts';

const WIDE = /^variants\.|^(rewording|reason|fails|passes|matchers)$/u;

/** A workbook with one sheet a kind. Every cell is text, and none begins like a formula. */
export async function exportXlsx(library: LibrarySnapshot): Promise<Uint8Array> {
  const { default: Excel } = await import('@protobi/exceljs');
  const workbook = new Excel.Workbook();
  for (const kind of tableKinds) {
    const entries = tableEntries(library, kind);
    if (entries.length === 0) continue;
    const columns = columnsOf(kind);
    const sheet = workbook.addWorksheet(KIND_WORDS[kind][0] ?? kind, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ key, label }) => ({
      header: label,
      width: WIDE.test(key) ? 48 : 16,
      style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
    }));
    sheet.getRow(1).font = { bold: true };
    for (const { entry, packId, context } of entries) sheet.addRow(entryRow(entry, packId, context, columns));
  }
  // A workbook without a sheet does not open anywhere.
  if (workbook.worksheets.length === 0) workbook.addWorksheet('口径');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

import type { CellValue } from '@protobi/exceljs';
import { shortened } from '../codecs.ts';
import { ImportRefused, importLimits } from './import-limits.ts';
import type { ReadFile, WhenLoaded } from './import-record.ts';
import { inspectArchive } from './inspect-archive.ts';
import { type SheetRow, tableRecords } from './table-records.ts';

/** Parts of a sheet that say nothing about wording, some of which are spread cell by cell when they are opened. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'mergeCells',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'tableParts',
  'picture',
  'autoFilter',
  'extLst',
  'rowBreaks',
  'colBreaks',
];

/** Reads every sheet that has headings. Formulas count with the value that was last saved; none is ever computed. */
export async function readXlsx(bytes: Uint8Array, whenLoaded: WhenLoaded): Promise<ReadFile> {
  await inspectArchive(bytes, 'xlsx');
  // Loaded only now: most refused files never need it.
  const { default: Excel } = await import('@protobi/exceljs');
  await whenLoaded();
  const workbook = new Excel.Workbook();
  // Its typings know only an older Buffer.
  const input = Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0];
  try {
    await workbook.xlsx.load(input, { ignoreNodes: IGNORED });
  } catch {
    throw new ImportRefused({ key: 'officeUnread' });
  }
  const found: ReadFile = { records: [], unknownColumns: [], notes: [] };
  for (const sheet of workbook.worksheets) {
    const rows: SheetRow[] = [];
    const named = shortened(sheet.name);
    sheet.eachRow((row, number) => {
      if (rows.length > importLimits.rows + 10)
        throw new ImportRefused({ key: 'tooManyRowsIn', sheet: named, limit: importLimits.rows });
      if (row.cellCount > importLimits.columns)
        throw new ImportRefused({ key: 'tooManyColumns', row: number, limit: importLimits.columns });
      const cells: string[] = new Array(row.cellCount).fill('');
      row.eachCell((cell, column) => {
        const text = cellText(cell.value);
        if (text.length > importLimits.cellLength)
          throw new ImportRefused({ key: 'hugeCell', row: number, limit: importLimits.cellLength });
        cells[column - 1] = text;
      });
      rows.push({ number, cells });
    });
    const table = tableRecords(rows, { sheet: sheet.name });
    if (table) {
      found.records.push(...table.records);
      found.unknownColumns.push(...table.unknownColumns);
    } else if (rows.length > 0) found.notes.push({ key: 'sheetLeft', sheet: named });
  }
  if (found.records.length > importLimits.rows)
    throw new ImportRefused({ key: 'tooManyRows', limit: importLimits.rows });
  if (found.records.length === 0) throw new ImportRefused({ key: 'noHeadings' });
  return found;
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result ?? '');
  if ('hyperlink' in value) return cellText(value.text as CellValue);
  return '';
}

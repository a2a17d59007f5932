import type { CellValue } from '@protobi/exceljs';
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
  } catch (cause) {
    throw new ImportRefused(
      'unreadable',
      `表格打不开：${cause instanceof Error ? cause.message.slice(0, 80) : '内容有误'}`,
    );
  }
  const found: ReadFile = { records: [], unknownColumns: [], notes: [] };
  for (const sheet of workbook.worksheets) {
    const rows: SheetRow[] = [];
    sheet.eachRow((row, number) => {
      if (rows.length > importLimits.rows + 10)
        throw new ImportRefused('tooManyRows', `工作表「${sheet.name}」超过 ${importLimits.rows} 行，请分几次导入`);
      if (row.cellCount > importLimits.columns)
        throw new ImportRefused(
          'tooManyColumns',
          `第 ${number} 行有 ${row.cellCount} 列，最多 ${importLimits.columns} 列`,
        );
      const cells: string[] = new Array(row.cellCount).fill('');
      row.eachCell((cell, column) => {
        const text = cellText(cell.value);
        if (text.length > importLimits.cellLength)
          throw new ImportRefused('hugeCell', `第 ${number} 行有一格超过 ${importLimits.cellLength} 个字，不能导入`);
        cells[column - 1] = text;
      });
      rows.push({ number, cells });
    });
    const table = tableRecords(rows, sheet.name);
    if (table) {
      found.records.push(...table.records);
      found.unknownColumns.push(...table.unknownColumns);
    } else if (rows.length > 0) found.notes.push(`工作表「${sheet.name}」没有认得的表头，跳过了`);
  }
  if (found.records.length > importLimits.rows)
    throw new ImportRefused('tooManyRows', `超过 ${importLimits.rows} 行，请分几次导入`);
  if (found.records.length === 0)
    throw new ImportRefused('nothingFound', '没找到表头：至少要有「标题」和「标准」这样的两列');
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

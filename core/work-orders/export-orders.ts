import Papa from 'papaparse';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import { recordTime } from '../conversation/wall-time.ts';
import { guardedCell } from '../library/exchange/cell-guard.ts';

const STATES: Record<WorkOrderSummary['state'], string> = {
  drafted: '起草',
  dispatched: '已派单',
  signedFor: '已签收',
  verified: '已核实',
  passedOn: '已转派',
  handled: '已处理',
  answered: '已答复',
  rechecked: '已复核',
  returned: '退回重办',
  inReview: '不满单待审',
  closed: '已结案',
  reopened: '重开',
};

type Column = readonly [header: string, width: number, value: (order: WorkOrderSummary) => string];

function columnsIn(timeZone: string): readonly Column[] {
  return [
    ['单号', 14, (order) => order.number],
    ['事由', 36, (order) => order.matter],
    ['客户', 20, (order) => order.customerShown],
    ['类别', 14, (order) => order.kindLabel],
    ['状态', 12, (order) => (order.settled && order.dissatisfaction ? '不满单' : STATES[order.state])],
    ['部门', 16, (order) => order.departmentLabel ?? ''],
    ['承办', 12, (order) => order.handlerName ?? ''],
    ['开单', 18, (order) => recordTime(order.draftedAtMs, timeZone)],
    ['开单人', 12, (order) => order.personName],
    ['时限', 18, (order) => (order.limits[0] ? recordTime(order.limits[0].deadline.dueAtMs, timeZone) : '')],
    ['答应客户', 18, (order) => order.promiseText ?? ''],
    ['退回次数', 10, (order) => String(order.returns)],
    ['重开次数', 10, (order) => String(order.reopened)],
    ['非正常', 8, (order) => (order.abnormal ? '是' : '')],
    ['绿色通道', 10, (order) => (order.green ? '是' : '')],
  ];
}

/** The chosen orders as a file. Every cell is text, none begins like a formula, numbers are masked as in lists. */
export async function exportOrders(
  orders: readonly WorkOrderSummary[],
  timeZone: string,
  format: 'xlsx' | 'csv',
): Promise<Uint8Array> {
  const columns = columnsIn(timeZone);
  const cells = orders.map((order) => columns.map(([, , value]) => guardedCell(value(order))));
  return format === 'csv' ? asCsv([columns.map(([header]) => header), ...cells]) : asWorkbook(columns, cells);
}

/** With a byte order mark, because spreadsheets take a bare UTF-8 file for something else. */
function asCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const text = Papa.unparse([...rows.map((row) => [...row])], { newline: '\r\n', quotes: true });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

async function asWorkbook(columns: readonly Column[], cells: readonly string[][]): Promise<Uint8Array> {
  const { default: Excel } = await import('@protobi/exceljs');
  const workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet('工单', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(([header, width]) => ({
    header,
    width,
    style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of cells) sheet.addRow(row);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

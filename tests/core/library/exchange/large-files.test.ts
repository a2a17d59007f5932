import Excel from '@protobi/exceljs';
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import type { ImportProgress } from '#contract/library-exchange.ts';
import { library, line, previewOf, statesOf } from './exchange-desk.ts';

const ROWS = 5_000;
const BROKEN = 300;

async function bigSheet(): Promise<Uint8Array> {
  const workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet('口径');
  sheet.addRow(['大厅口径汇总']);
  sheet.addRow(['编号', '标题', '场景', '标准', '简短', '生效', '备注']);
  for (let index = 0; index < ROWS; index += 1) {
    const broken = index % 50 < 3 ? index % 50 : null;
    sheet.addRow([
      `hall/row-${index}`,
      `第 ${index} 件事`,
      broken === 0 ? '没有的场景' : '见面',
      `第${index}件事我记下了，今天下班前给您回电话。`,
      broken === 1 ? '' : `第${index}件事我来办。`,
      broken === 2 ? '2026-02-30' : new Date(Date.UTC(2026, 10, 1)),
      '随手记',
    ]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const paragraph = (text: string) => new Paragraph(text);
const heading = (text: string, level: 1 | 2) =>
  new Paragraph({ text, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
const item = (text: string, level = 0) => new Paragraph({ text, numbering: { reference: 'dots', level } });
const table = (rows: string[][]) =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [paragraph(text)] })) }),
    ),
  });

/** Twenty pages, each with a scene, a titled line, a table, a list and some prose. */
async function bigDocument(): Promise<Uint8Array> {
  const pages = Array.from({ length: 20 }, (_, page) => [
    new Paragraph({ text: page % 2 === 0 ? '见面' : '账单', heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
    paragraph('这一页写给新来的同事。'),
    heading(`第 ${page} 页的事`, 2),
    paragraph(`标准：〔称呼〕，第${page}页的事我记下了，办好给您回话。`),
    paragraph(`简短：第${page}页的事我来办。`),
    heading(page % 2 === 0 ? '见面' : '账单', 1),
    table([
      ['标题', '标准', '简短'],
      [`表里甲 ${page}`, `第${page}张表里的事，我给您查清楚再说。`, `第${page}张表我来查。`],
      [`表里乙 ${page}`, `第${page}张表里还有一件，我一并给您查。`, ''],
    ]),
    item(`列表甲 ${page}：第${page}张单子交上去了。下午三点我给您回话。`),
    item(`列表乙 ${page}：第${page}件您放心，我盯着，有消息就告诉您。`),
    item(`简短：第${page}件我盯着。`, 1),
    item(`第${page}条只有一句话，没有更短的说法。`),
  ]).flat();
  const dots = { reference: 'dots', levels: [0, 1].map((level) => ({ level, format: LevelFormat.BULLET, text: '•' })) };
  return new Uint8Array(
    await Packer.toBuffer(new Document({ numbering: { config: [dots] }, sections: [{ children: pages }] })),
  );
}

describe('a sheet of 5,000 rows of which 300 are broken', () => {
  it('is shown row by row: what is new, changed and unchanged, and what is turned down and why', async () => {
    const held = library(
      line('row-10', { title: '第 10 件事', variants: { standard: '旧的说法，我记下了。', short: '我记下。' } }),
    );
    const seen: ImportProgress[] = [];
    const host = { library: held, timeLimitMs: 60_000, onProgress: (progress: ImportProgress) => seen.push(progress) };
    const preview = await previewOf('big.xlsx', await bigSheet(), host);
    expect(statesOf(preview)).toEqual({ new: ROWS - BROKEN - 1, changed: 1, unchanged: 0, rejected: BROKEN });
    const at = (row: number) => preview.items.find((each) => each.at.row === row);
    expect(at(3)).toMatchObject({
      entryId: 'hall/row-0',
      faults: [{ column: { label: '场景' }, reason: { key: 'noSuchScene' } }],
    });
    expect(at(4)).toMatchObject({
      entryId: 'hall/row-1',
      faults: [{ column: { label: '简短' }, reason: { key: 'missing' } }],
    });
    expect(at(5)).toMatchObject({
      faults: [{ column: { label: '生效' }, reason: { key: 'noSuchDay', cell: '2026-02-30' } }],
    });
    expect(at(13)).toMatchObject({ state: 'changed', entry: { provenance: { version: 2 } } });
    expect(preview.unknownColumns).toEqual([{ sheet: '口径', column: '备注' }]);
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['reading', 'checking', 'sending']));
  });
});

describe('a Word document of twenty pages', () => {
  it('gives lines from headings, tables and lists, with their scenes, and says what it did not take', async () => {
    const preview = await previewOf('wording.docx', await bigDocument());
    // A page: the heading, two rows, three list items; one row and one item have no short variant to be made.
    expect(statesOf(preview)).toEqual({ new: 80, changed: 0, unchanged: 0, rejected: 40 });
    const entries = preview.items.flatMap((each) => ('entry' in each ? [each] : []));
    const titled = (title: string) => entries.find(({ entry }) => entry.title === title);
    expect(titled('第 3 页的事')?.entry).toMatchObject({
      scene: 'billing',
      variables: [{ name: 'customerName' }],
      variants: { standard: '{{ customerName }}，第3页的事我记下了，办好给您回话。', short: '第3页的事我来办。' },
    });
    expect(titled('表里甲 4')).toMatchObject({ at: { sheet: null, table: 5, row: 2 }, entry: { scene: 'meeting' } });
    expect(titled('列表甲 7')).toMatchObject({
      entry: { scene: 'billing', variants: { short: '第7张单子交上去了。' } },
      notes: [{ key: 'shortTaken' }],
    });
    expect(titled('列表乙 7')?.entry).toMatchObject({ variants: { short: '第7件我盯着。' } });
    expect(preview.items.find(({ at }) => at.table === 1 && at.row === 3)).toMatchObject({
      state: 'rejected',
      faults: [{ column: { label: '简短' }, reason: { key: 'missing' } }],
    });
    expect(preview.notes.filter(({ key }) => key === 'passageLeft')).toHaveLength(20);
  });
});

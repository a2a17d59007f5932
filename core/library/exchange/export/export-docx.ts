import { guardedCell, printable } from '../cell-guard.ts';
import { columnsOf } from '../columns.ts';
import { columnText } from '../entry-row.ts';
import type { LibrarySnapshot } from '../snapshot.ts';
import { KIND_WORDS } from '../value-labels.ts';
import { type ExportedEntry, tableEntries } from './table-entries.ts';

/** A document for reading and correcting: one small table an entry below its title, the name of each row before its text. */
export async function exportDocx(library: LibrarySnapshot): Promise<Uint8Array> {
  const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = await import(
    'docx'
  );
  const paragraphs = (text: string) => text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
  const cell = (text: string, percent: number) =>
    new TableCell({ children: paragraphs(text), width: { size: percent, type: WidthType.PERCENTAGE } });
  const table = ({ entry, packId, context }: ExportedEntry) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: columnsOf(entry.kind).flatMap((column) => {
        const text = guardedCell(columnText(entry, packId, column, context));
        return text === ''
          ? []
          : [new TableRow({ cantSplit: true, children: [cell(column.label, 18), cell(text, 82)] })];
      }),
    });
  const children = grouped(library).flatMap(([heading, entries]) => [
    new Paragraph({ text: printable(heading), heading: HeadingLevel.HEADING_1 }),
    ...entries.flatMap((item) => [
      new Paragraph({ text: printable(item.entry.title), heading: HeadingLevel.HEADING_2, keepNext: true }),
      table(item),
      new Paragraph(''),
    ]),
  ]);
  const document = new Document({
    title: '口径库',
    styles: { default: { document: { run: { font: 'Microsoft YaHei', size: 21 } } } },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Entries below the title of their pack and their kind. */
function grouped(library: LibrarySnapshot): [string, ExportedEntry[]][] {
  const groups = new Map<string, ExportedEntry[]>();
  for (const item of tableEntries(library)) {
    const pack = library.packs.find(({ id }) => id === item.packId)?.title ?? item.packId;
    const heading = `${pack} · ${KIND_WORDS[item.entry.kind][0]}`;
    groups.set(heading, [...(groups.get(heading) ?? []), item]);
  }
  return [...groups];
}

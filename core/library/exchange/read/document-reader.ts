import type { ImportPlace } from '#contract/import-reasons.ts';
import { shortened } from '../codecs.ts';
import { type Column, columnOf, kindNamed } from '../columns.ts';
import type { TableKind } from '../table-kind.ts';
import type { DocumentBlock } from './document-blocks.ts';
import { ImportRefused, importLimits } from './import-limits.ts';
import type { ReadFile, RowRecord } from './import-record.ts';
import { cleanCell, type SheetRow, tableRecords } from './table-records.ts';

/** A label such as 「简短：」 before what it names, or a title before its wording. */
const LABELLED = /^([^：:\n]{1,20})[：:]\s*(.+)$/su;
const MOST_NOTES = 20;

interface Names {
  isScene(name: string): boolean;
  isPack(name: string): boolean;
}

interface Draft {
  row: number;
  cells: Record<string, string>;
  headings: Record<string, string>;
}

/** Follows a document from block to block and gathers the records that its headings, tables and lists make. */
export class DocumentReader {
  readonly #names: Names;
  readonly #found: ReadFile = { records: [], unknownColumns: [], notes: [] };
  #path: { level: number; text: string }[] = [];
  #draft: Draft | null = null;
  #item: Draft | null = null;
  #itemsUnderHeading = 0;
  #unused = 0;

  constructor(names: Names) {
    this.#names = names;
  }

  take(block: DocumentBlock): void {
    if (block.type !== 'table' && block.text.length > importLimits.cellLength) throw hugeParagraph(block.number);
    switch (block.type) {
      case 'heading':
        this.#flush();
        this.#path = [
          ...this.#path.filter(({ level }) => level < block.level),
          { level: block.level, text: block.text },
        ];
        this.#itemsUnderHeading = 0;
        return;
      case 'table':
        this.#flush();
        this.#table(block.rows, block.number);
        return;
      case 'item':
        this.#listItem(block);
        return;
      case 'text':
        this.#paragraph(block.text, block.number);
        return;
      default:
        block satisfies never;
    }
  }

  finish(): ReadFile {
    this.#flush();
    if (this.#unused > MOST_NOTES)
      this.#found.notes.push({ key: 'morePassagesLeft', count: this.#unused - MOST_NOTES });
    return this.#found;
  }

  #paragraph(text: string, number: number): void {
    this.#flushItem();
    const field = labelled(text);
    if (field) {
      if (field.column.key === 'title' && this.#draft?.cells['title'] !== undefined) this.#flush();
      this.#draft ??= this.#newDraft(number);
      this.#put(this.#draft, field);
      return;
    }
    if (this.#title() === null) {
      this.#unused += 1;
      if (this.#unused <= MOST_NOTES) this.#found.notes.push({ key: 'passageLeft', number, text: shortened(text) });
      return;
    }
    this.#draft ??= this.#newDraft(number);
    const before = this.#draft.cells['variants.standard'];
    this.#draft.cells['variants.standard'] = before === undefined ? text : `${before}\n${text}`;
  }

  #listItem({ level, text, number }: { level: number; text: string; number: number }): void {
    const field = labelled(text);
    // 「简短：…」 below an item belongs to it; at the left edge it belongs to the heading.
    if (field) {
      const draft = (level > 0 ? this.#item : null) ?? this.#draft ?? this.#newDraft(number);
      if (draft !== this.#item) this.#draft = draft;
      this.#put(draft, field);
      return;
    }
    this.#flushItem();
    this.#itemsUnderHeading += 1;
    const [, title, wording] = LABELLED.exec(text) ?? [];
    const item = this.#newDraft(number);
    item.cells['title'] = title?.trim() ?? this.#titleOf(text);
    item.cells['variants.standard'] = wording?.trim() ?? text;
    this.#item = item;
  }

  #table(rows: string[][], number: number): void {
    const place = { sheet: null, table: number };
    const tooLong = rows.some((row) => row.some((cell) => cell.length > importLimits.cellLength));
    if (tooLong) throw hugeParagraph(number);
    const pairs = rows.map(([name = '', ...rest]) => (rest.length === 1 ? columnOf(name.trim()) : null));
    const numbered = rows.map((cells, index): SheetRow => ({ number: index + 1, cells }));
    const across =
      pairs.filter((column) => column !== null).length < 2 || pairs[0] === null
        ? tableRecords(numbered, place, this.#kind())
        : null;
    if (across) {
      this.#found.unknownColumns.push(...across.unknownColumns);
      this.#found.records.push(
        ...across.records.map((record): RowRecord => {
          const row = record as RowRecord;
          return { ...row, cells: { ...this.#sceneAndPack(), ...row.cells } };
        }),
      );
      return;
    }
    const draft = this.#newDraft(1);
    rows.forEach(([name = '', value = ''], index) => {
      const column = pairs[index];
      if (column) this.#put(draft, { column, heading: name.trim(), value: cleanCell(value) });
      else if (name.trim() !== '') this.#found.unknownColumns.push({ ...place, column: name.trim().slice(0, 60) });
    });
    if (Object.keys(draft.headings).length >= 2) this.#push(draft, place);
    else this.#found.notes.push({ key: 'tableLeft', table: number });
  }

  #put(draft: Draft, { column, heading, value }: { column: Column; heading: string; value: string }): void {
    draft.cells[column.key] = value;
    draft.headings[column.key] = heading;
  }

  #newDraft(row: number): Draft {
    const title = this.#title();
    const cells = { ...this.#sceneAndPack(), ...(title === null ? {} : { title }) };
    return { row, cells, headings: {} };
  }

  #flush(): void {
    this.#flushItem();
    if (this.#draft) this.#push(this.#draft, { sheet: this.#heading() });
    this.#draft = null;
  }

  #flushItem(): void {
    if (this.#item) this.#push(this.#item, { sheet: this.#heading() });
    this.#item = null;
  }

  #push({ row, cells, headings }: Draft, place: Omit<ImportPlace, 'row'>): void {
    this.#found.records.push({ at: { ...place, row }, kind: this.#kind(), cells, headings });
  }

  #heading(): string | null {
    return this.#path.length === 0 ? null : this.#path.map(({ text }) => text.slice(0, 20)).join(' › ');
  }

  #kind(): TableKind | null {
    return this.#path.reduceRight<TableKind | null>((found, { text }) => found ?? kindNamed(text), null);
  }

  #sceneAndPack(): Record<string, string> {
    const scene = this.#path.findLast(({ text }) => this.#names.isScene(text))?.text;
    const pack = this.#path.findLast(({ text }) => this.#names.isPack(text))?.text;
    return { ...(scene === undefined ? {} : { scene }), ...(pack === undefined ? {} : { pack }) };
  }

  /** An item without a title of its own: by its heading and its place below it, or by how it begins. */
  #titleOf(text: string): string {
    const heading = this.#path.at(-1)?.text;
    return heading === undefined ? firstWords(text) : `${heading} · ${this.#itemsUnderHeading}`;
  }

  /** The deepest heading, unless it is the document's own title or names a kind, a pack or a scene. */
  #title(): string | null {
    const heading = this.#path.at(-1);
    if (!heading || heading.level === 0 || kindNamed(heading.text) !== null) return null;
    return this.#names.isScene(heading.text) || this.#names.isPack(heading.text) ? null : heading.text;
  }
}

function firstWords(text: string): string {
  const [first = text] = text.split(/[，。！？；,.!?;\n]/u, 1);
  return shortened(first.trim() === '' ? text : first.trim());
}

function labelled(text: string): { column: Column; heading: string; value: string } | null {
  const [, heading, value] = LABELLED.exec(text) ?? [];
  if (heading === undefined || value === undefined) return null;
  const column = columnOf(heading);
  return column ? { column, heading, value: cleanCell(value) } : null;
}

function hugeParagraph(number: number): ImportRefused {
  return new ImportRefused({ key: 'hugePassage', number, limit: importLimits.cellLength });
}

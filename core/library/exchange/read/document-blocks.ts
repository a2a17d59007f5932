/** What mammoth makes of a Word document, as far as it is read here. */
export interface DocumentNode {
  type: string;
  children?: DocumentNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: { level: string | number } | null;
}

/** A document as a list of what stands in it, one under the other; `number` counts paragraphs outside tables from 1. */
export type DocumentBlock =
  | { type: 'heading'; level: number; text: string; number: number }
  | { type: 'item'; level: number; text: string; number: number }
  | { type: 'text'; text: string; number: number }
  | { type: 'table'; rows: string[][]; number: number };

export function documentBlocks(document: DocumentNode): DocumentBlock[] {
  let paragraphs = 0;
  let tables = 0;
  return (document.children ?? []).flatMap((node): DocumentBlock[] => {
    if (node.type === 'table') {
      tables += 1;
      return [{ type: 'table', rows: tableRows(node), number: tables }];
    }
    if (node.type !== 'paragraph') return [];
    paragraphs += 1;
    const text = textOf(node).trim();
    if (text === '') return [];
    const level = headingLevel(node);
    if (level !== null) return [{ type: 'heading', level, text, number: paragraphs }];
    if (node.numbering || /list|项目符号|编号/iu.test(node.styleName ?? ''))
      return [{ type: 'item', level: Number(node.numbering?.level ?? 0), text, number: paragraphs }];
    return [{ type: 'text', text, number: paragraphs }];
  });
}

function headingLevel({ styleName, styleId }: DocumentNode): number | null {
  const found = /^(?:heading|标题)\s*(\d)$/iu.exec(styleName ?? '') ?? /^Heading(\d)$/u.exec(styleId ?? '');
  if (found) return Number(found[1]);
  return /^title$/iu.test(styleName ?? '') ? 0 : null;
}

function tableRows(table: DocumentNode): string[][] {
  return (table.children ?? [])
    .filter(({ type }) => type === 'tableRow')
    .map((row) => (row.children ?? []).filter(({ type }) => type === 'tableCell').map(cellText));
}

function cellText(cell: DocumentNode): string {
  return (cell.children ?? []).map(textOf).join('\n');
}

function textOf(node: DocumentNode): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    default:
      return (node.children ?? []).map(textOf).join('');
  }
}

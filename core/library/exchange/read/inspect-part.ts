import { ImportRefused, importLimits } from './import-limits.ts';

/** Checks one part of an Office file: XML without entities, not too deep, no huge text, nothing fetched from outside. */
export function inspectPart(name: string, part: Uint8Array): void {
  if (!/\.(xml|rels|vml)$/iu.test(name)) return;
  const xml = utf8(part);
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/iu.test(xml)) throw new ImportRefused({ key: 'entities' });
  if (/\.rels$/iu.test(name)) checkRelations(xml);
  if (name.toLowerCase() === '[content_types].xml' && /macroEnabled|vbaProject/iu.test(xml))
    throw new ImportRefused({ key: 'macros' });
  if (/^xl\/workbook\.xml$/iu.test(name)) checkNamedRanges(xml);
  if (/^xl\/sharedstrings\.xml$/iu.test(name)) checkTextLength(xml, 'si');
  if (/^xl\/worksheets\//iu.test(name)) checkGrid(xml);
  checkShape(xml);
}

/** Counted here, because the library would build every row before anybody could look. */
function checkGrid(xml: string): void {
  let rows = 0;
  let cells = 0;
  for (const [, tag] of xml.matchAll(/<(?:\w+:)?(row|c)[\s/>]/gu)) {
    cells = tag === 'row' ? 0 : cells + 1;
    if (tag === 'row') rows += 1;
    if (rows > importLimits.rows + 10) throw new ImportRefused({ key: 'tooManyRows', limit: importLimits.rows });
    if (cells > importLimits.columns)
      throw new ImportRefused({ key: 'tooManyColumns', row: Math.max(1, rows), limit: importLimits.columns });
  }
}

function utf8(part: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(part);
    const declared = /^<\?xml[^>]*encoding=["']([^"']+)/iu.exec(text.slice(0, 200))?.[1] ?? 'utf-8';
    if (!text.includes('\0') && /^(utf-?8|us-ascii)$/iu.test(declared)) return text;
  } catch {
    // Falls through: bytes that are no UTF-8 are refused like another declared encoding.
  }
  throw new ImportRefused({ key: 'partEncoding' });
}

/** A hyperlink is only text here; anything else that lies outside would be fetched by an Office program. */
function checkRelations(xml: string): void {
  for (const [relation] of xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/gu)) {
    const outside =
      /TargetMode\s*=\s*["']External/iu.test(relation) || /Target\s*=\s*["'](?:\w+:)?\/\//u.test(relation);
    if (outside && !/Type\s*=\s*["'][^"']*\/hyperlink["']/iu.test(relation))
      throw new ImportRefused({ key: 'fetchesOutside' });
    if (/Target\s*=\s*["'][^"']*(?:\.\.[\\/]){3}/u.test(relation)) throw new ImportRefused({ key: 'pathOutside' });
  }
}

/** A named range is spread cell by cell when the sheet is opened, so a whole sheet's worth would never end. */
function checkNamedRanges(xml: string): void {
  let cells = 0;
  for (const [, from = '', first = '', to = '', last = ''] of xml.matchAll(
    /\$([A-Z]{1,4})\$(\d+):\$([A-Z]{1,4})\$(\d+)/gu,
  ))
    cells += (columnNumber(to) - columnNumber(from) + 1) * (Number(last) - Number(first) + 1);
  if (cells > importLimits.namedCells) throw new ImportRefused({ key: 'hugeArea' });
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A shared string may be cut into runs, so it is measured as a whole. */
function checkTextLength(xml: string, tag: string): void {
  let from = 0;
  for (;;) {
    const end = xml.indexOf(`</${tag}>`, from);
    if (end < 0) return;
    const texts = xml.slice(from, end).replace(/<[^>]*>/gu, '');
    if (texts.length > importLimits.cellLength) throw hugeCell();
    from = end + tag.length + 3;
  }
}

function checkShape(xml: string): void {
  let depth = 0;
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (open < 0) return;
    if (open - at > importLimits.cellLength) throw hugeCell();
    const close = xml.indexOf('>', open);
    if (close < 0) throw new ImportRefused({ key: 'xmlCut' });
    if (close - open > importLimits.cellLength) throw hugeCell();
    const second = xml[open + 1];
    if (second === '/') depth -= 1;
    else if (second !== '?' && second !== '!' && xml[close - 1] !== '/') depth += 1;
    if (depth > importLimits.xmlDepth) throw new ImportRefused({ key: 'tooDeep' });
    at = close + 1;
  }
}

const hugeCell = () => new ImportRefused({ key: 'hugeText', limit: importLimits.cellLength });

import { documentParts, type HostilePart, hostileZip, outsideRelation, workbookParts } from './hostile-archive.ts';

export interface HostileFile {
  what: string;
  name: string;
  bytes: Uint8Array | string;
}

const xlsx = (what: string, parts: readonly HostilePart[]): HostileFile => ({
  what,
  name: 'a.xlsx',
  bytes: hostileZip(parts),
});
const docx = (what: string, parts: readonly HostilePart[]): HostileFile => ({
  what,
  name: 'a.docx',
  bytes: hostileZip(parts),
});
const text = (what: string, name: string, bytes: Uint8Array | string): HostileFile => ({ what, name, bytes });
const both = (what: string, ...extra: HostilePart[]): HostileFile[] => [
  xlsx(`${what} (sheet)`, [...workbookParts(), ...extra]),
  docx(`${what} (document)`, [...documentParts(), ...extra]),
];

const sheetOf = (data: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;
const inline = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADINGS = `<row r="1">${inline('A1', '标题')}${inline('B1', '标准')}</row>`;
const bodyOf = (data: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${data}</w:body></w:document>`;
const LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
const OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const named = (range: string) =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="x">a!${range}</definedName></definedNames></workbook>`;

/** Files that must not be taken: made here, so that nothing dangerous lies in the tree. */
export function hostileFiles(): HostileFile[] {
  return [
    ...both('a bomb of zeros', { name: 'xl/media/z.bin', data: Buffer.alloc(60_000_000) }),
    ...both('a bomb that claims to be small', { name: 'z.xml', data: Buffer.alloc(60_000_000, 32), claimedSize: 100 }),
    ...both(
      'a bomb in pieces',
      ...['1', '2', '3', '4'].map((n) => ({ name: `z${n}.xml`, data: Buffer.alloc(14_000_000, 32) })),
    ),
    ...both('a claimed size of four gigabytes', { name: 'z.xml', data: 'x', claimedSize: 0xfffffff0 }),
    ...both('three thousand parts', ...Array.from({ length: 3_000 }, (_, n) => ({ name: `p${n}.xml`, data: '<a/>' }))),
    ...both('a name that climbs', { name: '../../../../tmp/escaped.xml', data: '<a/>' }),
    ...both('a name that climbs inside', { name: 'xl/../../escaped.xml', data: '<a/>' }),
    ...both('an absolute name', { name: '/tmp/escaped.xml', data: '<a/>' }),
    ...both('a Windows name', { name: 'C:\\Windows\\escaped.xml', data: '<a/>' }),
    ...both('a name with backslashes', { name: '..\\..\\escaped.xml', data: '<a/>' }),
    ...both('a name with a NUL', { name: 'x\0.xml', data: '<a/>' }),
    ...both('a symbolic link', { name: 'link', data: '/etc/passwd', attributes: (0o120777 << 16) >>> 0 }),
    ...both('the same part twice', { name: '[Content_Types].xml', data: '<a/>' }),
    ...both('a locked part', { name: 'z.xml', data: '<a/>', flags: 0x801 }),
    ...both('a method nobody knows', { name: 'z.xml', data: '<a/>', method: 99 }),
    ...both('a macro project', { name: 'xl/vbaProject.bin', data: 'x' }),
    ...both('an embedded program', { name: 'xl/embeddings/oleObject1.bin', data: 'x' }),
    ...both('a control', { name: 'xl/activeX/activeX1.xml', data: '<a/>' }),
    ...both('entities that multiply', { name: 'docProps/app.xml', data: `${LAUGHS}<x>&c;</x>` }),
    ...both('an entity that reads a file', { name: 'docProps/core.xml', data: `${OUTSIDE}<x>&a;</x>` }),
    ...both('another encoding', { name: 'docProps/app.xml', data: Buffer.from('\ufeff<x/>', 'utf16le') }),
    ...both('an encoding that hides', { name: 'docProps/app.xml', data: '<?xml version="1.0" encoding="utf-7"?><x/>' }),
    ...both('XML that goes deep', { name: 'docProps/app.xml', data: '<a>'.repeat(50_000) }),
    xlsx('a link to another workbook', [
      ...workbookParts(),
      { name: 'xl/externalLinks/externalLink1.xml', data: '<a/>' },
    ]),
    xlsx('a data connection', [...workbookParts(), { name: 'xl/connections.xml', data: '<a/>' }]),
    xlsx('old macros', [...workbookParts(), { name: 'xl/macrosheets/sheet1.xml', data: '<a/>' }]),
    xlsx(
      'entities in the sheet',
      workbookParts({ 'xl/worksheets/sheet1.xml': `${LAUGHS}${sheetOf(inline('A1', '&c;'))}` }),
    ),
    xlsx(
      'a cell of a megabyte',
      workbookParts({ 'xl/worksheets/sheet1.xml': sheetOf(`<row r="1">${inline('A1', '好'.repeat(350_000))}</row>`) }),
    ),
    xlsx(
      'a shared text in a thousand runs',
      workbookParts({
        'xl/sharedStrings.xml': `<sst><si>${'<r><t>好好好好好好好好好好</t></r>'.repeat(5_000)}</si></sst>`,
      }),
    ),
    xlsx('a name for every cell there is', workbookParts({ 'xl/workbook.xml': named('$A$1:$XFD$1048576') })),
    xlsx(
      'thirty thousand rows',
      workbookParts({
        'xl/worksheets/sheet1.xml': sheetOf(
          HEADINGS +
            Array.from({ length: 30_000 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}"><v>1</v></c></row>`).join(''),
        ),
      }),
    ),
    xlsx(
      'a thousand columns',
      workbookParts({ 'xl/worksheets/sheet1.xml': sheetOf(`<row r="1">${'<c><v>1</v></c>'.repeat(1_000)}</row>`) }),
    ),
    xlsx('a workbook cut short', workbookParts({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' })),
    docx('a template from outside', [
      ...documentParts(),
      {
        name: 'word/_rels/settings.xml.rels',
        data: outsideRelation('attachedTemplate', 'http://example.invalid/t.dotm'),
      },
    ]),
    docx('a picture from outside', [
      ...documentParts(),
      { name: 'word/_rels/document.xml.rels', data: outsideRelation('image', '\\\\example.invalid\\share\\a.png') },
    ]),
    docx('tables in tables', documentParts({ 'word/document.xml': bodyOf('<w:tbl><w:tr><w:tc>'.repeat(2_000)) })),
    docx(
      'a paragraph of a megabyte',
      documentParts({ 'word/document.xml': bodyOf(`<w:p><w:r><w:t>${'好'.repeat(350_000)}</w:t></w:r></w:p>`) }),
    ),
    docx('a workbook by another name', workbookParts()),
    xlsx('a document by another name', documentParts()),
    text('a program as a sheet', 'a.xlsx', Buffer.from('4d5a90000300000004000000', 'hex')),
    text('an old workbook', 'a.xlsx', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')),
    text('a zip as text', 'a.csv', hostileZip(workbookParts())),
    text('half a zip', 'a.docx', hostileZip(documentParts()).subarray(0, 300)),
    text('a PDF as text', 'a.csv', '%PDF-1.7 x'),
    text('a script', 'a.js', 'process.exit()'),
    text('a macro workbook by its name', 'a.xlsm', hostileZip(workbookParts())),
    text('nothing at all', 'a.csv', ''),
    text('NUL bytes', 'a.csv', '标题,标准\n好\0的,您好。\n'),
    text('bytes of no encoding', 'a.csv', Buffer.from([0x81, 0x20, 0xff, 0xff, 0x80])),
    text('UTF-16', 'a.csv', Buffer.from('\ufeff标题,标准\n', 'utf16le')),
    text('a quote that never closes', 'a.csv', `标题,标准\n"${'好,'.repeat(10_000)}`),
    text('a huge cell', 'a.csv', `标题,标准\n${'好'.repeat(40_000)},您好。\n`),
    text('a thousand columns in text', 'a.csv', `标题,标准${',x'.repeat(1_000)}\n`),
    text('thirty thousand rows in text', 'a.csv', `标题,标准\n${'好,您好。\n'.repeat(30_000)}`),
    text('nine megabytes', 'a.csv', `标题,标准\n${'好的,您好。\n'.repeat(600_000)}`),
    text('text without headings', 'a.csv', '一,二\n三,四\n'),
    text(
      'aliases that multiply',
      'a.yaml',
      'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nkind: line\nentries: [*c]\n',
    ),
    text('brackets that go deep', 'a.yaml', `kind: line\nentries: ${'['.repeat(20_000)}`),
    text('maps that go deep', 'a.yaml', `kind: line\nentries: ${'{a: '.repeat(5_000)}`),
    text('dashes that go deep', 'a.yaml', `kind: line\nentries:\n  ${'- '.repeat(5_000)}x\n`),
    text('indents that go deep', 'a.yaml', Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')),
    text('a key that reaches the prototype', 'a.yaml', 'kind: line\nentries:\n  - __proto__: { polluted: true }\n'),
    text('a tag that runs code', 'a.yaml', 'kind: line\nentries:\n  - !!js/function "function () {}"\n'),
    text('a line of a megabyte', 'a.yaml', `kind: line\nentries: ["${'好'.repeat(350_000)}"]\n`),
    text('broken YAML', 'a.yaml', 'kind: [line\nentries: }\n'),
    text('YAML that is something else', 'a.yaml', 'version: 1\nservices: {}\n'),
  ];
}

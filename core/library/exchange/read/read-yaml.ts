import { isMap, isNode, isSeq, LineCounter, parseAllDocuments, visit } from 'yaml';
import type { Variable } from '#contract/library/line.ts';
import { completeAuthored } from '../complete-authored.ts';
import { decodedText } from './decoded-text.ts';
import { ImportRefused, importLimits } from './import-limits.ts';
import type { AuthoredRecord, ReadFile } from './import-record.ts';

/** Reads entry files as the library keeps them; one file may hold several, divided by `---`. */
export function readYaml(bytes: Uint8Array, shared: readonly Variable[]): ReadFile {
  const { text } = decodedText(bytes);
  checkDepth(text);
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, merge: false, schema: 'core' });
  const records: AuthoredRecord[] = [];
  for (const document of Array.isArray(documents) ? documents : []) {
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem) throw new ImportRefused({ key: 'yamlFault', row: Math.max(1, lines.linePos(problem.pos[0]).line) });
    visit(document, {
      Alias: () => {
        throw new ImportRefused({ key: 'alias' });
      },
      Pair: (_, pair) => {
        if (isNode(pair.key) && ['__proto__', 'constructor', 'prototype'].includes(String(pair.key)))
          throw new ImportRefused({ key: 'yamlKey' });
      },
    });
    const entries = isMap(document.contents) ? document.contents.get('entries', true) : null;
    const file: unknown = document.toJS({ maxAliasCount: 0 });
    if (!isSeq(entries) || !isEntryFile(file)) continue;
    entries.items.forEach((node, index) => {
      const row = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
      const authored = asRecord(file.entries[index]);
      records.push({
        at: { sheet: null, row },
        authored: completeAuthored(file.kind, asRecord(file.defaults), authored, shared),
      });
    });
  }
  if (records.length > importLimits.rows) throw new ImportRefused({ key: 'tooManyEntries', limit: importLimits.rows });
  if (records.length === 0) throw new ImportRefused({ key: 'noEntries' });
  return { records, unknownColumns: [], notes: [] };
}

/** The parser descends by recursion, so depth is bounded before it starts. */
function checkDepth(text: string): void {
  let brackets = 0;
  const refuse = () => new ImportRefused({ key: 'tooDeep' });
  for (const line of text.split('\n')) {
    if (line.length > importLimits.cellLength)
      throw new ImportRefused({ key: 'hugeText', limit: importLimits.cellLength });
    const indent = line.search(/\S/u);
    if (indent > importLimits.yamlDepth * 2 || /^\s*(?:[-?:] +){20}/u.test(line)) throw refuse();
    for (const character of line) {
      if (character === '[' || character === '{') brackets += 1;
      else if ((character === ']' || character === '}') && brackets > 0) brackets -= 1;
      if (brackets > importLimits.yamlDepth) throw refuse();
    }
  }
}

function isEntryFile(file: unknown): file is { kind: string; defaults?: unknown; entries: unknown[] } {
  return (
    typeof file === 'object' &&
    file !== null &&
    'kind' in file &&
    typeof file.kind === 'string' &&
    'entries' in file &&
    Array.isArray(file.entries)
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

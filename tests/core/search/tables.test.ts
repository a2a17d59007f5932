import { readFileSync, writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';
import { polyphonic } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';

// The tables are made from pinyin-pro and opencc-js once, so that the running app loads neither dictionary to index or to answer.
// After an update of either library: COUNTERPART_WRITE_TABLES=1 npx vitest run tests/core/search/tables.test.ts
const writeTables = process.env['COUNTERPART_WRITE_TABLES'] === '1';
const readingTable = new URL('../../../core/search/reading-table.ts', import.meta.url);
const traditionalTable = new URL('../../../core/search/traditional-table.ts', import.meta.url);

function chunkLines(text: string): string {
  const characters = [...text];
  const lines: string[] = [];
  for (let i = 0; i < characters.length; i += 380) lines.push(`  '${characters.slice(i, i + 380).join('')}',`);
  return lines.join('\n');
}

function makeReadingTable(): string {
  const primary = new Map<string, string>();
  const secondary = new Map<string, string>();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const hanzi = String.fromCharCode(code);
    const readings = polyphonic(hanzi, { type: 'array', toneType: 'none', v: true })[0] ?? [];
    const plain = [...new Set(readings.map((reading) => reading.replace('ê', 'e')))].filter((r) =>
      /^[a-z]*[aeiouv][a-z]*$/.test(r),
    );
    plain.forEach((reading, rank) => {
      const table = rank === 0 ? primary : secondary;
      table.set(reading, (table.get(reading) ?? '') + hanzi);
    });
  }
  const syllables = [...new Set([...primary.keys(), ...secondary.keys()])].sort();
  const text = syllables.map((s) => `${s}${primary.get(s) ?? ''}/${secondary.get(s) ?? ''};`).join('');
  return `// Made from pinyin-pro by tests/core/search/tables.test.ts. A syllable, the hanzi first read so, a slash, those also read so.
export const READING_TABLE: string = [
${chunkLines(text)}
].join('');
`;
}

function makeTraditionalTable(): string {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const hanzi = String.fromCharCode(code);
    const simplified = toSimplified(hanzi);
    if (simplified !== hanzi && simplified.length === 1) pairs += hanzi + simplified;
  }
  return `// Made from opencc-js by tests/core/search/tables.test.ts. Pairs: a traditional character, then its simplified one.
export const TRADITIONAL_TABLE: string = [
${chunkLines(pairs)}
].join('');
`;
}

describe('the tables made from the dictionaries', () => {
  it.each([
    ['readings', readingTable, makeReadingTable],
    ['traditional characters', traditionalTable, makeTraditionalTable],
  ] as const)('hold today what the library says about %s', (_name, file, make) => {
    const made = make();
    if (writeTables) writeFileSync(file, made);
    expect(readFileSync(file, 'utf8') === made).toBe(true);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SynonymGroup } from '#core/search/synonyms.ts';
import type { BenchRow } from './bench-row.ts';
import { searchRows } from './search/bars.ts';
import { makeCorpus } from './search/corpus.ts';
import { ENGINES } from './search/engines/all-engines.ts';
import { type ClassFigures, figuresOf } from './search/figures.ts';
import { type EngineReport, measureEngine } from './search/measure-engine.ts';
import { printFigures, printRows } from './search/print-figures.ts';
import { makeQueries } from './search/queries.ts';
import { TEST_SENTENCES, TUNING_SENTENCES } from './search/sentence-files.ts';

const BUDGET_MS = 60_000;
/** Weights were chosen on one seed and its own sentences, figures are told of another. */
const SEEDS = { test: 20_261, tuning: 77 };
const PER_CLASS = 120;

interface SearchBench {
  rows: BenchRow[];
  figures: { size: number; rows: ClassFigures[] }[];
}

/** Makes a corpus of each size and measures the engines on it, each in its own process. */
export async function benchSearch(
  sizes: readonly number[],
  engines: readonly string[] = Object.keys(ENGINES),
  set: keyof typeof SEEDS = 'test',
): Promise<SearchBench> {
  const result: SearchBench = { rows: [], figures: [] };
  for (const size of sizes) {
    const corpus = makeCorpus(size, SEEDS[set], set === 'test' ? TEST_SENTENCES : TUNING_SENTENCES);
    const synonyms = corpus.matters
      .filter((m) => m.shipped)
      .map(({ name, colloquial }) => ({ term: name, colloquial }));
    const queries = makeQueries(corpus, SEEDS[set], PER_CLASS);
    const reports = await inFiles([corpus.entries, queries], (entriesFile, queriesFile) =>
      measureAll(engines, entriesFile, queriesFile, synonyms),
    );
    const figures = reports.flatMap(figuresOf);
    result.figures.push({ size: corpus.entries.length, rows: figures });
    result.rows.push(...searchRows(size, reports, figures));
  }
  return result;
}

async function measureAll(
  engines: readonly string[],
  entriesFile: string,
  queriesFile: string,
  synonyms: SynonymGroup[],
): Promise<EngineReport[]> {
  const reports: EngineReport[] = [];
  for (const engine of engines) {
    const report = await measureEngine({ engine, entriesFile, queriesFile, synonyms, budgetMs: BUDGET_MS });
    console.log(`${engine}: ${report.measured.length} of ${report.queries} queries`);
    reports.push(report);
  }
  return reports;
}

async function inFiles<T>(lists: readonly unknown[][], use: (...files: [string, string]) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
  try {
    const files = lists.map((list, i) => {
      const file = join(folder, `${i}.jsonl`);
      writeFileSync(file, list.map((item) => JSON.stringify(item)).join('\n'));
      return file;
    });
    return await use(files[0] as string, files[1] as string);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures on entries and queries from outside: one JSON object a line, {id,title,body,keywords[]} and {query,targets[],class}. */
async function benchOutside(
  corpus: string,
  queries: string,
  synonymsFile: string | undefined,
  engines: readonly string[],
) {
  const synonyms = synonymsFile === undefined ? [] : (JSON.parse(readFileSync(synonymsFile, 'utf8')) as SynonymGroup[]);
  const size = readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '').length;
  const reports = await measureAll(engines, corpus, queries, synonyms);
  return { size, rows: reports.flatMap(figuresOf) };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '1000,10000,100000' },
      engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
      set: { type: 'string', default: 'test' },
      json: { type: 'string' },
      corpus: { type: 'string' },
      queries: { type: 'string' },
      synonyms: { type: 'string' },
    },
    allowPositionals: true,
  });
  const engines = values.engines.split(',');
  let written: unknown;
  if (values.corpus !== undefined && values.queries !== undefined) {
    const outside = await benchOutside(values.corpus, values.queries, values.synonyms, engines);
    printFigures(outside.rows);
    written = outside;
  } else {
    const result = await benchSearch(
      values.size.split(',').map(Number),
      engines,
      values.set === 'tuning' ? 'tuning' : 'test',
    );
    for (const { size, rows } of result.figures) {
      console.log(`\n${size} entries`);
      printFigures(rows);
    }
    printRows(result.rows);
    written = result.figures.length === 1 ? result.figures[0] : result.figures;
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(written, null, 2)}\n`);
}

import { readFileSync } from 'node:fs';
import type { BenchEntry } from './bench-entry.ts';
import { ENGINES } from './engines/all-engines.ts';
import type { BenchEngine, FoundEntry } from './engines/engine.ts';
import type { EngineReport, Measured, MeasureOrder } from './measure-engine.ts';
import type { BenchQuery } from './queries.ts';

const LIMIT = 20;
const WARM_UP_QUERIES = 400;
const WARM_UP_MS = 3_000;
const QUICK_MS = 50;

process.once('message', (order: MeasureOrder) => {
  measure(order).then(
    (report) => process.send?.(report, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function measure(order: MeasureOrder): Promise<EngineReport> {
  const make = await ENGINES[order.engine]?.();
  if (make === undefined) throw new Error(`There is no engine called ${order.engine}.`);
  const entries = readLines<BenchEntry>(order.entriesFile);
  const queries = readLines<BenchQuery>(order.queriesFile);
  const before = memory();
  const startedAt = performance.now();
  const engine = make({ entries, synonyms: order.synonyms });
  const buildMs = performance.now() - startedAt;
  const memoryMb = (memory() - before) / 1e6;
  warmUp(engine, queries, order.budgetMs);
  const measured: Measured[] = [];
  const endAt = performance.now() + order.budgetMs;
  for (const query of inTurns(queries)) {
    if (performance.now() > endAt) break;
    measured.push(run(engine, query));
  }
  return { engine: order.engine, queries: queries.length, measured, buildMs, memoryMb, extra: engine.extra?.() ?? {} };
}

/** Quick queries are asked five times and the best time counts, for every engine: on a busy machine a single one may just have waited. */
function run(engine: BenchEngine, query: BenchQuery): Measured {
  const times: number[] = [];
  let found: FoundEntry[] = [];
  do {
    const startedAt = performance.now();
    found = engine.find(query.query, LIMIT);
    times.push(performance.now() - startedAt);
  } while (times.length < 5 && (times[0] as number) < QUICK_MS);
  const targets = new Set(query.targets);
  return {
    class: query.class,
    rank: found.findIndex(({ id }) => targets.has(id)) + 1,
    ms: Math.min(...times),
    plain: found.filter(({ near }) => !near).length,
  };
}

/** A running app has answered before; slow engines get no more than a twentieth of their time for it. */
function warmUp(engine: BenchEngine, queries: readonly BenchQuery[], budgetMs: number): void {
  const endAt = performance.now() + Math.min(WARM_UP_MS, budgetMs / 20);
  for (let i = 0; i < WARM_UP_QUERIES && performance.now() < endAt; i++) {
    const query = queries[(i * 7) % queries.length];
    if (query !== undefined) engine.find(query.query, LIMIT);
  }
}

/** One of every class in turn, so that an engine that is stopped early has done some of each. */
function inTurns(queries: readonly BenchQuery[]): BenchQuery[] {
  const seen = new Map<string, number>();
  const ordered = queries.map((query) => {
    const turn = seen.get(query.class) ?? 0;
    seen.set(query.class, turn + 1);
    return { query, turn };
  });
  return ordered.sort((a, b) => a.turn - b.turn).map(({ query }) => query);
}

function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

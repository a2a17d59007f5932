import { fork } from 'node:child_process';
import type { SynonymGroup } from '#core/search/synonyms.ts';
import type { BenchQuery } from './queries.ts';

/** What the measuring process is told. The files hold one JSON object a line. */
export interface MeasureOrder {
  engine: string;
  entriesFile: string;
  queriesFile: string;
  synonyms: SynonymGroup[];
  budgetMs: number;
}

/** One query as it went. */
export interface Measured {
  class: BenchQuery['class'];
  /** Place of the first target among the found, 0 if it is not among them. */
  rank: number;
  ms: number;
  /** How many were found that the engine does not itself call near. */
  plain: number;
}

export interface EngineReport {
  engine: string;
  queries: number;
  measured: Measured[];
  buildMs: number;
  memoryMb: number;
  extra: Record<string, number>;
}

/** With building and warming up an engine gets so many times its budget; then it is given up. */
const PATIENCE = 3;

/**
 * Measures one engine in a process of its own. An engine that is not ready in time reports no queries; rejects if its
 * process ends by itself without a report.
 */
export function measureEngine(order: MeasureOrder): Promise<EngineReport> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./measure-child.ts', import.meta.url), {
      execArgv: ['--expose-gc', '--max-old-space-size=6144', '--disable-warning=ExperimentalWarning'],
    });
    const patience = setTimeout(() => {
      const waitedMs = order.budgetMs * PATIENCE;
      resolve({ engine: order.engine, queries: 0, measured: [], buildMs: waitedMs, memoryMb: 0, extra: {} });
      child.kill('SIGKILL');
    }, order.budgetMs * PATIENCE);
    child.once('message', (report) => resolve(report as EngineReport));
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(patience);
      reject(new Error(`${order.engine} ended with ${code} before it reported.`));
    });
    child.send(order);
  });
}

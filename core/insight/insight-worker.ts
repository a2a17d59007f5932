import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from '../db/open.ts';
import { createFieldSealer } from '../journal/field-sealer.ts';
import { type BehindFact, type BehindQuery, type FactBehind, factsBehind } from './behind-repo.ts';
import { withWords } from './failed-words.ts';
import { type RawFigures, type RawQuery, readFigures } from './raw-figures.ts';

/** What figures-in-worker.ts hands over at the start. */
export interface InsightWork {
  readonly file: string;
  readonly dataKey: Uint8Array;
}

export type InsightAsked = { readonly id: number } & (
  | { readonly ask: 'figures'; readonly query: RawQuery }
  | { readonly ask: 'behind'; readonly what: FactBehind; readonly query: BehindQuery }
);
export type InsightAnswer = { readonly id: number } & (
  | { readonly figures: RawFigures }
  | { readonly facts: readonly BehindFact[] }
  | { readonly failed: string }
);

if (parentPort !== null) {
  const port = parentPort;
  const { file, dataKey } = workerData as InsightWork;
  const db = openForReading(file);
  const seal = createFieldSealer(dataKey);
  port.on('message', (asked: InsightAsked) => {
    const answer = (): InsightAnswer => {
      if (asked.ask === 'figures') return { id: asked.id, figures: readFigures(db, seal, asked.query) };
      const facts = factsBehind(db, asked.what, asked.query);
      return { id: asked.id, facts: asked.what === 'failed' ? withWords(db, seal, facts) : facts };
    };
    try {
      port.postMessage(answer());
    } catch (error) {
      port.postMessage({ id: asked.id, failed: error instanceof Error ? error.message : String(error) });
    }
  });
}

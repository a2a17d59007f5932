import { readFileSync } from 'node:fs';
import type { BenchEntry } from './bench-entry.ts';

export interface SentenceCase {
  text: string;
  target: string;
}

export const TEST_SENTENCES = ['bank', 'fintech', 'metro', 'motorway', 'property', 'telecom'] as const;
export const TUNING_SENTENCES = ['tuning'] as const;

/** Reads written entries ("# title | keywords | body") with what customers say about them ("- sentence"). */
export function readSentences(files: readonly string[]): { entries: BenchEntry[]; cases: SentenceCase[] } {
  const entries: BenchEntry[] = [];
  const cases: SentenceCase[] = [];
  for (const file of files) {
    const lines = readFileSync(new URL(`./sentences/${file}.txt`, import.meta.url), 'utf8').split('\n');
    for (const line of lines) {
      const last = entries.at(-1);
      if (line.startsWith('# ')) {
        const [title = '', keywords = '', body = ''] = line.slice(2).split(' | ');
        entries.push({ id: `${file}-${entries.length}`, title, body, keywords: keywords.split(' ') });
      } else if (line.startsWith('- ') && last !== undefined) cases.push({ text: line.slice(2), target: last.id });
    }
  }
  return { entries, cases };
}

/** Which share of the pairs of hanzi in a sentence stand in the entry, too. */
export function pairsInCommon(sentence: string, entry: BenchEntry): number {
  const pairs = pairsOf(sentence);
  const there = pairsOf([entry.title, entry.body, ...entry.keywords].join('\n'));
  return pairs.size === 0 ? 0 : [...pairs].filter((pair) => there.has(pair)).length / pairs.size;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
  }
  return pairs;
}

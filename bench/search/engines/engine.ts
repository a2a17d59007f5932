import type { SynonymGroup } from '#core/search/synonyms.ts';
import type { BenchEntry } from '../bench-entry.ts';

interface EngineSetting {
  entries: BenchEntry[];
  synonyms: SynonymGroup[];
}

/** A search engine under measurement: what it found for a text, best first. */
export interface BenchEngine {
  find(text: string, limit: number): FoundEntry[];
  /** Figures only our own engine has: bytes of a snapshot, milliseconds to be ready from it. */
  extra?(): Record<string, number>;
}

export interface FoundEntry {
  id: string;
  /** True if the engine itself says that it only comes near. */
  near: boolean;
}

/** Builds an engine; may be asynchronous where the library is. */
export type EngineMaker = (setting: EngineSetting) => BenchEngine;

export function headAndBody(entry: BenchEntry): string {
  return [entry.title, ...entry.keywords, entry.body].join('\n');
}

/** Single symbols and pairs of neighbours, as one cuts Chinese for an engine that only knows words. */
export function singlesAndPairs(text: string): string[] {
  const cut: string[] = [];
  for (const run of text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) {
      cut.push(run);
      continue;
    }
    for (let i = 0; i < run.length; i++) {
      cut.push(run.slice(i, i + 1));
      if (i + 1 < run.length) cut.push(run.slice(i, i + 2));
    }
  }
  return cut;
}

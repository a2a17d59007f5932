import type { MatchHow } from '#contract/search.ts';
import { literalCandidates, readingCandidates } from './head-candidates.ts';
import { bestHeadPlace, howOf } from './head-place.ts';
import type { HitList } from './hits.ts';
import { readingsOfWord, type WordReading } from './readings-of-word.ts';
import type { SearchScope } from './search-scope.ts';
import type { Segment } from './segment.ts';
import type { WordPattern } from './word-pattern.ts';

/** A word with the ways it can be read, worked out once per search. */
export interface ReadWord {
  pattern: WordPattern;
  readings: WordReading[];
}

export function readWord(pattern: WordPattern): ReadWord {
  return { pattern, readings: readingsOfWord(pattern) };
}

/** Pinyin, initials and mixtures of words: how bad the worst of them is decides. */
const WORSE: MatchHow[] = ['exact', 'pinyin', 'mixed', 'initials'];

/**
 * Adds the documents whose head holds every word, however typed. First only the most explicit readings are tried;
 * `everyReading` tries the rest.
 */
export function searchHeads(
  words: readonly ReadWord[],
  scope: SearchScope,
  hits: HitList,
  everyReading: boolean,
): void {
  const patterns = words.map((word) => word.pattern);
  for (const segment of scope.segments) {
    for (const d of headCandidates(words, segment, scope, everyReading)) {
      if (!scope.accepts(segment, d) || hits.has(segment, d)) continue;
      let lowest = Number.POSITIVE_INFINITY;
      let sum = 0;
      let how: MatchHow | undefined;
      for (const pattern of patterns) {
        const place = bestHeadPlace(pattern, segment.data, d);
        if (place === undefined) {
          lowest = 0;
          break;
        }
        const here = howOf(place.ways);
        how = how === undefined || how === here ? here : WORSE.indexOf(how) + WORSE.indexOf(here) > 0 ? 'mixed' : how;
        lowest = Math.min(lowest, place.score);
        sum += place.score;
      }
      if (lowest === 0 || how === undefined) continue;
      hits.add(segment, d, {
        document: segment.documents[d] as Segment['documents'][number],
        score: lowest * 0.7 + (sum / patterns.length) * 0.3 + scope.bonus(segment, d),
        reason: { how },
        near: false,
        words: patterns,
      });
    }
  }
}

function headCandidates(
  words: readonly ReadWord[],
  segment: Segment,
  scope: SearchScope,
  everyReading: boolean,
): number[] {
  let list: number[] | undefined;
  for (const word of words) {
    const own = wordCandidates(word, segment, scope, everyReading);
    list = list === undefined ? own : scope.scratch.both(list, own, []);
    if (list.length === 0) break;
  }
  return list ?? [];
}

function wordCandidates(word: ReadWord, segment: Segment, scope: SearchScope, everyReading: boolean): number[] {
  const { data } = segment;
  const list = literalCandidates(word.pattern, data, scope.scratch);
  const cheapest = word.readings[0]?.cost ?? 0;
  for (const reading of word.readings) {
    if (!everyReading && reading.cost > cheapest) break;
    scope.scratch.merge(list, readingCandidates(reading, data, scope.scratch, false));
    if (everyReading) scope.scratch.merge(list, readingCandidates(reading, data, scope.scratch, true));
  }
  return list;
}

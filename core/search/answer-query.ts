import type { SearchInput } from '#contract/search.ts';
import { searchBodies } from './body-search.ts';
import { searchCorrected } from './correction-search.ts';
import { type ReadWord, readEveryWay, readInSteps, searchHeads } from './head-search.ts';
import { HitList } from './hits.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import type { PostingScratch } from './posting-scratch.ts';
import { type SearchScope, searchScope } from './search-scope.ts';
import type { Segment } from './segment.ts';
import { searchSentence } from './sentence-search.ts';
import { searchSplit } from './split-search.ts';
import type { StopPhrases } from './stop-phrases.ts';
import { searchSynonyms } from './synonym-search.ts';
import type { SynonymTable } from './synonyms.ts';
import { inMainlandWords } from './taiwan-phrases.ts';

export interface QuerySetting {
  synonyms: SynonymTable;
  stop: StopPhrases;
}

interface Answer {
  hits: HitList;
  traditional: boolean;
  interpretation?: string;
}

const FEW = 5;
/** A shorter word has too many neighbours to offer them beside what was found. */
const TELLING_LENGTH = 3;
const LIMIT_DEFAULT = 20;

/** Finds the entries for a query: plain readings first, and what costs more only while little was found. */
export function answerQuery(
  input: SearchInput,
  segments: readonly Segment[],
  scratch: PostingScratch,
  setting: QuerySetting,
  usage: ((id: string) => number) | undefined,
): Answer {
  const typed = parseQuery(input.text);
  const hits = new HitList(segments);
  const answer: Answer = { hits, traditional: typed.traditional };
  if (typed.words.length === 0) return answer;
  const scope = searchScope(segments, scratch, input, usage);
  const limit = input.limit ?? LIMIT_DEFAULT;
  let inHeads = searchPlainly(typed, setting, scope, hits, limit);
  const mainland = typed.traditional ? parseQuery(inMainlandWords(input.text) ?? '') : typed;
  if (mainland.text !== typed.text) {
    const before = hits.size;
    inHeads = searchPlainly(mainland, setting, scope, hits, limit) || inHeads;
    if (before === 0 && hits.size > 0) answer.interpretation = mainland.text;
  }
  if (hits.size === 0 && !mainland.sentence) searchFurther(mainland, scope, answer, limit);
  // A slip of the finger may well stand somewhere: what was meant is then shown after it.
  else if (hits.size < FEW && !mainland.sentence) {
    const long = mainland.words.some((word) => word.symbols.length >= TELLING_LENGTH);
    if (!inHeads || long) searchCorrected(mainland.words, scope, hits, limit, inHeads);
  }
  if (hits.size === 0 || (mainland.sentence && hits.size < FEW)) {
    searchSentence(mainland.symbols, setting.synonyms, setting.stop, scope, hits, limit, !mainland.sentence);
  }
  return answer;
}

/** Adds what holds the words as they were typed, or by another name; true if a title or keyword does. */
function searchPlainly(
  query: ParsedQuery,
  setting: QuerySetting,
  scope: SearchScope,
  hits: HitList,
  limit: number,
): boolean {
  const steps = query.words.map(readInSteps);
  const found = hits.size;
  for (let step = 0; step < Math.max(...steps.map((s) => s.length)) && hits.size === found; step++) {
    searchHeads(
      steps.map((s) => s[Math.min(step, s.length - 1)] as ReadWord),
      scope,
      hits,
    );
  }
  if (hits.size === found && query.words.some((word) => word.hasLetters)) {
    searchHeads(query.words.map(readEveryWay), scope, hits);
  }
  if (!query.sentence) searchSynonyms(query.words, setting.synonyms, scope, hits);
  const inHeads = hits.size > found;
  if (hits.size < limit) searchBodies(query.words, scope, hits);
  return inHeads;
}

/** What is tried only when nothing was found: words without a space between them, then words meant but not typed. */
function searchFurther(query: ParsedQuery, scope: SearchScope, answer: Answer, limit: number): void {
  searchSplit(query.words, scope, answer.hits);
  const inTwo = answer.hits.size > 0;
  if (answer.hits.size < FEW) searchCorrected(query.words, scope, answer.hits, limit, inTwo);
  if (inTwo) return;
  const meant = answer.hits.best(1)[0]?.finding.reason.matched;
  if (meant !== undefined) answer.interpretation = meant;
}

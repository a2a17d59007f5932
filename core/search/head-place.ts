import type { MatchHow } from '#contract/search.ts';
import type { SegmentData } from './segment-data.ts';
import { COLLOQUIAL_SEPARATOR } from './symbols.ts';
import { INITIAL, LITERAL, type Match, matchAt, mayBegin, SYLLABLE, type WordPattern } from './word-pattern.ts';

/** Scores of the ways to match. The gaps are wider than all that is added below and in ranking: no way overtakes a better one. */
export const WAY_SCORES = { exact: 2_000, pinyin: 1_600, mixed: 1_400, initials: 1_200 } as const;
/** Further above a title that only begins so than stage, use, preference and freshness together can lift one. */
const WHOLE_TITLE = 200;
/** Initials of a whole title are hardly typed by chance. */
const WHOLE_TITLE_INITIALS = 250;
const WHOLE_TITLE_INITIALS_LENGTH = 4;
const TITLE_BEGINS = 85;
const IN_TITLE = 60;
const WHOLE_KEYWORD = 70;
const KEYWORD_BEGINS = 35;
const IN_KEYWORD = 20;
const COLLOQUIAL_LESS = 5;
const COVERAGE = 15;

/** Where in a head a word stands best. Overwritten by the next call. */
interface HeadPlace {
  score: number;
  ways: number;
  /** Number of the phrase, 0 being the title. */
  phrase: number;
  /** Where it begins and ends in the heads. */
  from: number;
  to: number;
}

const place: HeadPlace = { score: 0, ways: 0, phrase: 0, from: 0, to: 0 };

export function howOf(ways: number): MatchHow {
  if (ways === LITERAL) return 'exact';
  if (ways === SYLLABLE) return 'pinyin';
  return ways === INITIAL ? 'initials' : 'mixed';
}

function wayScore(ways: number): number {
  if (ways === LITERAL) return WAY_SCORES.exact;
  if (ways === SYLLABLE) return WAY_SCORES.pinyin;
  return ways === INITIAL ? WAY_SCORES.initials : WAY_SCORES.mixed;
}

/** The best place of a word in the head of document `d`, or undefined. */
export function bestHeadPlace(word: WordPattern, data: SegmentData, d: number): HeadPlace | undefined {
  const { head } = data;
  const end = data.headStarts[d + 1] as number;
  let phrase = 0;
  let phraseStart = data.headStarts[d] as number;
  let colloquial = false;
  place.score = 0;
  for (let i = phraseStart; i < end; i++) {
    const symbol = head[i] as number;
    if (symbol <= COLLOQUIAL_SEPARATOR) {
      // Hardly anything in the other phrases comes before a title that begins with the word, spelt out.
      if (phrase === 0 && place.score >= WAY_SCORES.pinyin + TITLE_BEGINS) break;
      phrase++;
      phraseStart = i + 1;
      colloquial = symbol === COLLOQUIAL_SEPARATOR;
      continue;
    }
    if (!mayBegin(word, symbol)) continue;
    const to = phraseEnd(head, i, end);
    const match = matchAt(word, head, i, to);
    if (match !== undefined) keepBest(match, i, phraseStart, to, phrase, colloquial);
  }
  return place.score > 0 ? place : undefined;
}

function phraseEnd(head: Uint16Array, from: number, end: number): number {
  let to = from;
  while (to < end && (head[to] as number) > COLLOQUIAL_SEPARATOR) to++;
  return to;
}

function keepBest(match: Match, i: number, from: number, to: number, phrase: number, colloquial: boolean): void {
  const whole = i === from && match.end === to;
  let score = wayScore(match.ways) - match.cost * 4;
  if (phrase === 0 && whole && match.ways === INITIAL && to - from >= WHOLE_TITLE_INITIALS_LENGTH) {
    score += WHOLE_TITLE_INITIALS;
  }
  if (phrase === 0) score += whole ? WHOLE_TITLE : i === from ? TITLE_BEGINS : IN_TITLE;
  else score += whole ? WHOLE_KEYWORD : i === from ? KEYWORD_BEGINS : IN_KEYWORD;
  if (colloquial) score -= COLLOQUIAL_LESS;
  score += (COVERAGE * (match.end - i)) / (to - from);
  if (score <= place.score) return;
  place.score = score;
  place.ways = match.ways;
  place.phrase = phrase;
  place.from = i;
  place.to = match.end;
}

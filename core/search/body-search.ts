import { CANDIDATES_MAX, literalCandidates } from './head-candidates.ts';
import { bestHeadPlace, WAY_SCORES } from './head-place.ts';
import type { Finding, HitList } from './hits.ts';
import { filterOf, type PostingFilter } from './posting-filter.ts';
import type { SearchDocument } from './search-document.ts';
import type { SearchScope } from './search-scope.ts';
import type { Segment } from './segment.ts';
import { foldText } from './symbols.ts';
import { gramKey } from './term-keys.ts';
import { LITERAL, type WordPattern } from './word-pattern.ts';

const BODY_SCORE = 800;
const HEAD_SHARE = 100;
const BODIES_READ_MAX = 400;

/** The folded body as a string; a break in the text is a NUL, which no word contains. */
function foldedBody(document: SearchDocument): string {
  const symbols: number[] = [];
  foldText(
    document.body,
    (symbol) => symbols.push(symbol),
    () => symbols.push(0),
  );
  let text = '';
  for (let i = 0; i < symbols.length; i += 4_096) text += String.fromCharCode(...symbols.slice(i, i + 4_096));
  return text;
}

/** Adds the documents that hold every word literally, at least one of them only in the wording. */
export function searchBodies(words: readonly WordPattern[], scope: SearchScope, hits: HitList): void {
  hits.beginPass();
  const finding: Finding = { reason: { how: 'exact' }, near: false, words, inBody: true };
  for (const [s, segment] of scope.segments.entries()) {
    let read = 0;
    for (const d of candidates(words, segment, scope)) {
      if (!scope.accepts(segment, d) || hits.has(s, d)) continue;
      if (++read > BODIES_READ_MAX) break;
      const inHead = wordsInHead(words, segment, d, segment.documents[d] as SearchDocument);
      if (inHead < 0) continue;
      hits.add(s, d, BODY_SCORE + (HEAD_SHARE * inHead) / words.length + scope.bonus(segment, d), finding);
    }
  }
}

/** How many words stand in the head, -1 if one stands nowhere. */
function wordsInHead(words: readonly WordPattern[], segment: Segment, d: number, document: SearchDocument): number {
  let inHead = 0;
  let body: string | undefined;
  for (const word of words) {
    const place = bestHeadPlace(word, segment.data, d);
    if (place !== undefined && place.ways === LITERAL && place.score >= WAY_SCORES.exact) inHead++;
    else if (word.symbols.length === 2 && words.length === 1) continue;
    else if (!document.body.includes(word.text)) {
      body ??= foldedBody(document);
      if (!body.includes(word.text)) return -1;
    }
  }
  return inHead;
}

function candidates(words: readonly WordPattern[], segment: Segment, scope: SearchScope): number[] {
  let list: number[] | undefined;
  for (const word of words) {
    const own = literalCandidates(word, segment.data, scope.scratch);
    scope.scratch.merge(own, bodyCandidates(word, segment, scope));
    list = list === undefined ? own : scope.scratch.both(list, own, []);
    if (list.length === 0) break;
  }
  return list ?? [];
}

function bodyCandidates(word: WordPattern, segment: Segment, scope: SearchScope): number[] {
  const filters: PostingFilter[] = [];
  for (let i = 0; i + 1 < word.symbols.length; i++) {
    const key = gramKey(word.symbols[i] as number, word.symbols[i + 1] as number);
    filters.push(filterOf(segment.data.bodyGrams, key));
  }
  return scope.scratch.intersect(filters, [], CANDIDATES_MAX);
}

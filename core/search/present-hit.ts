import type { MatchReason, SearchHit, TextRange } from '#contract/search.ts';
import type { Hit } from './hits.ts';
import { markLiterally, markPairs, markWords } from './marks.ts';

const EXCERPT_LENGTH = 64;
const LEAD = 16;

/** Lays a hit out for the desk: what to highlight, which part of the wording to show, and why it was found. */
export function presentHit(hit: Hit, typed: string, traditional: boolean): SearchHit {
  const { document } = hit;
  const titleMarks = marksOf(document.title, hit);
  const { excerpt, marks } = excerptOf(hit);
  return {
    entryId: document.id,
    title: document.title,
    titleMarks,
    excerpt,
    excerptMarks: marks,
    reason: reasonOf(hit, typed, traditional, titleMarks),
    near: hit.finding.near,
    ...(document.stage === undefined ? {} : { stage: document.stage }),
    kind: document.kind,
    packTitle: document.packTitle,
  };
}

function marksOf(text: string, { finding }: Hit): TextRange[] {
  return finding.pairs === undefined ? markWords(text, finding.words) : markPairs(text, finding.pairs);
}

function bodyMarksOf(text: string, { finding }: Hit): TextRange[] {
  if (finding.pairs !== undefined) return markPairs(text, finding.pairs);
  return markLiterally(text, finding.words, finding.inBody === true);
}

function reasonOf(hit: Hit, typed: string, traditional: boolean, titleMarks: readonly TextRange[]): MatchReason {
  const { how } = hit.finding.reason;
  if (how === 'synonym' || how === 'corrected' || how === 'sentence') return hit.finding.reason;
  const shown = titleMarks.map(([from, to]) => hit.document.title.slice(from, to)).join(' ') || keywordFor(hit);
  if (how === 'exact' && !traditional)
    return titleMarks.length > 0 || shown === undefined ? { how } : { how, matched: shown };
  return {
    how: how === 'exact' ? 'traditional' : how,
    typed: typed.trim(),
    ...(shown === undefined ? {} : { matched: shown }),
  };
}

/** The keyword that matched where the title did not. */
function keywordFor(hit: Hit): string | undefined {
  return [...hit.document.keywords, ...hit.document.colloquial].find((phrase) => marksOf(phrase, hit).length > 0);
}

function excerptOf(hit: Hit): { excerpt: string; marks: TextRange[] } {
  const body = hit.document.body.trimEnd();
  const marks = bodyMarksOf(body, hit);
  const at = densest(marks);
  let from = at === undefined ? 0 : Math.max(0, at - LEAD);
  if (body.length - from < EXCERPT_LENGTH) from = Math.max(0, body.length - EXCERPT_LENGTH);
  from = wholeCharacter(body, from);
  const to = wholeCharacter(body, Math.min(body.length, from + EXCERPT_LENGTH));
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    excerpt: before + body.slice(from, to).replace(/\s/g, ' ') + (to < body.length ? '…' : ''),
    marks: marks
      .filter(([start, end]) => end > from && start < to)
      .map(([start, end]): TextRange => [Math.max(start, from) + shift, Math.min(end, to) + shift]),
  };
}

/** The beginning of the stretch of EXCERPT_LENGTH that holds most of what is marked. */
function densest(marks: readonly TextRange[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (let i = 0; i < marks.length; i++) {
    const start = (marks[i] as TextRange)[0];
    let held = 0;
    for (let k = i; k < marks.length && (marks[k] as TextRange)[1] <= start + EXCERPT_LENGTH - LEAD; k++) {
      held += (marks[k] as TextRange)[1] - (marks[k] as TextRange)[0];
    }
    if (held <= most && best !== undefined) continue;
    most = held;
    best = start;
  }
  return best;
}

function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at;
}

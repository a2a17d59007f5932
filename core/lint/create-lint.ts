import AhoCorasick from 'modern-ahocorasick';
import type { Forbidden } from '#contract/library/forbidden.ts';
import type { LintFinding } from '#contract/lint.ts';
import { guardedPattern } from './pattern-guard.ts';
import { quotations } from './quotations.ts';
import { hasInnerMark, phraseKey, type Reading, type ReadText, readText } from './read-text.ts';
import { requiredWords } from './required-words.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';

export interface Lint {
  /** What must not be said like that, in text order, without overlaps. */
  check(text: string): LintFinding[];
  /** The same before overlaps are resolved; `read` is the text as `readText` reads it. */
  find(text: string, read: ReadText): LintFinding[];
}

/** What a word found in the text means: a phrase of a rule, words that excuse it, or a sign that a pattern may match. */
type Word =
  | { readonly use: 'phrase'; readonly rule: number; readonly overMarks: boolean }
  | { readonly use: 'allow'; readonly rule: number }
  | { readonly use: 'trigger'; readonly pattern: number };

interface PatternRule {
  readonly rule: number;
  readonly pattern: RegExp;
}

interface Place {
  readonly rule: number;
  readonly start: number;
  readonly end: number;
}

/** Compiles the rules once; throws PatternRefused on a pattern that could hang. `check` is pure and linear in the text. */
export function createLint(rules: readonly Forbidden[]): Lint {
  const words: { pattern: string; data: Word }[] = [];
  const patterns: PatternRule[] = [];
  const always: number[] = [];
  const add = (text: string, data: Word) => {
    const key = phraseKey(text);
    if (key !== '') words.push({ pattern: key, data });
    return key !== '';
  };
  for (const [rule, { matchers, allow }] of rules.entries()) {
    for (const phrase of allow) add(phrase, { use: 'allow', rule });
    for (const matcher of matchers) {
      if ('phrase' in matcher) {
        add(matcher.phrase, { use: 'phrase', rule, overMarks: hasInnerMark(matcher.phrase) });
        continue;
      }
      const index = patterns.push({ rule, pattern: guardedPattern(matcher.pattern) }) - 1;
      const triggers = requiredWords(matcher.pattern);
      const cued = triggers?.map((trigger) => add(trigger, { use: 'trigger', pattern: index }));
      if (!cued?.every(Boolean)) always.push(index);
    }
  }
  const dictionary = words.length === 0 ? null : new AhoCorasick<Word>(words);

  function find(text: string, read: ReadText): LintFinding[] {
    const places: Place[] = [];
    const allowed: Place[] = [];
    const due = new Set(always);
    for (const { start, end, data } of dictionary?.search(read.spoken.text, { strategy: 'all' }) ?? []) {
      if (!data) continue;
      if (data.use === 'trigger') due.add(data.pattern);
      else if (data.use === 'allow') allowed.push(placeOf(data.rule, read.spoken, start, end));
      else if (data.overMarks || !runsOverMark(read, start, end)) {
        places.push(placeOf(data.rule, read.spoken, start, end));
      }
    }
    for (const index of due) {
      const { rule, pattern } = patterns[index] as PatternRule;
      for (const match of read.spelt.text.matchAll(pattern)) {
        const [start, end] = withoutOuterMarks(match);
        if (start < end) places.push(placeOf(rule, read.spelt, start, end));
      }
    }
    if (places.length === 0) return [];
    const excused = quotations(text);
    return places
      .filter(({ rule, start, end }) => !allowed.some((a) => a.rule === rule && a.start <= start && end <= a.end))
      .filter(({ start, end }) => !excused.some((quote) => quote.start <= start && end <= quote.end))
      .map((place) => findingOf(rules[place.rule] as Forbidden, place, text));
  }

  return { find, check: (text) => resolveOverlaps(find(text, readText(text))) };
}

/** A pattern that names the marks around its words is found in the words. */
function withoutOuterMarks(match: RegExpExecArray): [start: number, end: number] {
  const [text] = match;
  const lead = text.length - text.replace(/^[^\p{L}\p{N}]+/u, '').length;
  return [match.index + lead, match.index + text.replace(/[^\p{L}\p{N}]+$/u, '').length];
}

function runsOverMark({ clauseMarks }: ReadText, start: number, end: number): boolean {
  return clauseMarks[start] !== clauseMarks[end - 1];
}

function placeOf(rule: number, { places }: Reading, start: number, end: number): Place {
  return { rule, start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 };
}

function findingOf(rule: Forbidden, { start, end }: Place, text: string): LintFinding {
  return {
    ruleId: rule.id,
    start,
    end,
    matched: text.slice(start, end),
    forbiddenClass: rule.class,
    severity: rule.severity,
    blocks: false,
    reason: rule.reason,
    rewording: rule.rewording,
  };
}

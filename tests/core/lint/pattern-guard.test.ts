import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { guardedPattern, PatternRefused } from '#core/lint/pattern-guard.ts';
import { requiredWords } from '#core/lint/required-words.ts';

describe('patterns that could hang the desk are refused', () => {
  test.each([
    '(a+)+b',
    '(?:.*.*)*x',
    '(a|a)*b',
    '(a|ab)+c',
    '(.)\\1',
    '(?<=a)b',
    '.*.*.*x',
    'a(',
    'a)',
    'x*',
    '[',
    '(',
  ])('%s', (source) => {
    expect(() => guardedPattern(source)).toThrow(PatternRefused);
  });

  test('what a rule needs is let through', () => {
    expect('您必须先去办理'.match(guardedPattern('(?:您|你)必须.{0,6}办'))?.[0]).toBe('您必须先去办');
    expect('不是我管的'.match(guardedPattern('不(?:是|归)我管'))?.[0]).toBe('不是我管');
    expect('办不了办不了'.match(guardedPattern('(?:办不了)+'))?.[0]).toBe('办不了办不了');
  });

  test('a star reaches no further than a long sentence', () => {
    const pattern = guardedPattern('保证.*到账');
    expect(pattern.test(`保证${'一'.repeat(30)}到账`)).toBe(true);
    pattern.lastIndex = 0;
    expect(pattern.test(`保证${'一'.repeat(60)}到账`)).toBe(false);
  });

  test('the dearest pattern let through is done with a page of hostile text at once', () => {
    const pattern = guardedPattern('[a]*[ab]*[abc]b');
    const begun = performance.now();
    expect('a'.repeat(10_000).match(pattern)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('the words a pattern cannot do without', () => {
  test.each([
    ['(?:您|你)必须.{0,6}办', ['必须']],
    ['不知道|不清楚', ['不知道', '不清楚']],
    ['谁(?:让|叫)您?来', ['谁']],
    ['没办法+了', ['没办法']],
    ['\\p{L}保证', ['保证']],
  ])('%s', (source, words) => {
    expect(requiredWords(source)).toEqual(words);
  });

  test('a pattern of nothing but choices has none', () => {
    expect(requiredWords('[您你](?:急|催)')).toBeNull();
    expect(requiredWords('不知道|[急催]')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { customerSchema } from '#contract/conversation/terms.ts';
import { NOTE_MAX, SUMMARY_MAX } from '#contract/conversation.ts';
import { LINT_TEXT_MAX, type LintFinding } from '#contract/lint.ts';
import { newest } from '#renderer/features/conversation/conversation-query.ts';
import { customerOf, unknownCustomer } from '#renderer/features/conversation/customer-fields.tsx';
import { clockWords } from '#renderer/features/conversation/timers.tsx';
import { LONGEST_TEXT } from '#renderer/features/lint/checked-text.tsx';
import { fittingRewording, nearestFinding, stillThere } from '#renderer/features/lint/use-live-check.ts';

const finding = (start: number, matched: string, rewording = '换一句'): LintFinding => ({
  ruleId: `r${start}`,
  start,
  end: start + matched.length,
  matched,
  forbiddenClass: 'shirking',
  blocks: false,
  severity: 'block',
  reason: '',
  rewording,
});

describe('two answers about a conversation', () => {
  it('leave the later revision standing, whichever arrived last', () => {
    const old = { id: 'c1', revision: 3 };
    const fresh = { id: 'c1', revision: 4 };
    expect(newest(old, fresh)).toBe(fresh);
    expect(newest(fresh, old)).toBe(fresh);
  });

  it('are not mixed up when they speak of different conversations, or of none', () => {
    const other = { id: 'c2', revision: 1 };
    expect(newest({ id: 'c1', revision: 9 }, other)).toBe(other);
    expect(newest({ id: 'c1', revision: 9 }, null)).toBeNull();
  });
});

describe('what must not be said', () => {
  it('is no longer underlined once it was typed away or moved', () => {
    const found = [finding(0, '没办法'), finding(6, '没办法')];
    expect(stillThere(found, '没办法，再说没办法')).toHaveLength(2);
    expect(stillThere(found, '啊没办法，再说没办法')).toEqual([]);
    expect(stillThere(found, '没办法')).toHaveLength(1);
  });

  it('is reworded where the caret is, else at the nearest place', () => {
    const found = [finding(0, '没办法'), finding(20, '不归我管')];
    expect(nearestFinding(found, 2)?.start).toBe(0);
    expect(nearestFinding(found, 18)?.start).toBe(20);
    expect(nearestFinding([], 5)).toBeUndefined();
  });

  it('leaves one full stop where the rewording brings its own', () => {
    const found = finding(2, '没办法', '我先登记。');
    expect(fittingRewording(found, '我说没办法。')).toBe('我先登记');
    expect(fittingRewording(found, '我说没办法')).toBe('我先登记。');
  });
});

describe('a customer in the form', () => {
  it('may stay wholly unknown', () => {
    expect(customerOf(unknownCustomer)).toEqual({ tier: 'standard' });
  });

  it('is refused only with a number that is none', () => {
    expect(customerOf({ ...unknownCustomer, name: ' 王 ', number: '138 1234 5678' })).toEqual({
      tier: 'standard',
      name: '王',
      number: '138 1234 5678',
    });
    expect(customerOf({ ...unknownCustomer, number: '没有' })).toBeNull();
  });
});

describe('a clock', () => {
  it.each([
    [0, '00:00'],
    [161_000, '02:41'],
    [3_761_000, '1:02:41'],
    [-5, '00:00'],
  ])('says %i ms as %s', (ms, words) => {
    expect(clockWords(ms)).toBe(words);
  });
});

describe('what the screen limits', () => {
  it('is what the core takes, no more and no less', () => {
    expect([NOTE_MAX, SUMMARY_MAX]).toEqual([LONGEST_TEXT, LONGEST_TEXT]);
    expect(LINT_TEXT_MAX).toBeGreaterThanOrEqual(LONGEST_TEXT);
    for (const number of ['12', '123', '+86 138-1234-5678', '一二三', '1'.repeat(21), '1'.repeat(20)]) {
      const taken = customerSchema.safeParse({ tier: 'standard', number }).success;
      expect(customerOf({ ...unknownCustomer, number }) !== null, number).toBe(taken);
    }
  });
});

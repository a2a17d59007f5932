import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLint } from '#core/lint/create-lint.ts';
import { count } from '#tests/counts.ts';
import { forbiddenRule } from './forbidden-rule.ts';

const phrases = ['听不懂', '说过了', '不归我管', '随便你', '规定就是这样，没办法'];
const lint = createLint([
  ...phrases.map((phrase, index) => forbiddenRule(`rule-${index}`, { matchers: [{ phrase }] })),
  forbiddenRule('pattern', { matchers: [{ pattern: '[您你]必须.{0,4}办' }] }),
]);
const noise = fc.string({
  unit: fc.constantFrom('好', '的', '，', '。', ' ', '“', '”', '客', '户', '说', '：', '😀', 'e\u0301', '\n'),
});

test('any text is checked, and every finding names a stretch of it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), noise), (text) => {
      let last = 0;
      for (const { start, end, matched } of lint.check(text)) {
        expect(text.slice(start, end)).toBe(matched);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
    { numRuns: count('lintTexts') },
  );
});

test('a phrase is found between any words that do not quote', () => {
  const plain = fc.string({ unit: fc.constantFrom('好', '的', '，', '。', ' ', '您', '😀', 'a', '1') });
  fc.assert(
    fc.property(plain, fc.constantFrom(...phrases), plain, (before, phrase, after) => {
      expect(lint.check(before + phrase + after).length).toBeGreaterThan(0);
    }),
    { numRuns: count('lintTexts') },
  );
});

import { describe, expect, test } from 'vitest';
import { createLint } from '#core/lint/create-lint.ts';
import { forbiddenRule } from './forbidden-rule.ts';

const notUnderstand = forbiddenRule('not-understand', {
  matchers: [{ phrase: '听不懂' }],
  allow: ['我听不懂'],
  severity: 'warn',
});
const lint = createLint([
  notUnderstand,
  forbiddenRule('told-you', { matchers: [{ phrase: '不是跟您说过了吗' }] }),
  forbiddenRule('rule-says', { matchers: [{ phrase: '规定就是这样，没办法' }], class: 'ruleAlone' }),
  forbiddenRule('who-told', { matchers: [{ pattern: '谁(?:让|叫|告诉)[您你].{1,6}的' }], severity: 'block' }),
  forbiddenRule('told-short', { matchers: [{ phrase: '说过了' }], severity: 'block' }),
  forbiddenRule('app', { matchers: [{ pattern: 'APP自己查' }] }),
]);
const matched = (text: string) => lint.check(text).map((finding) => finding.matched);

describe('what the live check finds', () => {
  test('a phrase is found where it stands, with its reason and rewording', () => {
    const text = '客户听不懂，需现场检测。';
    const [finding] = lint.check(text);
    expect(finding).toMatchObject({ ruleId: 'forbidden/not-understand', matched: '听不懂', severity: 'warn' });
    expect(text.slice(finding?.start, finding?.end)).toBe('听不懂');
    expect(finding?.rewording).toBe('我再讲清楚一点。');
  });

  test('spaces, width, decoration and traditional characters do not hide a phrase', () => {
    expect(matched('客户听 不　懂')).toEqual(['听 不　懂']);
    expect(matched('客户聽不懂')).toEqual(['聽不懂']);
    expect(matched('客户听*不*懂')).toEqual(['听*不*懂']);
    expect(matched('请到ａｐｐ自己查')).toEqual(['ａｐｐ自己查']);
  });

  test('a phrase does not reach over a comma it does not have, nor over the end of a sentence', () => {
    expect(matched('客户在听，不懂的地方再讲')).toEqual([]);
    expect(matched('客户在听。不懂的地方再讲')).toEqual([]);
    expect(matched('规定就是这样没办法')).toEqual(['规定就是这样没办法']);
    expect(matched('规定就是这样。没办法')).toEqual([]);
  });

  test('a pattern is found also beside thousands of others that are never tried', () => {
    expect(matched('谁告诉您这样办的')).toEqual(['谁告诉您这样办的']);
    expect(matched('谁在办理业务')).toEqual([]);
  });

  test('words of the allow-list make a match harmless, only where they cover it', () => {
    expect(matched('我听不懂方言')).toEqual([]);
    expect(matched('我听不懂方言，他听不懂我')).toEqual(['听不懂']);
  });

  test('of overlapping findings the longest stays', () => {
    expect(matched('不是跟您说过了吗')).toEqual(['不是跟您说过了吗']);
    expect(matched('早就说过了')).toEqual(['说过了']);
  });

  test('findings come in text order and never overlap', () => {
    const findings = lint.check('谁让你来的，都说过了，他听不懂');
    expect(findings.map((finding) => finding.matched)).toEqual(['谁让你来的', '说过了', '听不懂']);
  });

  test('an empty rule book finds nothing', () => {
    expect(createLint([]).check('听不懂')).toEqual([]);
  });
});

describe('what a customer said is not held against the agent', () => {
  test.each([
    '客户说“你们谁让我来的”，情绪激动',
    '客户讲「听不懂」三次',
    '客户原话"听不懂"',
    '客户称：我跟你们说过了，没人管',
    '用户反映：听不懂短信里的意思',
    '客户说“听不懂，还没写完',
  ])('%s', (text) => {
    expect(lint.check(text)).toEqual([]);
  });

  test('quotation marks do not excuse what the agent said', () => {
    expect(matched('我解释说“您听不懂”')).toEqual(['听不懂']);
    expect(matched('坐席回复客户“听不懂就算了”')).toEqual(['听不懂']);
  });

  test('a quotation ends where it is closed, and reported speech where its sentence ends', () => {
    expect(matched('客户说“好”，但听不懂')).toEqual(['听不懂']);
    expect(matched('客户称：没信号。听不懂')).toEqual(['听不懂']);
    expect(matched('客户说“没写完\n听不懂')).toEqual(['听不懂']);
  });
});

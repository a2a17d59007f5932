import { describe, expect, test } from 'vitest';
import { maskedNumber } from '#core/conversation/mask-number.ts';
import { promiseOptions, promiseText } from '#core/conversation/promise-text.ts';
import { addressOf } from '#core/conversation/salutation.ts';

const ZONE = 'Asia/Shanghai';
/** 2026-11-02, a Monday, at a time of the day in Shanghai. */
const at = (hour: number, minute = 0, day = 2) => Date.UTC(2026, 10, day, hour - 8, minute);

describe('a promised time in spoken words', () => {
  test.each([
    [at(16), '今天下午四点前'],
    [at(12), '今天中午十二点前'],
    [at(10, 30, 3), '明天上午十点半前'],
    [at(20, 5, 4), '后天晚上八点05分前'],
    [at(9, 0, 20), '11月20日上午九点前'],
    [at(2, 0, 3), '明天凌晨两点前'],
    [at(0, 0, 3), '明天凌晨零点前'],
  ])('%i is %s', (dueAtMs, words) => {
    expect(promiseText(dueAtMs, at(9, 20), ZONE)).toBe(words);
  });

  test('options lie more than an hour ahead, within what is allowed, soonest first', () => {
    const options = promiseOptions(at(11, 20), at(11, 20, 4), ZONE);
    expect(options.map((option) => option.text)).toEqual([
      '今天下午六点前',
      '明天上午十点前',
      '明天下午六点前',
      '后天上午十一点前',
    ]);
    expect(promiseOptions(at(11, 20), at(11, 40), ZONE)).toEqual([]);
  });
});

test('a customer is addressed by surname and title, as far as they are known', () => {
  expect(addressOf({ name: '王丽', title: '女士' })).toBe('王女士');
  expect(addressOf({ name: '欧阳修', title: '先生' })).toBe('欧阳先生');
  expect(addressOf({ name: '王女士', title: '女士' })).toBe('王女士');
  expect(addressOf({ name: 'Brown', title: '女士' })).toBe('Brown女士');
  expect(addressOf({ name: '王丽' })).toBe('王丽');
  expect(addressOf({ title: '女士' })).toBe('');
});

test('a number in a list shows its ends only', () => {
  expect(maskedNumber('138 1234 5678')).toBe('138****5678');
  expect(maskedNumber('8613812345678')).toBe('86138****5678');
  expect(maskedNumber('0731888')).toBe('*****88');
  expect(maskedNumber('')).toBe('');
});

import { describe, expect, test } from 'vitest';
import { maskedNumber } from '#core/conversation/mask-number.ts';
import { promiseOptions } from '#core/conversation/promise-options.ts';
import { promiseText } from '#core/conversation/promise-text.ts';
import { addressOf } from '#core/conversation/salutation.ts';
import type { SiteCalendar } from '#core/deadlines/site-calendar.ts';

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

  const openOn = (closed: readonly string[]): SiteCalendar => ({
    timeZone: ZONE,
    hoursOf: (day) => (closed.includes(day) ? [] : [{ fromMinute: 9 * 60, toMinute: 18 * 60 }]),
    yearKnown: () => true,
  });

  test('options lie an hour ahead or more, while the site is open, within what is allowed, soonest first', () => {
    const options = promiseOptions(at(11, 20), at(11, 20, 4), openOn([]));
    expect(options.map((option) => option.text)).toEqual([
      '今天下午六点前',
      '明天上午十点前',
      '明天下午六点前',
      '后天上午十点前',
      '后天上午十一点前',
    ]);
    const soon = promiseOptions(at(11, 20), at(11, 40), openOn([]));
    expect(soon.map((option) => option.text)).toEqual(['今天上午十一点半前']);
    expect(promiseOptions(at(11, 20), at(11, 25), openOn([]))).toEqual([]);
  });

  test('an option says which open hours lie before it, closed nights left out', () => {
    const tomorrow = promiseOptions(at(16, 20), at(16, 20, 4), openOn([])).find(
      ({ dueAtMs }) => dueAtMs === at(10, 0, 3),
    );
    expect(tomorrow?.deadline).toEqual({
      dueAtMs: at(10, 0, 3),
      limit: { clock: 'working', minutes: 160 },
      stretches: [
        { fromMs: at(16, 20), toMs: at(18) },
        { fromMs: at(9, 0, 3), toMs: at(10, 0, 3) },
      ],
      calendarKnown: true,
    });
  });

  test('nothing is offered on a closed day; with the site closed throughout, the latest moment alone', () => {
    const texts = (closed: readonly string[]) =>
      promiseOptions(at(16, 20), at(16, 20, 4), openOn(closed)).map(({ text }) => text);
    expect(texts(['2026-11-03'])).toEqual(['今天下午六点前', '后天上午十点前', '后天下午四点前']);
    expect(texts(['2026-11-02', '2026-11-03', '2026-11-04'])).toEqual(['后天下午四点前']);
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

import { describe, expect, test } from 'vitest';
import { dayPartAt, occasionFit } from '#core/library/occasion.ts';
import { siteTime } from '#core/site-time.ts';

const at = (hour: number, weekend = false) => ({ day: '2026-11-02', hour, weekend });

describe('the greeting that suits the hour', () => {
  test.each([
    [4, 'evening'],
    [5, 'morning'],
    [11, 'noon'],
    [13, 'afternoon'],
    [18, 'evening'],
  ])('%i o’clock is %s', (hour, part) => {
    expect(dayPartAt(hour)).toBe(part);
  });

  test('the wrong time of day does not fit, the right one beats one for any time', () => {
    expect(occasionFit({ occasion: { dayPart: 'morning' } }, at(15))).toBeNull();
    expect(occasionFit({ occasion: { dayPart: 'afternoon' } }, at(15))).toBeGreaterThan(
      occasionFit({ occasion: {} }, at(15)) ?? Number.POSITIVE_INFINITY,
    );
  });

  test('a weekend greeting beats a daily one on the weekend and is out on workdays', () => {
    const weekend = { occasion: { day: 'weekend' as const } };
    expect(occasionFit(weekend, at(15))).toBeNull();
    expect(occasionFit(weekend, at(15, true))).toBeGreaterThan(
      occasionFit({ occasion: { dayPart: 'afternoon' } }, at(15, true)) ?? Number.POSITIVE_INFINITY,
    );
  });

  test('what a clock cannot know never offers itself', () => {
    expect(occasionFit({ occasion: { soundsIll: true } }, at(9))).toBeNull();
    expect(occasionFit({ occasion: { festival: 'springFestival' } }, at(9))).toBeNull();
  });

  test('site time follows the time zone across midnight', () => {
    expect(siteTime(Date.UTC(2026, 10, 20, 16, 30), 'Asia/Shanghai')).toEqual({
      day: '2026-11-21',
      hour: 0,
      weekend: true,
    });
  });
});

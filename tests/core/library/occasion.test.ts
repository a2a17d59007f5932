import { describe, expect, test } from 'vitest';
import { type Courtesy, courtesySchema } from '#contract/library/line.ts';
import { festivalOn, holidaysKnownFor } from '#core/library/festival.ts';
import { chooseGreeting, dayPartAt, occasionFit } from '#core/library/occasion.ts';
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

describe('the festival of a day', () => {
  test.each([
    ['2026-01-01', 'newYear'],
    ['2026-02-16', 'springFestival'],
    ['2026-02-20', 'springFestival'],
    ['2026-02-14', null],
    ['2026-03-03', 'lanternFestival'],
    ['2026-04-05', 'qingming'],
    ['2026-05-03', 'labourDay'],
    ['2026-06-19', 'dragonBoat'],
    ['2026-09-25', 'midAutumn'],
    ['2026-10-05', 'nationalDay'],
    ['2020-10-01', 'midAutumn'],
    ['2026-11-22', null],
  ])('%s is %s', (day, festival) => {
    expect(festivalOn(day)).toBe(festival);
  });

  test('where the days off of a year are not known yet, the statutory days still count', () => {
    expect(holidaysKnownFor(2026)).toBe(true);
    expect(holidaysKnownFor(2095)).toBe(false);
    expect(festivalOn('2095-10-01')).toBe('nationalDay');
    expect(festivalOn('2095-10-06')).toBeNull();
    expect(festivalOn('2095-02-05')).toBe('springFestival');
  });
});

describe('the greeting chosen for a customer', () => {
  const greeting = (slug: string, changes: Record<string, unknown> = {}): Courtesy =>
    courtesySchema.parse({
      kind: 'courtesy',
      id: `test/${slug}`,
      title: '问候',
      scene: 'meeting',
      channels: ['phone', 'counter'],
      courtesyKind: 'greeting',
      variants: { standard: '您好，请坐，慢慢说。', short: '您好。' },
      provenance: { owner: '值班长', effectiveFrom: '2026-11-01' },
      ...changes,
    });
  const all = [
    greeting('plain'),
    greeting('vip', { tiers: ['vip'] }),
    greeting('morning', { occasion: { dayPart: 'morning' } }),
    greeting('weekend', { occasion: { day: 'weekend' } }),
    greeting('festival', { occasion: { festival: 'midAutumn' } }),
    greeting('festival-vip', { occasion: { festival: 'midAutumn' }, tiers: ['vip'] }),
    greeting('chat-festival', { occasion: { festival: 'nationalDay' }, channels: ['chat'] }),
    greeting('ill', { occasion: { soundsIll: true } }),
    greeting('apology', { courtesyKind: 'apology', occasion: { festival: 'midAutumn' } }),
  ];
  const chosen = (day: string, hour: number, weekend: boolean, tier?: 'vip' | 'standard' | 'prepaid') =>
    chooseGreeting(all, { tier, channel: 'phone', now: { day, hour, weekend } })?.id;

  test('festival beats weekend, weekend beats the time of day, that beats a plain one', () => {
    expect(chosen('2026-09-25', 9, true)).toBe('test/festival');
    expect(chosen('2026-11-22', 9, true)).toBe('test/weekend');
    expect(chosen('2026-11-23', 9, false)).toBe('test/morning');
    expect(chosen('2026-11-23', 15, false)).toBe('test/plain');
  });

  test('one made for the tier comes first among equals, and never before the day', () => {
    expect(chosen('2026-11-23', 15, false, 'vip')).toBe('test/vip');
    expect(chosen('2026-11-23', 9, false, 'vip')).toBe('test/morning');
    expect(chosen('2026-09-25', 9, false, 'vip')).toBe('test/festival-vip');
    expect(chosen('2026-11-23', 15, false, 'prepaid')).toBe('test/plain');
  });

  test('a greeting of another channel is not chosen, and none at all where none fits', () => {
    expect(chosen('2026-10-01', 15, false)).toBe('test/plain');
    expect(chooseGreeting(all, { channel: 'chat', now: { day: '2026-11-23', hour: 9, weekend: false } })).toBeNull();
  });
});

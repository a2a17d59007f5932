import { render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DeadlineView } from '#contract/deadlines.ts';
import { hoursText, readHours } from '#renderer/features/site-rules/hours-text.ts';
import { speak } from '#renderer/i18n/start-i18n.ts';
import { DeadlineBar } from '#renderer/ui/deadline-bar.tsx';
import { DeadlineRing } from '#renderer/ui/deadline-ring.tsx';
import { explainDeadline } from '#renderer/ui/deadline-words.ts';
import { wholeWording } from '#tests/renderer/whole-wording.ts';

const at = (local: string) => Date.parse(`${local}:00+08:00`);
const NOW = at('2026-11-24T17:05');
const overnight: DeadlineView = {
  dueAtMs: at('2026-11-25T10:20'),
  limit: { clock: 'working', minutes: 240 },
  stretches: [
    { fromMs: at('2026-11-24T16:20'), toMs: at('2026-11-24T18:00') },
    { fromMs: at('2026-11-25T08:00'), toMs: at('2026-11-25T10:20') },
  ],
  calendarKnown: true,
};

let t: Awaited<ReturnType<typeof wholeWording>>['t'];
beforeAll(async () => {
  ({ t } = await wholeWording('zh-CN'));
  await speak('en');
  await speak('zh-CN');
});

const explain = (deadline: DeadlineView, language = 'zh-CN', timeZone = 'Asia/Shanghai') =>
  explainDeadline(deadline, { t, language, nowMs: NOW, timeZone });

describe('a deadline explains itself', () => {
  test('with its clock, its beginning and its end', () => {
    expect(explain(overnight)).toBe('4 个工作小时：今天 16:20 至 明天 10:20');
  });

  test('by the clock of the site, not of the computer', () => {
    expect(explain(overnight, 'zh-CN', 'Asia/Urumqi')).toBe('4 个工作小时：今天 14:20 至 明天 08:20');
  });

  test.each([
    [{ clock: 'elapsed', minutes: 2_880 }, '48 小时'],
    [{ clock: 'elapsed', minutes: 30 }, '30 分钟'],
    [{ clock: 'working', minutes: 90 }, '1 个工作小时 30 分'],
    [{ clock: 'working', minutes: 45 }, '45 分钟工作时间'],
  ] as const)('%j is said as %s', (limit, said) => {
    expect(explain({ ...overnight, limit })).toBe(`${said}：今天 16:20 至 明天 10:20`);
  });

  test('with the date where a day has no name', () => {
    const later = { ...overnight, dueAtMs: at('2026-11-30T10:20') };
    expect(explain(later)).toBe('4 个工作小时：今天 16:20 至 11月30日周一 10:20');
  });

  test('in English too', async () => {
    await speak('en');
    expect(explain(overnight, 'en')).toBe('4 working hours: today 16:20 to tomorrow 10:20');
    await speak('zh-CN');
  });
});

test('the ring says how much is used, and that it is over', () => {
  const { rerender } = render(<DeadlineRing deadline={overnight} nowMs={NOW} />);
  expect(screen.getByRole('img', { name: '时限已用 19%' })).toBeTruthy();
  rerender(<DeadlineRing deadline={overnight} nowMs={overnight.dueAtMs} />);
  expect(screen.getByRole('img', { name: '已经超时' })).toBeTruthy();
});

test('the drawing names the closed time and a year that is not known', () => {
  render(<DeadlineBar deadline={{ ...overnight, calendarKnown: false }} nowMs={NOW} timeZone="Asia/Shanghai" />);
  expect(screen.getByText('关门，不算')).toBeTruthy();
  expect(screen.getByText(/还没公布/)).toBeTruthy();
});

describe('opening hours as one types them', () => {
  test.each([
    ['8:00-12:00 13:30-18:00', '8:00-12:00 13:30-18:00'],
    ['８：００－１２：００，１３：３０－１８：００', '8:00-12:00 13:30-18:00'],
    ['8-12、14至18', '8:00-12:00 14:00-18:00'],
    ['9:00 — 24:00', '9:00-24:00'],
    ['', ''],
  ])('%s is read as %s', (typed, shown) => {
    const hours = readHours(typed);
    expect(hours).not.toBeNull();
    expect(hoursText(hours ?? [])).toBe(shown);
  });

  test.each(['8:00', '12:00-8:00', '8:00-12:00 11:00-18:00', '8:00-25:00', '8:70-9:00', '全天'])(
    '%s is not',
    (typed) => {
      expect(readHours(typed)).toBeNull();
    },
  );
});

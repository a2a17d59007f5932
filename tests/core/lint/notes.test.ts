import { expect, test } from 'vitest';
import { createCatalogue } from '#core/library/catalogue.ts';
import { createLint } from '#core/lint/create-lint.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const { forbidden } = createCatalogue(shippedRelease());
const lint = createLint(forbidden);

test('every shipped rule flags what it must and leaves alone what it must, also beside all the others', () => {
  for (const rule of forbidden) {
    const own = createLint([rule]);
    for (const text of rule.fails) {
      expect(own.check(text).length, `${rule.id} on ${text}`).toBeGreaterThan(0);
      expect(lint.check(text).length, `all on ${text}`).toBeGreaterThan(0);
    }
    for (const text of rule.passes) expect(own.check(text), `${rule.id} on ${text}`).toEqual([]);
  }
});

test('notes as one writes them at a counter are left alone', () => {
  const notes = [
    '客户称家中三天没信号，窗边一格，换机一样。位置幸福里3栋2单元。',
    '客户说“你们怎么不早说”，情绪激动，已请到接待室倒水。',
    '复述两遍，客户点头。约定明天上午十点前回电，打尾号5678。',
    '查账单：9月多一笔20元，客户不认。无确认记录，已登记退还。',
    '客户问能不能今天修好，已说明需实地检测，不许具体时间。',
    '家里老人不会操作，客户要求上门，已记下，转值班长核定。',
    '客户先挂机，等两秒后挂断。',
  ];
  for (const note of notes) expect(lint.check(note), note).toEqual([]);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules, type SiteRules } from '#contract/site-rules.ts';
import { createCatalogue } from '#core/library/catalogue.ts';
import { createLiveCheck } from '#core/lint/live-check.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';
import { count } from '#tests/counts.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const liveCheck = createLiveCheck(createCatalogue(shippedRelease()).forbidden);
/** A Tuesday, two in the afternoon. */
const NOW = Date.parse('2026-11-24T14:00:00+08:00');
const lines = (file: string) =>
  readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

function check(text: string, changed: Partial<SiteRules> = {}, mayPromiseYuan = 100) {
  const rules: SiteRules = { ...defaultRules, holidayYears: [], ...changed };
  return liveCheck.check(text, { rules, calendar: siteCalendar(rules), nowMs: NOW, mayPromiseYuan }, 'record');
}
const ids = (...of: Parameters<typeof check>) => check(...of).map(({ ruleId }) => ruleId);

test('of two hundred harmless notes of every trade at most two are flagged', () => {
  const notes = lines('harmless-notes.txt');
  expect(notes.length).toBeGreaterThanOrEqual(200);
  const flagged = notes.flatMap((note) => check(note).map(({ ruleId, matched }) => `${ruleId} ${matched} | ${note}`));
  expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(2);
});

test('every note that must be flagged is, by the rule it was written for', () => {
  const notes = lines('flagged-notes.tsv').map((line) => line.split('\t') as [string, string]);
  expect(notes.length).toBeGreaterThanOrEqual(60);
  const missed = notes
    .filter(([rule, note]) => !ids(note).includes(rule))
    .map(([rule, note]) => `${rule} | ${note} | ${ids(note)}`);
  expect(missed).toEqual([]);
});

describe('amounts', () => {
  test.each([
    ['赔您五百，这事就算了。', 500],
    ['给您退一千二。', 1_200],
    ['补您两百五十块话费。', 250],
    ['我们赔您1.2万元。', 12_000],
    ['退您￥268。', 268],
    ['赔您三千块。', 3_000],
  ])('%s means %i yuan', (text, yuan) => {
    const [finding] = check(text);
    expect(finding).toMatchObject({ ruleId: 'check/amount', reason: { code: 'amount', values: { yuan, limit: 100 } } });
  });

  test('what the post may promise by itself is left alone, and one yuan more is not', () => {
    expect(ids('给您退五百元。', {}, 500)).toEqual([]);
    expect(ids('给您退五百零一元。', {}, 500)).toEqual(['check/amount']);
  });

  test.each([
    '不能保证赔您五百。',
    '没有答应赔他五百元。',
    '客户要求赔五百元。',
    '客户称上次营业员答应退他五百元。',
    '客户说“赔我五百”，已记录。',
    '已退客户五百元，到账短信已核对。',
    '经值班长同意，赔您五百元。',
    '给您退3张票。',
  ])('%s is no promise beyond authority', (text) => {
    expect(ids(text)).not.toContain('check/amount');
  });

  test('the rewording names a time the calendar of the site allows', () => {
    expect(check('赔您五百。')[0]?.rewording).toBe('金额要核对清单才能定，今天下午六点前把结果告诉您');
    expect(check('赔您五百。', { greenChannelResponseMinutes: 300 })[0]?.rewording).toContain('明天上午九点前');
  });
});

describe('times', () => {
  test('two days are the limit of a reply until a lead changes it', () => {
    expect(ids('三天内给您答复。')).toEqual(['check/tooLate']);
    expect(ids('三天内给您答复。', { customerReplyMinutes: 4_320 })).toEqual([]);
    expect(ids('明天上午十点给您答复。', { customerReplyMinutes: 600 })).toEqual(['check/tooLate']);
    expect(ids('后天下午一点前给您答复。')).toEqual([]);
  });

  test('a time at which nobody is there is noticed by the opening hours in force', () => {
    expect(ids('明天晚上八点给您回电话。')).toEqual(['check/closedHour']);
    const openingHours = { ...defaultRules.openingHours, wednesday: [{ fromMinute: 480, toMinute: 1_260 }] };
    expect(ids('明天晚上八点给您回电话。', { openingHours })).toEqual([]);
    const exceptions = [{ day: '2026-11-25', hours: [], note: '盘点' }];
    expect(ids('明天上午十点给您回电话。', { exceptions })).toEqual(['check/closedHour']);
  });

  test.each(['客户希望尽快处理。', '已请网络部尽快核实。', '不能保证给您修好。', '马上给您处理，三分钟。'])(
    '%s is fine',
    (text) => {
      expect(ids(text)).toEqual([]);
    },
  );
});

describe('numbers that belong in their own field', () => {
  test.each([
    ['身份证11010519491231002X', '110105********002X'],
    ['卡号 6222 0210 0111 6245 702', '尾号5702'],
    ['电话１３８ １２３４ ５６７８', '138****5678'],
    ['客户说“打13812345678”', '138****5678'],
  ])('%s is offered as %s', (text, masked) => {
    expect(check(text).map(({ rewording, forbiddenClass }) => [rewording, forbiddenClass])).toEqual([
      [masked, 'personalData'],
    ]);
  });

  test.each(['110105194912310021', '6222021001116245703', '订单20261122000345', '213812345678', '12345678901'])(
    '%s is no such number',
    (text) => {
      expect(ids(text)).toEqual([]);
    },
  );
});

test('words of the trade are for the record and not for the customer', () => {
  const rules: SiteRules = { ...defaultRules, holidayYears: [] };
  const circumstances = { rules, calendar: siteCalendar(rules), nowMs: NOW, mayPromiseYuan: 0 };
  expect(liveCheck.check('已派单', circumstances, 'record')).toEqual([]);
  expect(liveCheck.check('已派单', circumstances, 'customer').map(({ forbiddenClass }) => forbiddenClass)).toEqual([
    'jargon',
  ]);
});

test('only a rule that a lead named blocks', () => {
  expect(check('赔您五百。').map(({ blocks }) => blocks)).toEqual([false]);
  expect(check('赔您五百。', { blockingRules: ['check/amount'] }).map(({ blocks }) => blocks)).toEqual([true]);
  const rude = check('这都不会？', { blockingRules: ['check/amount'] });
  expect(rude.map(({ blocks }) => blocks)).toEqual([false]);
});

test('any text is checked, and every finding names a stretch of it', () => {
  const words = [
    '赔',
    '您',
    '五',
    '百',
    '元',
    '客户',
    '要求',
    '明天',
    '十',
    '点',
    '给',
    '回电',
    '1',
    '3',
    '8',
    '，',
    '。',
    '“',
    ' ',
    '😀',
    '不',
    '保证',
    '尽快',
  ];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...words), maxLength: 60 }), (text) => {
      let last = 0;
      for (const { start, end, matched } of check(text)) {
        expect(text.slice(start, end)).toBe(matched);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
    { numRuns: count('lintTexts') },
  );
});

test.each(['一', '1', '赔您', '给您', '尽快', '客户要', '明天，', '保证给您', '12 ', '十点给您回电'])(
  'a page of nothing but %s takes little longer for twice the length',
  (unit) => {
    const page = unit.repeat(Math.floor(10_000 / unit.length));
    const half = page.slice(0, 5_000);
    const cost = (text: string) => {
      const begun = process.cpuUsage();
      for (let run = 0; run < 3; run += 1) check(text);
      const { user, system } = process.cpuUsage(begun);
      return user + system;
    };
    check(half);
    expect(cost(page)).toBeLessThan(6 * cost(half) + 60_000);
  },
);

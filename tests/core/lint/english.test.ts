import { describe, expect, test } from 'vitest';
import { defaultRules, type SiteRules } from '#contract/site-rules.ts';
import { readEnglishNumber } from '#core/lint/english/numbers.ts';
import { createLiveCheck } from '#core/lint/live-check.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';

const liveCheck = createLiveCheck([]);
/** A Tuesday, two in the afternoon. */
const NOW = Date.parse('2026-11-24T14:00:00+08:00');

function check(text: string, changed: Partial<SiteRules> = {}, mayPromiseYuan = 100) {
  const rules: SiteRules = { ...defaultRules, holidayYears: [], ...changed };
  return liveCheck.check(text, { rules, calendar: siteCalendar(rules), nowMs: NOW, mayPromiseYuan }, 'customer');
}
const ids = (...of: Parameters<typeof check>) => check(...of).map(({ ruleId }) => ruleId);

test.each([
  ['500', 500],
  ['1,200.50', 1_200.5],
  ['2k', 2_000],
  ['five hundred', 500],
  ['twelve hundred and fifty', 1_250],
  ['two thousand three hundred', 2_300],
  ['twenty-four', 24],
  ['many', null],
])('%s is %s', (text, value) => {
  expect(readEnglishNumber(text)).toBe(value);
});

describe('amounts', () => {
  test.each([
    ['I will refund you 500 yuan today.', 500],
    ["We'll pay you back ¥1,200.", 1_200],
    ['We can compensate you with five hundred yuan.', 500],
    ['You will get a 300 yuan refund.', 300],
    ['I promised the customer a credit, we refund the customer 2,000.', 2_000],
    ['I will refund you $250.', 250],
  ])('%s means %i', (text, yuan) => {
    const [finding] = check(text);
    expect(finding).toMatchObject({ ruleId: 'check/amount', reason: { values: { yuan, limit: 100 } } });
    expect(text).toContain(finding?.matched);
  });

  test('follow the post: what it may promise alone is left alone', () => {
    expect(ids('I will refund you 500 yuan today.', {}, 500)).toEqual([]);
    expect(ids('I will refund you 501 yuan today.', {}, 500)).toEqual(['check/amount']);
  });

  test.each([
    'The customer wants a refund of 500 yuan.',
    'She demanded that we pay her 800 yuan.',
    'I cannot promise to refund you 500 yuan.',
    'The shift lead approved it: we will refund you 500 yuan.',
    'The customer said "refund me 500 yuan or I sue".',
    'The fee is 500 yuan a month.',
    '300 yuan was already refunded to the customer.',
    'I will send you 3 forms.',
  ])('%s is no promise beyond authority', (text) => {
    expect(ids(text)).not.toContain('check/amount');
  });
});

describe('guarantees and dates', () => {
  test.each([
    ['check/vagueTime', 'We will call you as soon as possible.'],
    ['check/vagueTime', "I'll get back to you shortly."],
    ['check/vagueTime', 'Somebody will soon contact you.'],
    ['check/guarantee', 'I guarantee it will never happen again.'],
    ['check/guarantee', 'We will definitely solve this for you.'],
    ['check/guarantee', 'It is 100% certain.'],
    ['check/tooLate', 'I will call you within five days.'],
    ['check/tooLate', 'I will call you next Friday.'],
    ['check/tooLate', 'We will get back to you by 3 December.'],
    ['check/tooLate', 'We will reply to you in 2 weeks.'],
    ['check/closedHour', 'I will call you at 9 p.m. tomorrow.'],
    ['check/closedHour', 'I will ring you tomorrow at 21:30.'],
    ['check/repairTime', 'Your line will be repaired by tomorrow noon.'],
  ])('%s: %s', (ruleId, text) => {
    const findings = check(text);
    expect(findings.map((one) => one.ruleId)).toEqual([ruleId]);
    expect(findings[0]?.rewording).toMatch(/by (?:6|7) pm (?:today|tomorrow)/);
  });

  test.each([
    'I will call you tomorrow at 10 am.',
    'We will get back to you within 24 hours.',
    'I will call you by 5 pm today.',
    'The customer hopes we call him as soon as possible.',
    'I cannot guarantee that it is repaired today.',
    'Please keep the guarantee card.',
    'See you soon.',
    'Could you tell me where you were at 9 p.m. yesterday?',
    'The technician looks at it immediately, ten minutes at most.',
  ])('%s is fine', (text) => {
    expect(ids(text)).toEqual([]);
  });

  test('the limit is the site’s, and so are the hours', () => {
    expect(ids('I will call you within five days.', { customerReplyMinutes: 7 * 1_440 })).toEqual([]);
    const openingHours = { ...defaultRules.openingHours, wednesday: [{ fromMinute: 480, toMinute: 1_320 }] };
    expect(ids('I will call you at 9 pm tomorrow.', { openingHours })).toEqual([]);
  });
});

describe('numbers that belong in their own field', () => {
  test.each([
    ['My card is 6222 0210 0111 6245 702', 'ending 5702'],
    ['ID 11010519491231002X was shown', '110105********002X'],
    ['Ring 138 1234 5678 please', '138****5678'],
    ['Her number is +44 7700 900123.', '+44****0123'],
  ])('%s is offered as %s', (text, masked) => {
    expect(check(text).map(({ rewording }) => rewording)).toEqual([masked]);
  });
});

test('an English page takes little longer for twice the length, and a note about as long as a Chinese one', () => {
  const cost = (text: string, runs: number) => {
    const begun = process.cpuUsage();
    for (let run = 0; run < runs; run += 1) check(text);
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  for (const unit of [
    'call you soon ',
    'tell you at 9 pm ',
    'five hundred ',
    'refund you ',
    'the customer ',
    'by ',
    '1',
  ]) {
    const page = unit.repeat(Math.floor(10_000 / unit.length));
    const half = page.slice(0, 5_000);
    check(half);
    expect(cost(page, 3), unit).toBeLessThan(6 * cost(half, 3) + 60_000);
  }
});

test('of forty harmless English notes none is flagged', () => {
  const flagged = harmless.flatMap((note) =>
    check(note).map(({ ruleId, matched }) => `${ruleId} ${matched} | ${note}`),
  );
  expect(harmless).toHaveLength(40);
  expect(flagged).toEqual([]);
});

const harmless = `Customer rang about a bill that is 60 yuan higher than last month.
Explained the roaming charge line by line; the customer understood.
Caller reports no signal in the basement since Monday.
Tried another handset at the counter, it works.
Customer asked for a callback after work, agreed on 5 pm tomorrow.
The plan costs 129 yuan a month and includes 30 GB.
Deposit of 500 yuan was paid on 3 March, receipt seen.
Work order opened, first reply within 48 hours.
Customer says a colleague promised a refund of 300 yuan last week.
Checked the record: no such promise was noted.
Handed over to the shift lead, the customer waits at the desk.
He would like us to call him in the evening.
Told her that the result comes within 24 hours.
She wants compensation of 2,000 yuan for lost business.
Explained that the amount has to be checked first.
The repair crew is on its way, about 20 minutes.
Card was blocked, the customer asked how to unblock it.
Passport seen, name matches the contract.
Lift stuck between floors, nobody hurt, engineer informed.
Parcel was returned to the sender on 12 November.
Customer thanked us and hung up first.
I will call you tomorrow at 10 am with the result.
We will look at the bill together and I will tell you by 4 pm today.
The shop opens at 9 am on Saturday.
Please bring your ID card next time you come.
Your contract ends on 31 December.
The customer does not accept the explanation.
No guarantee was given.
He threatens to go to the newspaper.
The manager agreed to waive the fee of 50 yuan.
The customer asked whether we guarantee the date.
Two overdue bills, 86 yuan and 92 yuan.
Offered the missed-call service, declined.
The caller speaks little Chinese, transferred to the English desk.
Wrong number, said who we are.
Silent line, asked twice, hung up politely.
Lost umbrella handed to lost property.
Complaint about noise from the flat above after 11 pm.
Power cut from 2 pm to 4 pm was announced on Friday.
The customer will come back next week with the papers.`.split('\n');

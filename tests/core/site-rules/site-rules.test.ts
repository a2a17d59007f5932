import { afterEach, describe, expect, test } from 'vitest';
import { type FigureName, figures } from '#contract/site-rules/figures.ts';
import { defaultRules, oursUntilConfirmed, siteRulesChanged } from '#contract/site-rules.ts';
import { readHolidayFile } from '#core/site-rules/holiday-file.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore | null = null;
afterEach(() => {
  opened?.remove();
  opened = null;
});

async function leadsDesk(): Promise<OpenCore> {
  opened = await openCore();
  await signInAs(opened, 'lead');
  return opened;
}

const names = Object.keys(figures) as FigureName[];
const otherThan = ({ default: value, most }: (typeof figures)[FigureName]) => (value === most ? value - 1 : value + 1);

test('without a choice the figures are those of the manuals, in the zone of the computer', async () => {
  opened = await openCore({ timeZone: 'Asia/Urumqi' });
  const { rules, chosen, mayChange } = await opened.client.siteRules.read();
  expect(rules).toMatchObject({
    greenChannelResponseMinutes: 240,
    greenChannelUrgentResponseMinutes: 60,
    reminderBeforeMinutes: 30,
    customerReplyMinutes: 2_880,
    callbackWithinMinutes: 1_440,
    recheckBeforeMinutes: 60,
    chatFirstReplySeconds: 30,
    silentLineWaitSeconds: 5,
    transferPauseSeconds: 2,
    lookUpApologySeconds: 30,
    lookUpReturnSeconds: 60,
    answerWithinSeconds: 3,
    acknowledgeEverySeconds: 30,
    hangUpWaitSeconds: 2,
    callTargetSeconds: 180,
    charactersPerMinute: 120,
    timeZone: 'Asia/Urumqi',
  });
  expect(chosen).toEqual([]);
  expect(mayChange).toBe(false);
});

test('every figure is changed by a lead, survives a restart and goes back to its default', async () => {
  let desk = await leadsDesk();
  const changed = Object.fromEntries(names.map((name) => [name, otherThan(figures[name])]));
  expect((await desk.client.siteRules.change({ set: changed })).rules).toMatchObject(changed);
  opened = desk = await desk.reopen();
  const kept = await desk.client.siteRules.read();
  expect(kept.rules).toMatchObject(changed);
  expect(kept.chosen.map(({ name }) => name).sort()).toEqual([...names].sort());
  const back = await desk.client.siteRules.change({ reset: names });
  for (const name of names) expect(back.rules[name], name).toBe(figures[name].default);
  expect(back.chosen).toEqual([]);
});

test('no figure can be set beyond what makes sense', async () => {
  const { client } = await leadsDesk();
  for (const name of names) {
    const { least, most } = figures[name];
    for (const wrong of [least - 1, most + 1, least + 0.5]) {
      await expect(client.siteRules.change({ set: { [name]: wrong } }), `${name} ${wrong}`).rejects.toThrow();
    }
  }
});

test('only leads and administrators change the rules; everybody reads them', async () => {
  opened = await openCore();
  const { client } = opened;
  for (const role of ['agent', 'trainee', 'reviewer', 'handler']) {
    await signInAs(opened, role);
    await expect(client.siteRules.change({ set: { siteName: role } }), role).rejects.toMatchObject({
      code: 'notAllowed',
    });
    await expect(
      client.siteRules.loadYear({ year: 2027, days: [{ day: '2027-01-01', kind: 'off', name: '' }] }),
    ).rejects.toMatchObject({ code: 'notAllowed' });
    await expect(client.siteRules.dropYear({ year: 2027 })).rejects.toMatchObject({ code: 'notAllowed' });
    expect((await client.siteRules.read()).mayChange, role).toBe(false);
  }
  for (const role of ['lead', 'administrator']) {
    await signInAs(opened, role);
    const view = await client.siteRules.change({ set: { siteName: role } });
    expect(view.rules.siteName).toBe(role);
    expect(view.mayChange).toBe(true);
    expect(view.chosen).toMatchObject([{ name: 'siteName' }]);
  }
});

test('figures of our own stay marked until a lead lets them stand or chooses another, and that is an event', async () => {
  let desk = await leadsDesk();
  const open = async () => (await desk.client.siteRules.read()).toConfirm;
  expect(await open()).toEqual([...oursUntilConfirmed]);
  await desk.client.siteRules.confirm({ names: ['refundAuthority', 'refundAuthority'] });
  await desk.client.siteRules.change({ set: { repeatComplaintDays: 14 } });
  const rest = oursUntilConfirmed.filter((name) => name !== 'refundAuthority' && name !== 'repeatComplaintDays');
  expect(await open()).toEqual(rest);
  opened = desk = await desk.reopen();
  expect(await open()).toEqual(rest);
  // What is ours again is open again; what was confirmed stays so.
  await desk.client.siteRules.change({ reset: ['repeatComplaintDays', 'refundAuthority'] });
  expect(await open()).toEqual(oursUntilConfirmed.filter((name) => name !== 'refundAuthority'));
  await signInAs(desk, 'agent');
  await expect(desk.client.siteRules.confirm({ names: ['openingHours'] })).rejects.toMatchObject({
    code: 'notAllowed',
  });
});

test('what an older version wrote of a rule that is gone is still read', () => {
  const written = { set: { rescueReadBack: 'whenNeeded', siteName: '城南厅' }, reset: ['rescueReadBack'] };
  expect(siteRulesChanged.payload.safeParse(written).success).toBe(true);
});

test('hours that overlap, run backwards or never open are refused, as are unknown zones and days that do not exist', async () => {
  const { client } = await leadsDesk();
  const { openingHours } = defaultRules;
  const wrong = [
    { openingHours: { ...openingHours, monday: [{ fromMinute: 600, toMinute: 600 }] } },
    {
      openingHours: {
        ...openingHours,
        monday: [
          { fromMinute: 480, toMinute: 720 },
          { fromMinute: 700, toMinute: 900 },
        ],
      },
    },
    { openingHours: { ...openingHours, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] } },
    { timeZone: 'Mars/Olympus' },
    { exceptions: [{ day: '2026-02-30', hours: [], note: '' }] },
    {
      exceptions: [
        { day: '2026-02-20', hours: [], note: '' },
        { day: '2026-02-20', hours: [], note: '' },
      ],
    },
  ];
  for (const set of wrong) await expect(client.siteRules.change({ set }), JSON.stringify(set)).rejects.toThrow();
  expect((await client.siteRules.read()).chosen).toEqual([]);
});

test('what the rules come to is reckoned at once', async () => {
  const desk = await leadsDesk();
  desk.clock.jumpTo(Date.parse('2026-11-24T16:20:00+08:00'));
  const dueOf = async (set: Parameters<typeof desk.client.siteRules.change>[0]['set']) => {
    const { example } = await desk.client.siteRules.change({ set });
    return new Date((example?.deadline.dueAtMs ?? 0) + 8 * 3_600_000).toISOString().slice(0, 16);
  };
  expect(await dueOf({ siteName: '城南厅' })).toBe('2026-11-25T10:20');
  expect(await dueOf({ greenChannelResponseMinutes: 60 })).toBe('2026-11-24T17:20');
  expect(await dueOf({ exceptions: [{ day: '2026-11-24', hours: [], note: '盘点' }] })).toBe('2026-11-25T09:00');
});

test('a year that is not known is said, loaded from a file, kept over a restart and taken back', async () => {
  let desk = await leadsDesk();
  desk.clock.jumpTo(Date.parse('2026-12-31T17:00:00+08:00'));
  const before = await desk.client.siteRules.read();
  expect(before.years.map(({ year, source }) => [year, source])).toEqual([
    [2026, 'builtIn'],
    [2027, 'unknown'],
  ]);
  expect(before.example?.deadline.calendarKnown).toBe(false);
  const file = await desk.client.siteRules.checkHolidayFile({
    text: '日期,类型,名称\n2027-01-01,休,元旦\n2027-01-03,班,元旦\n',
  });
  expect(file).toMatchObject({ year: 2027, faults: [] });
  await desk.client.siteRules.loadYear({ year: 2027, days: file.days });
  opened = desk = await desk.reopen();
  const after = await desk.client.siteRules.read();
  expect(after.years[1]).toEqual({ year: 2027, source: 'file', daysOff: 1, makeUpWorkdays: 1 });
  expect(after.example?.deadline.calendarKnown).toBe(true);
  expect(new Date((after.example?.deadline.dueAtMs ?? 0) + 8 * 3_600_000).toISOString()).toBe(
    '2027-01-03T11:00:00.000Z',
  );
  const dropped = await desk.client.siteRules.dropYear({ year: 2027 });
  expect(dropped.years[1]).toMatchObject({ source: 'unknown' });
  await expect(desk.client.siteRules.dropYear({ year: 2027 })).rejects.toMatchObject({ code: 'notFound' });
});

describe('a file of holidays', () => {
  test.each([
    ['2027-01-01,off,New Year\n2027-02-06,work,Spring', 2],
    ['\ufeff日期;类型;名称\r\n2027/1/1;休;元旦\r\n# 附注\r\n\r\n2027年2月6日;调休;春节', 2],
    ['[{"date":"2027-01-01","type":"holiday","name":"元旦"}]', 1],
    ['{"days":[{"day":"2027-01-01","kind":"off"}]}', 1],
  ])('is read from %j', (text, days) => {
    const read = readHolidayFile(text);
    expect(read.faults).toEqual([]);
    expect(read.year).toBe(2027);
    expect(read.days).toHaveLength(days);
  });

  test.each([
    ['', 'empty', null],
    ['{"days":', 'notReadable', null],
    ['2027-02-30,off,', 'badDay', 1],
    ['2027-01-01,maybe,', 'badKind', 1],
    ['2027-01-01,off,\n2027-01-01,work,', 'twice', 2],
    ['2027-01-01,off,\n2028-01-01,off,', 'otherYear', 2],
    [`2027-01-01,off,${'长'.repeat(21)}`, 'nameTooLong', 1],
    [Array.from({ length: 121 }, () => '2027-01-01,off,').join('\n'), 'tooMany', null],
  ])('%# is refused with its reason and its line, and nothing of it is kept', (text, code, line) => {
    const read = readHolidayFile(text);
    expect(read.faults[0]).toMatchObject({ code, line });
    expect(read.days).toEqual([]);
    expect(read.year).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#contract/site-rules.ts';
import { greetingTime } from '#core/site-rules/weekend.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const china = (local: string) => Date.parse(`${local}:00+08:00`);
const weekendAt = (local: string, weekendGreeting = defaultRules.weekendGreeting) =>
  greetingTime(china(local), { ...defaultRules, weekendGreeting, holidayYears: [] }).weekend;

describe('the weekend as a site greets', () => {
  test.each([
    ['2026-11-20T17:59', false, false],
    ['2026-11-20T18:00', false, true],
    ['2026-11-21T00:00', true, true],
    ['2026-11-21T23:59', true, true],
    ['2026-11-22T00:00', true, false],
    ['2026-11-22T23:59', true, false],
    ['2026-11-23T00:00', false, false],
  ])('%s: Saturday and Sunday %s, Friday evening and Saturday %s', (local, plain, early) => {
    expect(weekendAt(local)).toBe(plain);
    expect(weekendAt(local, 'fridayEveningAndSaturday')).toBe(early);
  });

  test('a Saturday worked to make up for a holiday is none, nor is the evening before it', () => {
    expect(weekendAt('2026-10-10T10:00')).toBe(false);
    expect(weekendAt('2026-10-10T10:00', 'fridayEveningAndSaturday')).toBe(false);
    expect(weekendAt('2026-10-09T19:00', 'fridayEveningAndSaturday')).toBe(false);
  });
});

describe('wherever a greeting is chosen', () => {
  let opened: OpenCore;
  beforeAll(async () => {
    opened = await openCore();
  }, 60_000);
  afterAll(() => opened.remove());

  const WEEKEND = 'courtesy/greet-weekend';
  /** What stands ready, what the box finds first and what a conversation just begun suggests, at a moment on the phone. */
  async function greetedBy(local: string) {
    opened.clock.jumpTo(china(local));
    const { library, conversation } = opened.client;
    const ready = (await library.atHand({ channel: 'phone', limit: 20 })).map(({ entryId }) => entryId);
    const { hits } = await library.search({ text: '问候', channel: 'phone' });
    const talk = await conversation.start({ channel: 'phone', customer: { tier: 'prepaid' } });
    const suggested = talk.suggestions.filter(({ why }) => why.code === 'greeting').map(({ entryId }) => entryId);
    return { ready, first: hits[0]?.entryId, suggested };
  }

  test('the rule of the site decides, a festival comes before it, and the time of day behind it', async () => {
    await signInAs(opened, 'lead');
    const saturday = await greetedBy('2026-11-21T15:00');
    expect(saturday.ready[0]).toMatch(/^courtesy\/greet-weekend/);
    expect(saturday.first).toMatch(/^courtesy\/greet-weekend/);
    expect(saturday.suggested).toEqual([WEEKEND]);

    const friday = await greetedBy('2026-11-20T19:00');
    expect(friday.ready).not.toContain(WEEKEND);
    expect(friday.suggested).toEqual(['courtesy/greet-evening-phone']);

    await opened.client.siteRules.change({ set: { weekendGreeting: 'fridayEveningAndSaturday' } });
    expect((await greetedBy('2026-11-20T19:00')).suggested).toEqual([WEEKEND]);
    const sunday = await greetedBy('2026-11-22T15:00');
    expect(sunday.first).toBe('courtesy/greet-afternoon');
    expect(sunday.suggested).toEqual(['courtesy/greet-afternoon']);

    // A Saturday within the national holiday.
    expect((await greetedBy('2027-10-02T15:00')).suggested).toEqual(['courtesy/greet-national-day']);
  });

  test('no flow and no special call names a greeting that holds on some days only', () => {
    const { entries } = shippedRelease();
    const bound = entries.flatMap(({ entry }) =>
      entry.kind === 'courtesy' && entry.courtesyKind === 'greeting' && Object.keys(entry.occasion).length > 0
        ? [entry.id]
        : [],
    );
    expect(bound.length).toBeGreaterThan(20);
    const guides = entries.filter(({ entry }) => entry.kind === 'flow' || entry.kind === 'specialCall');
    const written = JSON.stringify(guides);
    expect(bound.filter((id) => written.includes(`"${id}"`))).toEqual([]);
  });
});

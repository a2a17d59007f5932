import { afterEach, expect, test } from 'vitest';
import { figures } from '#contract/site-rules/figures.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let opened: OpenCore;
afterEach(() => opened.remove());

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

test.each(Object.keys(figures) as (keyof typeof figures)[])(
  '%s is changed by a lead, survives a restart and goes back to its default',
  async (name) => {
    opened = await openCore();
    await signInAs(opened, 'lead');
    const other = figures[name].default === figures[name].most ? figures[name].least : figures[name].default + 1;
    expect((await opened.client.siteRules.change({ set: { [name]: other } })).rules[name]).toBe(other);
    opened = await opened.reopen();
    const kept = await opened.client.siteRules.read();
    expect(kept.rules[name]).toBe(other);
    expect(kept.chosen.map((one) => one.name)).toEqual([name]);
    const back = await opened.client.siteRules.change({ reset: [name] });
    expect(back.rules[name]).toBe(figures[name].default);
    expect(back.chosen).toEqual([]);
  },
);

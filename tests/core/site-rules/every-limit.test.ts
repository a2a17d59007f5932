import { describe, expect, test } from 'vitest';
import type { SpokenNorm } from '#contract/library/special-call.ts';
import { type FigureName, figures } from '#contract/site-rules/figures.ts';
import { defaultRules, type SiteRules } from '#contract/site-rules.ts';
import { authorityOf } from '#core/conversation/authority.ts';
import { paceOf } from '#core/conversation/pace.ts';
import { sayableValues } from '#core/conversation/sayable-values.ts';
import { repeatComplaint } from '#core/customers/repeat-complaint.ts';
import type { RecordRow } from '#core/records/record-repo.ts';
import type { Run } from '#core/rehearsal/run.ts';
import { answerWithinMs } from '#core/rehearsal/timing.ts';
import { nextReminderAtMs } from '#core/reminders/plan-reminders.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';
import { waitSeconds } from '#core/special-calls/call-waits.ts';
import { callbackDue, openLimits, responseDue } from '#core/work-orders/order-limits.ts';
import { speakingSeconds } from '#renderer/features/line/speaking-time.ts';
import { normFigures } from '#renderer/features/site-rules/norm-figures.ts';
import { freshConversation, shippedDefinitions } from '#tests/core/conversation/shipped-definition.ts';
import { shippedCalls } from '#tests/core/special-calls/shipped-calls.ts';
import { draft, START_MS } from '#tests/core/work-orders/order-fixtures.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Row {
  /** The brief's words. */
  readonly says: string;
  readonly rule: FigureName;
  /** The brief's figure, in the rule's unit. */
  readonly figure: number;
  /** Another one a site may set. */
  readonly other: number;
  /** What the rule decides, as a number that can be seen from outside. */
  readonly seen: (rules: SiteRules) => number;
}

const orders = (rules: SiteRules) => ({ figures: rules, calendar: siteCalendar(rules), holders: [] });
const responseMinutes = (urgency: 'normal' | 'urgent') => (rules: SiteRules) =>
  responseDue(urgency, START_MS, orders(rules)).limit.minutes;
const minutesTo = (limit: string) => (rules: SiteRules) => {
  const order = draft({ state: 'signedFor', department: 'provinceNetwork' });
  const dueAtMs = openLimits(order, rules).find((one) => one.limit === limit)?.deadline.dueAtMs ?? 0;
  return (dueAtMs - START_MS) / MINUTE_MS;
};
/** How many of a hundred orders in a row are called back. */
const calledBack = (green: boolean) => (rules: SiteRules) =>
  Array.from({ length: 100 }, (_, at) => `261102-${String(at + 1).padStart(3, '0')}`).filter(
    (number) =>
      callbackDue(draft({ number, ...(green ? { greenService: 'booking' } : {}) }), START_MS, orders(rules)) !== null,
  ).length;
/** How long the first step of a shipped call that follows the figure waits. */
const waited = (figure: FigureName) => (rules: SiteRules) => {
  const step = shippedCalls()
    .flatMap(({ steps }) => steps)
    .find(({ wait }) => wait?.figure === figure);
  if (!step) throw new Error(`no shipped call waits by ${figure}`);
  return waitSeconds(step, rules) ?? 0;
};
/** For how many days back a contact about the same matter still counts. */
const daysBack = (rules: SiteRules) =>
  Array.from({ length: 60 }, (_, days) => days).filter((days) => {
    const before = { kind: 'conversation', state: 'finished', title: '账单', entryId: 'a/b', scene: 'bill' };
    const row = { ...before, startedAtMs: START_MS - days * DAY_MS } as unknown as RecordRow;
    return repeatComplaint([row], START_MS, rules) !== null;
  }).length;
const rehearsed = (channel: string) => (rules: SiteRules) =>
  answerWithinMs({ scenario: { customer: { channel } }, norms: rules } as unknown as Run) / 1_000;

/** Sections 7 and 8 of the brief: each wait and limit with the rule that holds it and what it decides. */
const rows: readonly Row[] = [
  ...green(),
  ...heard(),
  {
    says: 'reminder before the limit if nothing was done: 30 minutes',
    rule: 'reminderBeforeMinutes',
    figure: 30,
    other: 45,
    seen: (rules) =>
      minutesTo('reply')(rules) - ((nextReminderAtMs([draft()], rules, START_MS) ?? 0) - START_MS) / MINUTE_MS,
  },
  {
    says: 'reply to the customer: 48 hours, or as promised, whichever is sooner',
    rule: 'customerReplyMinutes',
    figure: 48 * 60,
    other: 24 * 60,
    seen: minutesTo('reply'),
  },
  {
    says: 'result in for recheck: 1 hour before the order’s own limit',
    rule: 'recheckBeforeMinutes',
    figure: 60,
    other: 90,
    seen: (rules) => minutesTo('reply')(rules) - minutesTo('result')(rules),
  },
  {
    says: 'callback after closing within 24 hours',
    rule: 'callbackWithinMinutes',
    figure: 24 * 60,
    other: 12 * 60,
    seen: (rules) => ((callbackDue(draft(), START_MS, orders(rules))?.dueAtMs ?? 0) - START_MS) / MINUTE_MS,
  },
  {
    says: 'every closed green-channel order is called back',
    rule: 'callbackGreenChannelPercent',
    figure: 100,
    other: 40,
    seen: calledBack(true),
  },
  {
    says: 'callback of other kinds as the site sets',
    rule: 'callbackOtherPercent',
    figure: 100,
    other: 20,
    seen: calledBack(false),
  },
  { says: 'repeat complaints', rule: 'repeatComplaintDays', figure: 30, other: 7, seen: daysBack },
  {
    says: 'chat: first reply within 30 seconds',
    rule: 'chatFirstReplySeconds',
    figure: 30,
    other: 20,
    seen: (rules) => paceOf({ channel: 'chat', said: [], revision: 1 }, rules).quiet.seconds,
  },
  {
    says: 'telephone conversation: about 3 minutes',
    rule: 'callTargetSeconds',
    figure: 180,
    other: 240,
    seen: (rules) => paceOf({ channel: 'phone', said: [], revision: 1 }, rules).wholeSeconds ?? 0,
  },
  {
    says: 'answering a customer who has finished: within 3 seconds',
    rule: 'answerWithinSeconds',
    figure: 3,
    other: 5,
    seen: rehearsed('phone'),
  },
  {
    says: 'acknowledgement at least every 30 seconds',
    rule: 'acknowledgeEverySeconds',
    figure: 30,
    other: 20,
    seen: (rules) => paceOf({ channel: 'counter', said: [], revision: 1 }, rules).quiet.seconds,
  },
  {
    says: 'a look-up comes back every minute',
    rule: 'lookUpReturnSeconds',
    figure: 60,
    other: 90,
    seen: waited('lookUpReturnSeconds'),
  },
  {
    says: 'after a transfer line, wait 2 seconds for an objection',
    rule: 'transferPauseSeconds',
    figure: 2,
    other: 4,
    seen: waited('transferPauseSeconds'),
  },
  {
    says: 'silent line: wait 5 seconds, each time',
    rule: 'silentLineWaitSeconds',
    figure: 5,
    other: 2,
    seen: waited('silentLineWaitSeconds'),
  },
  {
    says: 'speaking speed: about 120 characters a minute',
    rule: 'charactersPerMinute',
    figure: 120,
    other: 60,
    seen: (rules) => 7_200 / speakingSeconds('请'.repeat(120), rules).seconds,
  },
  {
    says: 'a third slower when not understood',
    rule: 'slowerPercent',
    figure: 33,
    other: 50,
    seen: (rules) => {
      const { seconds, slower } = speakingSeconds('请'.repeat(1_200), rules);
      return Math.round((1 - seconds / slower) * 100);
    },
  },
  {
    says: 'the customer hangs up first, then wait 2 seconds',
    rule: 'hangUpWaitSeconds',
    figure: 2,
    other: 3,
    seen: waited('hangUpWaitSeconds'),
  },
];

function green(): Row[] {
  return [
    {
      says: 'normal green-channel order: first response in 4 working hours',
      rule: 'greenChannelResponseMinutes',
      figure: 240,
      other: 120,
      seen: responseMinutes('normal'),
    },
    {
      says: 'urgent: 1 working hour',
      rule: 'greenChannelUrgentResponseMinutes',
      figure: 60,
      other: 30,
      seen: responseMinutes('urgent'),
    },
  ];
}

/** Norms no program hears: they stand in words where a call is begun, and in the steps of special calls. */
function heard(): Row[] {
  const shown = (norm: SpokenNorm, value: string) => (rules: SiteRules) =>
    normFigures(norm, rules)[value] ?? Number.NaN;
  return [
    {
      says: 'answer between the 2nd',
      rule: 'pickUpFromRing',
      figure: 2,
      other: 1,
      seen: shown('pickUp', 'from'),
    },
    { says: 'and the 5th ring', rule: 'pickUpToRing', figure: 5, other: 3, seen: shown('pickUp', 'to') },
    {
      says: 'never later than the 6th',
      rule: 'pickUpLatestRing',
      figure: 6,
      other: 4,
      seen: shown('pickUp', 'latest'),
    },
    {
      says: 'greeting within 2 seconds of connection',
      rule: 'greetingWithinSeconds',
      figure: 2,
      other: 4,
      seen: (rules) => paceOf({ channel: 'phone', said: [], revision: 1 }, rules).quiet.seconds,
    },
    {
      says: 'mouth to microphone: 3',
      rule: 'microphoneFromCentimetres',
      figure: 3,
      other: 2,
      seen: shown('microphone', 'from'),
    },
    { says: 'to 5 cm', rule: 'microphoneToCentimetres', figure: 5, other: 8, seen: shown('microphone', 'to') },
    {
      says: 'a private call on a service line: 3 minutes at most',
      rule: 'privateCallSeconds',
      figure: 180,
      other: 60,
      seen: waited('privateCallSeconds'),
    },
    {
      says: 'overcharge refunded double',
      rule: 'overchargeRefundTimes',
      figure: 2,
      other: 3,
      seen: (rules) => (overcharged('10', rules).backYuan ?? 0) / 10,
    },
  ];
}

/** A conversation whose table came to an overcharge, and what is said of it. */
function overcharged(amount: string, rules: SiteRules) {
  const definition = shippedDefinitions().find((one) =>
    one.tables.some(({ nodes }) => nodes.some((node) => node.type === 'finding' && node.action.overcharge)),
  );
  const table = definition?.tables.find(({ nodes }) =>
    nodes.some((node) => node.type === 'finding' && node.action.overcharge),
  );
  const at = table?.nodes.find((node) => node.type === 'finding' && node.action.overcharge)?.id;
  if (!definition || !table || at === undefined) throw new Error('no shipped table finds an overcharge');
  const state = {
    ...freshConversation(definition),
    stage: 'resolve' as const,
    fields: { cause: 'ours', amount },
    tables: [{ tableId: table.id, path: [], at, accepted: false }],
    activeTable: table.id,
  };
  const { overcharge, amountYuan, exceeded } = authorityOf(state, definition, rules);
  return { backYuan: overcharge?.backYuan, amountYuan, exceeded, values: sayableValues(state, definition, rules) };
}

/** The apology of a look-up is held by tests/core/special-calls/special-calls.test.ts, where the step is shown. */
const heldElsewhere: readonly FigureName[] = ['lookUpApologySeconds'];

describe('each wait and limit of the trade is data', () => {
  const manuals: SiteRules = { ...defaultRules, holidayYears: [] };

  test.each(rows)('$says ($rule)', ({ rule, figure, other, seen }) => {
    expect(defaultRules[rule]).toBe(figure);
    expect(seen(manuals)).toBe(figure);
    expect(seen({ ...manuals, [rule]: other })).toBe(other);
  });

  test.each(['ours', 'unclear', 'customers'] as const)(
    'what may be settled alone where the cause is %s is the limit of the post',
    (cause) => {
      const [definition] = shippedDefinitions();
      if (!definition) throw new Error('no flow is shipped');
      const fields = { cause, offerAmount: '1' };
      const state = { ...freshConversation(definition), stage: 'resolve' as const, fields };
      const limitOf = (rules: SiteRules) => authorityOf(state, definition, rules).limitYuan;
      const other = { ...defaultRules.refundAuthority, [cause]: { agent: 7, lead: 70 } };
      expect(limitOf(manuals)).toBe(defaultRules.refundAuthority[cause].agent);
      expect(limitOf({ ...manuals, refundAuthority: other })).toBe(7);
    },
  );

  test('an overcharge is held against authority as it is paid back, and its sum is said only within it', () => {
    const within = overcharged('30.15', manuals);
    expect(within).toMatchObject({ amountYuan: 60.3, exceeded: false });
    expect(within.values).toMatchObject({ amount: '30.15元', refundAmount: '60.3元' });
    const beyond = overcharged('60', manuals);
    expect(beyond).toMatchObject({ amountYuan: 120, exceeded: true });
    expect(beyond.values).not.toHaveProperty('refundAmount');
  });

  test('none is forgotten: every figure decides something or stands where people read it', () => {
    const named = [...rows.map(({ rule }) => rule), ...heldElsewhere];
    expect([...named].sort()).toEqual(Object.keys(figures).sort());
  });
});

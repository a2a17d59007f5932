import { describe, expect, test } from 'vitest';
import type { Person } from '#contract/people.ts';
import { defaultRules } from '#contract/site-rules.ts';
import { type Beside, createConversationDesk } from '#core/conversation/conversation-desk.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import { toWire } from '#core/journal/event.ts';
import { createCatalogue } from '#core/library/catalogue.ts';
import { projections } from '#core/projections.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';
import { createOrderDesk } from '#core/work-orders/order-desk.ts';
import { findMerged } from '#core/work-orders/work-order-repo.ts';
import { sampleStep } from '#tests/core/work-orders/order-fixtures.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';
import { agent, openConversations, untilResolve } from './open-conversations.ts';

const colleague: Person = { ...agent, id: 'person-2', name: '李雷' };
const lead: Person = { ...agent, id: 'person-3', name: '周敏', role: 'lead' };
const FINISH: StepInput = { type: 'finish', summary: '都办好了' };

type Opened = ReturnType<typeof openConversations>;

/** A conversation in which one required thing of its stage is still to be done, and the step that the gate must refuse. */
interface Gate {
  readonly named: string;
  readonly stage: 'accept' | 'clarify' | 'resolve';
  /** Everything of the stage but that one thing. */
  readonly before: readonly StepInput[];
  /** The thing itself, and what takes it back. */
  readonly done: StepInput;
  readonly takenBack: StepInput;
}

const tick = (stage: 'accept' | 'clarify', actionId: string): StepInput => ({ type: 'tickAction', stage, actionId });
const untick = (stage: 'accept' | 'clarify', actionId: string): StepInput => ({
  type: 'untickAction',
  stage,
  actionId,
});
const advanced = (input: StepInput) => input.type === 'advanceStage';
const acceptEnds = untilResolve.findIndex(advanced);
const clarifyEnds = untilResolve.findLastIndex(advanced);
const without = (inputs: readonly StepInput[], actionId: string) =>
  inputs.filter((input) => !(input.type === 'tickAction' && input.actionId === actionId));

const gates: readonly Gate[] = [
  {
    named: 'what was understood is read back before it is judged',
    stage: 'accept',
    before: without(untilResolve.slice(0, acceptEnds), 'readBack'),
    done: tick('accept', 'readBack'),
    takenBack: untick('accept', 'readBack'),
  },
  {
    named: 'proof comes before inference',
    stage: 'clarify',
    before: [
      ...untilResolve.slice(0, acceptEnds + 1),
      ...without(untilResolve.slice(acceptEnds + 1, clarifyEnds), 'proofFirst'),
    ],
    done: tick('clarify', 'proofFirst'),
    takenBack: untick('clarify', 'proofFirst'),
  },
  {
    named: 'the cause is known before it is solved',
    stage: 'clarify',
    before: [
      ...untilResolve.slice(0, acceptEnds + 1),
      ...untilResolve.slice(acceptEnds + 1, clarifyEnds).filter((input) => input.type !== 'captureField'),
    ],
    done: { type: 'captureField', fieldId: 'cause', value: 'unclear' },
    takenBack: { type: 'captureField', fieldId: 'cause', value: '' },
  },
];

function at(gate: Gate): Opened & { id: string } {
  const opened = openConversations();
  const { id } = opened.desk.start(agent, { channel: 'counter', customer: { tier: 'standard' } }).state;
  opened.do(id, ...gate.before);
  return { ...opened, id };
}

/** Why a step is refused, or null when it was taken. */
function refusal(desk: Opened['desk'], person: Person, id: string, input: StepInput, beside?: Beside): string | null {
  try {
    desk.step(person, id, input, beside);
    return null;
  } catch (error) {
    return (error as { data?: { reason?: string } }).data?.reason ?? String(error);
  }
}

/** The same desk seen from a second window: another client over the same database. */
const secondWindow = ({ db, journal, clock }: Opened) =>
  createConversationDesk({
    ...{ db, journal, clock },
    ids: fixedIds('second window'),
    catalogue: createCatalogue(shippedRelease()),
    rules: () => defaultRules,
  });

describe.each(gates)('$named ($stage)', (gate) => {
  const on: StepInput = { type: 'advanceStage', from: gate.stage };
  const stands = (opened: Opened & { id: string }) => {
    expect(opened.desk.load(opened.id).state.stage).toBe(gate.stage);
    expect(refusal(opened.desk, agent, opened.id, on)).toBe('stageIncomplete');
  };

  test('no skip leads past it: not a later stage, not its choices, not the end', () => {
    const opened = at(gate);
    const tries: [StepInput, string][] = [
      [{ type: 'advanceStage', from: gate.stage, to: 'followUp' }, 'stageSkipped'],
      [{ type: 'advanceStage', from: 'resolve' }, 'moved'],
      [{ type: 'chooseOutcome', outcomeId: 'solved' }, 'notInThisStage'],
      [{ type: 'openWorkOrder', workOrderId: 'order-x', number: '261102-009' }, 'notInThisStage'],
      [FINISH, 'notInThisStage'],
    ];
    for (const [input, reason] of tries) expect(refusal(opened.desk, agent, opened.id, input), input.type).toBe(reason);
    stands(opened);
  });

  test('an undo of what opened it closes it, and none reaches back over it', () => {
    const opened = at(gate);
    const { revision } = opened.do(opened.id, gate.done);
    expect(refusal(opened.desk, agent, opened.id, { type: 'undo', revision })).toBeNull();
    stands(opened);
    const after = opened.do(opened.id, gate.done, on);
    expect(refusal(opened.desk, agent, opened.id, { type: 'undo', revision: after.revision })).toBe('nothingToUndo');
  });

  test('taking it back later closes it again', () => {
    const opened = at(gate);
    opened.do(opened.id, gate.done, on);
    const { stage } = opened.desk.load(opened.id).state;
    opened.do(opened.id, { type: 'goBack', from: stage }, gate.takenBack);
    stands(opened);
  });

  test('a restart changes nothing about it', () => {
    const opened = at(gate);
    opened.close();
    stands({ ...openConversations(opened.folder), id: opened.id });
  });

  test('of two windows neither gets the other through', () => {
    const opened = at(gate);
    const { revision } = opened.do(opened.id, gate.done);
    const second = secondWindow(opened);
    // One window takes it back while the other still shows it as done and goes on.
    opened.do(opened.id, gate.takenBack);
    expect(refusal(second, agent, opened.id, { ...on, seen: revision })).toMatch(/^(?:moved|stageIncomplete)$/);
    stands(opened);
    // Both press on at once: one stage, not two.
    opened.do(opened.id, gate.done, on);
    expect(refusal(second, agent, opened.id, on)).toBe('moved');
  });

  test('a client that is behind can neither undo nor overwrite what it has not seen', () => {
    const opened = at(gate);
    const { revision } = opened.desk.load(opened.id).state;
    opened.do(opened.id, gate.done, on);
    const late: StepInput[] = [
      { ...gate.takenBack, seen: revision },
      { type: 'goBack', from: gate.stage, seen: revision },
    ];
    for (const input of late) expect(refusal(opened.desk, agent, opened.id, input)).not.toBeNull();
    expect(opened.desk.load(opened.id).state.stage).not.toBe(gate.stage);
  });

  test('a hand-over carries it along, and who gave it away has no say left', () => {
    const opened = at(gate);
    opened.do(opened.id, { type: 'handOver', toId: colleague.id, why: 'other', note: '请接一下' });
    expect(refusal(opened.desk, colleague, opened.id, on), 'offered is not taken').toBe('notYours');
    opened.desk.step(colleague, opened.id, { type: 'acceptHandOver' });
    expect(refusal(opened.desk, agent, opened.id, on)).toBe('notYours');
    expect(refusal(opened.desk, colleague, opened.id, on)).toBe('stageIncomplete');
    opened.desk.step(colleague, opened.id, { type: 'handOver', toId: null, why: 'other', note: '请值班长看看' });
    opened.desk.step(lead, opened.id, { type: 'acceptHandOver' });
    expect(refusal(opened.desk, lead, opened.id, on)).toBe('stageIncomplete');
  });

  test('events of another desk about a conversation of the same id move nothing here', () => {
    const opened = at(gate);
    const other = openConversations();
    const { id } = other.desk.start(agent, { channel: 'counter', customer: { tier: 'standard' } }).state;
    expect(id, 'the ids have to be alike for this to prove anything').toBe(opened.id);
    other.do(id, ...gate.before, gate.done, on);
    const before = opened.desk.load(opened.id).state;
    const wires = other.journal.read({ epoch: 1, seq: 1 }, 100).map(toWire);
    const taken = opened.journal.takeForeign(wires.map((event) => ({ ...event, installId: 'install-b' })));
    expect(taken.events.length).toBeGreaterThan(gate.before.length);
    expect(opened.desk.load(opened.id).state).toEqual(before);
    stands(opened);
  });
});

test('no projection takes a step of a conversation or of a special call from another desk', () => {
  const taken = projections.flatMap(({ foreign }) => [...foreign.keys()]);
  expect(taken.length).toBeGreaterThan(10);
  expect(taken.filter((kind) => /^(?:conversation|specialCall)\./.test(kind))).toEqual([]);
});

test('a step on many orders at once is decided for each: what is not rechecked is not closed', () => {
  const opened = openConversations();
  const { id } = opened.desk.start(agent, { channel: 'counter', customer: { tier: 'standard' } }).state;
  opened.do(id, ...untilResolve);
  opened.openWorkOrder(id);
  const { db, journal, clock } = opened;
  const workOrderId = opened.desk.load(id).state.workOrder?.id ?? '';
  const rules = () => ({
    figures: defaultRules,
    calendar: siteCalendar({ ...defaultRules, holidayYears: [] }),
    holders: [],
  });
  const orders = createOrderDesk({ db, journal, clock, ids: fixedIds('orders'), rules });
  const order = () => findMerged(db, journal.fields, workOrderId)?.order;
  for (const type of ['close', 'passRecheck', 'callBack'] as const) {
    const now = order();
    if (!now) throw new Error('the order is missing');
    expect(orders.attempt(lead, now, sampleStep(type)), type).not.toBeNull();
  }
  expect(order()?.state).toBe('drafted');
  expect(opened.desk.load(id).state.stage).toBe('resolve');
});

import { describe, expect, test } from 'vitest';
import { defaultRules } from '#contract/site-rules.ts';
import { advance } from '#core/conversation/advance.ts';
import { missingIn } from '#core/conversation/gates.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import { finishFrom } from './finish-from.ts';
import { agentNow, freshConversation, START_MS, shippedDefinitions } from './shipped-definition.ts';

const [definition] = shippedDefinitions();
if (!definition) throw new Error('the library ships no flow');
const HOUR_MS = 3_600_000;

function does(state: Conversation, ...inputs: StepInput[]): Conversation {
  return inputs.reduce((now, input) => {
    const advanced = advance(
      now,
      input,
      definition as NonNullable<typeof definition>,
      {
        ...agentNow,
      },
      defaultRules,
    );
    if ('refused' in advanced) throw new Error(`${input.type} was refused: ${advanced.refused.reason}`);
    return advanced.state;
  }, state);
}

function refusalOf(state: Conversation, input: StepInput): string | null {
  const advanced = advance(
    state,
    input,
    definition as NonNullable<typeof definition>,
    {
      ...agentNow,
    },
    defaultRules,
  );
  return 'refused' in advanced ? advanced.refused.reason : null;
}

const fresh = freshConversation(definition);
const tick = (actionId: string): StepInput => ({ type: 'tickAction', stage: 'accept', actionId });
const capture = (fieldId: string, value: string): StepInput => ({ type: 'captureField', fieldId, value });
const accepted = does(
  fresh,
  capture('matter', '打不通电话'),
  capture('demand', '修好'),
  ...['soothe', 'hearOut', 'oneByOne', 'readBack'].map(tick),
);
const clarify = does(accepted, { type: 'advanceStage', from: 'accept' });
const resolve: Conversation = { ...clarify, stage: 'resolve' };

describe('what was read back', () => {
  test('a yes is taken back when something of the stage changes afterwards', () => {
    const changed = does(accepted, capture('demand', '今天就修好'));
    expect(changed.ticked.map((one) => one.actionId)).not.toContain('readBack');
    expect(changed.again).toEqual([{ stage: 'accept', actionId: 'readBack' }]);
    expect(refusalOf(changed, { type: 'advanceStage', from: 'accept' })).toBe('stageIncomplete');
    expect(does(changed, tick('readBack')).again).toEqual([]);
  });

  test('the same value again changes nothing, and a new fact of a later stage leaves the yes alone', () => {
    expect(does(accepted, capture('demand', '修好')).revision).toBe(accepted.revision);
    const later = does(clarify, capture('evidence', '后台记录'));
    expect(later.ticked.map((one) => one.actionId)).toContain('readBack');
  });
});

describe('going on and back', () => {
  test('a screen that is behind moves nothing, neither on nor back', () => {
    expect(refusalOf(clarify, { type: 'advanceStage', from: 'accept' })).toBe('moved');
    expect(refusalOf(clarify, { type: 'goBack', from: 'resolve' })).toBe('moved');
    expect(refusalOf(clarify, { type: 'tickAction', stage: 'accept', actionId: 'soothe' })).toBe('moved');
  });

  test('one step back is open from every stage but the first, and takes nothing away', () => {
    const back = does(clarify, { type: 'goBack', from: 'clarify' });
    expect(back).toMatchObject({ stage: 'accept', fields: clarify.fields, ticked: clarify.ticked });
    expect(refusalOf(back, { type: 'goBack', from: 'accept' })).toBe('noEarlierStage');
    expect(does(back, { type: 'advanceStage', from: 'accept' }).stage).toBe('clarify');
  });

  test('what is finished or broken off takes nothing any more but a correction', () => {
    const ended = [
      finishFrom(clarify, definition, START_MS),
      does(clarify, { type: 'breakOff', reason: 'customerLeft', summary: '' }),
    ];
    const inputs: StepInput[] = [
      { type: 'noteCustomer', customer: { tier: 'vip' } },
      { type: 'setMood', mood: 'calm' },
      { type: 'writeNote', text: '改一句' },
      capture('demand', '退钱'),
      { type: 'goBack', from: 'followUp' },
      { type: 'chooseOutcome', outcomeId: 'explained' },
      { type: 'park' },
      { type: 'resume' },
      { type: 'finish', summary: '再来一次' },
      { type: 'breakOff', reason: 'wrongMatter', summary: '' },
    ];
    for (const state of ended) {
      if (!state) throw new Error('it did not end');
      for (const input of inputs) expect(refusalOf(state, input), input.type).toBe('finished');
      expect(does(state, { type: 'correct', text: '补一句', reason: '漏记' }).summary).toBe(state.summary);
    }
    expect(refusalOf(clarify, { type: 'correct', text: '补一句', reason: '漏记' })).toBe('notFinished');
  });

  test('a parked one waits: only taking it up, its last words and an end reach it', () => {
    const parked = does(clarify, { type: 'park' });
    expect(refusalOf(parked, capture('demand', '退钱'))).toBe('parked');
    expect(refusalOf(parked, { type: 'advanceStage', from: 'clarify' })).toBe('parked');
    expect(refusalOf(parked, { type: 'park' })).toBe('alreadyParked');
    expect(refusalOf(parked, { type: 'writeNote', text: '最后一句' })).toBeNull();
    expect(refusalOf(clarify, { type: 'resume' })).toBe('notParked');
  });
});

describe('promises', () => {
  const promise = (dueAtMs: number): StepInput => ({ type: 'setPromise', text: '明天上午十点前', dueAtMs });

  test('nothing is promised before the matter is clarified', () => {
    expect(refusalOf(fresh, promise(START_MS + HOUR_MS))).toBe('notInThisStage');
    expect(refusalOf(clarify, promise(START_MS + HOUR_MS))).toBeNull();
  });

  test('a promise lies ahead, and within the hours the flow allows', () => {
    expect(refusalOf(clarify, promise(START_MS))).toBe('promiseInPast');
    expect(refusalOf(clarify, promise(START_MS + 48 * HOUR_MS))).toBeNull();
    expect(refusalOf(clarify, promise(START_MS + 49 * HOUR_MS))).toBe('promiseTooLate');
    expect(refusalOf(clarify, promise(Number.NaN))).toBe('valueUnfit');
  });
});

describe('a table', () => {
  const start: StepInput = { type: 'startTable', tableId: 'telecom/table-no-coverage' };
  const answer = (nodeId: string, answerId: string): StepInput => ({ type: 'answer', nodeId, answerId });

  test('that was begun holds clarify until it has a finding, and resolve until that is settled', () => {
    const ready = does(
      clarify,
      capture('cause', 'ours'),
      ...['theirSide', 'proofFirst', 'causeTold'].map(
        (actionId): StepInput => ({ type: 'tickAction', stage: 'clarify', actionId }),
      ),
    );
    const begun = does(ready, start);
    expect(missingIn(begun, definition, 'clarify', defaultRules)).toEqual([
      { kind: 'table', id: 'telecom/table-no-coverage', label: '没信号 · 客户说有损失' },
    ]);
    const found = does(begun, answer('hereBefore', 'alwaysBad'), { type: 'advanceStage', from: 'clarify' });
    expect(missingIn(found, definition, 'resolve', defaultRules)).toContainEqual({
      kind: 'finding',
      id: 'reportArea',
      label: '这一片信号不好',
    });
    const settled = does(found, { type: 'acceptFinding', nodeId: 'reportArea' });
    expect(missingIn(settled, definition, 'resolve', defaultRules).map((one) => one.kind)).toEqual(
      expect.arrayContaining(['workOrder', 'promise']),
    );
  });

  test('a question can be taken again, and what was captured on the way stays', () => {
    const onWay = does(
      clarify,
      start,
      answer('hereBefore', 'cannotTell'),
      capture('handsetModel', 'X1'),
      answer('neighbours', 'onlyMe'),
    );
    const back = does(onWay, { type: 'revisit', nodeId: 'hereBefore' });
    expect(back.tables[0]).toMatchObject({ at: 'hereBefore', path: [] });
    expect(back.fields['handsetModel']).toBe('X1');
    expect(refusalOf(back, answer('neighbours', 'theyToo'))).toBe('moved');
  });

  test('the last way has no other behind it', () => {
    const last = does(
      resolve,
      start,
      answer('hereBefore', 'alwaysBad'),
      { type: 'refuseFinding', nodeId: 'reportArea' },
      { type: 'refuseFinding', nodeId: 'otherAngle' },
    );
    expect(refusalOf(last, { type: 'refuseFinding', nodeId: 'abnormal' })).toBe('noOtherWay');
    expect(refusalOf(fresh, start)).toBe('notInThisStage');
  });
});

describe('a field', () => {
  test.each([
    ['contactNumber', '不知道'],
    ['cause', 'mine'],
    ['valid', 'maybe'],
    ['amount', '一百'],
    ['demand', '长'.repeat(201)],
  ])('%s does not take %s', (fieldId, value) => {
    expect(refusalOf(clarify, capture(fieldId, value))).toBe('valueUnfit');
  });

  test('a number is kept without its blanks, an empty value takes the field back', () => {
    const kept = does(clarify, capture('contactNumber', '138 1234-5678'));
    expect(kept.fields['contactNumber']).toBe('13812345678');
    expect(does(kept, capture('contactNumber', ' ')).fields).not.toHaveProperty('contactNumber');
  });

  test('a field with a condition is asked for only while it holds', () => {
    const open = (state: Conversation) =>
      missingIn({ ...state, stage: 'followUp' }, definition, 'followUp', defaultRules).map((one) => one.id);
    expect(open(does(clarify, capture('satisfaction', 'satisfied')))).not.toContain('dissatisfiedWhy');
    expect(open(does(clarify, capture('satisfaction', 'dissatisfied')))).toContain('dissatisfiedWhy');
  });
});

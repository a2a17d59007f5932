import { describe, expect, test } from 'vitest';
import { waitFigures } from '#contract/library/special-call.ts';
import { defaultRules } from '#contract/site-rules.ts';
import type { CallInput } from '#core/special-calls/call-input.ts';
import { waitSeconds } from '#core/special-calls/call-waits.ts';
import { advanceCall, type CallMoment } from '#core/special-calls/decide-call.ts';
import type { SpecialCallRun } from '#core/special-calls/special-call-run.ts';
import { freshCall, moment, shippedCall, shippedCalls } from './shipped-calls.ts';

/** The call after a step that must go through. */
function does(run: SpecialCallRun, input: CallInput, callId: string, at: CallMoment): SpecialCallRun {
  const advanced = advanceCall(run, input, shippedCall(callId), at);
  if ('refused' in advanced) throw new Error(`refused: ${advanced.refused.reason}`);
  return advanced.run;
}

function reasonOf(run: SpecialCallRun, input: CallInput, callId: string, at: CallMoment): string | null {
  const advanced = advanceCall(run, input, shippedCall(callId), at);
  return 'refused' in advanced ? advanced.refused.reason : null;
}

/** Every wait that follows a figure of the site: the first step of a shipped call that has it. */
const following = waitFigures.flatMap((figure) => {
  for (const call of shippedCalls()) {
    const step = call.steps.find((one) => one.wait?.figure === figure && !one.wait.atMost);
    if (step) return [{ figure, call, step }];
  }
  return [];
});

describe('waits are data', () => {
  test.each(following)('$figure holds a step for as long as the site says, and no longer', ({ figure, call, step }) => {
    const run: SpecialCallRun = {
      ...freshCall(call),
      at: step.id,
      saidAtMs: moment(0).atMs,
      readHere: true,
      fields: Object.fromEntries(call.fields.map(({ id }) => [id, '1'])),
    };
    const input: CallInput =
      step.end === undefined
        ? { type: 'goOn', stepId: step.id, early: false }
        : { type: 'end', stepId: step.id, early: false, summary: '' };
    for (const seconds of [3, 7, 45]) {
      const site = { [figure]: seconds };
      expect(reasonOf(run, input, call.id, moment(seconds * 1_000 - 1, site))).toBe('waiting');
      expect(reasonOf(run, input, call.id, moment(seconds * 1_000, site))).toBeNull();
    }
  });

  test('the figures that steps of shipped calls wait by are all met', () => {
    expect(following.map(({ figure }) => figure)).toEqual(
      expect.arrayContaining([
        'silentLineWaitSeconds',
        'transferPauseSeconds',
        'lookUpReturnSeconds',
        'hangUpWaitSeconds',
      ]),
    );
  });

  test('a silent line is greeted, asked again and told, with the full wait between', () => {
    const silent = 'special-calls/silent';
    const say = (stepId: string): CallInput => ({ type: 'say', stepId, line: null, on: false });
    const on = (stepId: string): CallInput => ({ type: 'goOn', stepId, early: false });
    let run = freshCall(shippedCall(silent));
    expect(reasonOf(run, on('greet'), silent, moment(60_000)), 'the wait begins with the greeting').toBe('waiting');
    run = does(run, say('greet'), silent, moment(1_000));
    expect(reasonOf(run, on('greet'), silent, moment(5_999))).toBe('waiting');
    run = does(run, on('greet'), silent, moment(6_000));
    run = does(run, say('again'), silent, moment(7_000));
    run = does(run, on('again'), silent, moment(12_000));
    expect(run.at).toBe('farewell');
    run = does(run, say('farewell'), silent, moment(13_000));
    const end: CallInput = { type: 'end', stepId: 'farewell', early: false, summary: '没人说话' };
    expect(reasonOf(run, end, silent, moment(14_000))).toBe('waiting');
    expect(does(run, end, silent, moment(15_000))).toMatchObject({ state: 'ended', ending: '没有声音，请客户再打' });
  });

  test('a private call may end at any time, and the site says how long it may take at most', () => {
    const call = shippedCall('special-calls/private-call');
    const step = call.steps.find(({ id }) => id === 'keepShort');
    if (!step) throw new Error('the step is gone');
    const run: SpecialCallRun = { ...freshCall(call), at: step.id };
    const end: CallInput = { type: 'end', stepId: step.id, early: false, summary: '' };
    expect(waitSeconds(step, { ...defaultRules, privateCallSeconds: 45 })).toBe(45);
    const ended = advanceCall(run, end, call, moment(1_000));
    expect(ended).toMatchObject({ events: [{ kind: 'specialCall.ended', payload: { early: false } }] });
  });

  test('cutting a wait short has to be said, and stands in the event', () => {
    const call = shippedCall('special-calls/silent');
    const run = freshCall(call);
    const advanced = advanceCall(run, { type: 'goOn', stepId: 'greet', early: true }, call, moment(500));
    expect(advanced).toMatchObject({
      events: [
        { kind: 'specialCall.wentOn', payload: { why: 'silence', early: true, waitSeconds: 5, waitedMs: null } },
      ],
    });
  });
});

describe('a rescue', () => {
  const rescue = 'special-calls/rescue';
  const capture = (fieldId: string, value: string): CallInput => ({ type: 'capture', fieldId, value });
  const onTheRoad: CallInput[] = [
    { type: 'answer', stepId: 'safeFirst', answerId: 'safe' },
    capture('location', '收费站出来两公里'),
    capture('onRoad', 'yes'),
    capture('roadSection', '绕城东段'),
    capture('stakeNumber', 'K23+500'),
    capture('heading', '往机场'),
    { type: 'goOn', stepId: 'where', early: false },
    capture('happened', '爆胎'),
    capture('caller', '周涛'),
    capture('contact', '13812345678'),
    capture('plate', '浙A12345'),
    capture('vehicleType', '七座面包车'),
    { type: 'goOn', stepId: 'what', early: false },
  ];
  const toReadBack = () =>
    onTheRoad.reduce((run, input) => does(run, input, rescue, moment(60_000)), freshCall(shippedCall(rescue)));

  test('on the road asks for section, stake, direction, plate and vehicle before it goes on', () => {
    let run = freshCall(shippedCall(rescue));
    for (const input of onTheRoad.slice(0, 3)) run = does(run, input, rescue, moment(60_000));
    const advanced = advanceCall(
      run,
      { type: 'goOn', stepId: 'where', early: false },
      shippedCall(rescue),
      moment(60_000),
    );
    expect(advanced).toMatchObject({
      refused: {
        reason: 'fieldsMissing',
        missing: [{ id: 'roadSection' }, { id: 'stakeNumber' }, { id: 'heading' }],
      },
    });
  });

  test('is read back before any way on, and once more after a change', () => {
    let run = toReadBack();
    const right: CallInput = { type: 'answer', stepId: 'readBack', answerId: 'right' };
    const late = moment(999_000);
    expect(reasonOf(run, right, rescue, late)).toBe('notReadBack');
    expect(reasonOf(run, { type: 'goOn', stepId: 'readBack', early: true }, rescue, late)).toBe('notReadBack');
    run = does(run, { type: 'readBack', stepId: 'readBack' }, rescue, late);
    run = does(run, right, rescue, late);
    const end: CallInput = { type: 'end', stepId: 'dispatch', early: false, summary: '已派' };
    run = does(run, capture('plate', '浙A54321'), rescue, late);
    expect(reasonOf(run, end, rescue, late), 'the plate changed after it was read').toBe('notReadBack');
    run = does(run, { type: 'readBack', stepId: 'dispatch' }, rescue, late);
    expect(does(run, end, rescue, late).state).toBe('ended');
  });

  test('cannot be emptied on the way: what was left open again holds the end', () => {
    let run = toReadBack();
    run = does(run, { type: 'readBack', stepId: 'readBack' }, rescue, moment(999_000));
    run = does(run, { type: 'answer', stepId: 'readBack', answerId: 'right' }, rescue, moment(999_000));
    run = does(run, capture('contact', ''), rescue, moment(999_000));
    const end: CallInput = { type: 'end', stepId: 'dispatch', early: false, summary: '' };
    expect(reasonOf(run, end, rescue, moment(999_000))).toBe('fieldsMissing');
  });
});

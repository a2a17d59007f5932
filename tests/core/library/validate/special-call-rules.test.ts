import { describe, expect, it } from 'vitest';
import { type Entry, entrySchema } from '#contract/library/release.ts';
import { captureFields } from '#core/library/validate/capture-fields.ts';
import { links, scenes } from '#core/library/validate/links.ts';
import { specialCalls } from '#core/library/validate/special-calls.ts';
import { libraryOf, makeLine, provenance, reasons } from './make-library.ts';

type Step = Record<string, unknown> & { id: string };

const heard = { id: 'heard', label: '听见了', to: 'goOn' };
const nothing = { id: 'nothing', label: '还是没声音', to: 'hangUp' };

/** Greet and wait → heard: go on; silence: hang up. */
const soundSteps = (): Step[] => [
  { id: 'greet', do: '再问候一遍', say: 'test/line', wait: { seconds: 5, to: 'hangUp' }, answers: [heard, nothing] },
  { id: 'goOn', do: '转入接待', fields: ['matter'], end: '转入接待' },
  { id: 'hangUp', do: '说明后挂断', wait: { seconds: 2 }, end: '没有声音' },
];

function makeCall(steps: Step[], changes: Record<string, unknown> = {}): Entry {
  return entrySchema.parse({
    kind: 'specialCall',
    id: 'test/call',
    title: '没有声音',
    scene: 'everyday',
    channels: ['phone'],
    steps,
    fields: [{ id: 'matter', label: '什么事', type: 'text' }],
    provenance,
    ...changes,
  });
}

const withStep = (changed: Step) => soundSteps().map((step) => (step.id === changed.id ? changed : step));
const greet = (changes: Record<string, unknown>): Step => ({ ...soundSteps()[0], id: 'greet', ...changes });
const found = (steps: Step[], changes: Record<string, unknown> = {}) =>
  reasons(specialCalls(libraryOf(makeCall(steps, changes), makeLine())));

describe('the rule on special calls', () => {
  it('leaves a complete call alone', () => {
    const library = libraryOf(makeCall(soundSteps()), makeLine());
    expect([specialCalls, links, scenes, captureFields].flatMap((rule) => rule(library))).toEqual([]);
  });

  it.each<[string, Step[], RegExp]>([
    ['two steps with one id', [...soundSteps(), { id: 'goOn', do: '再来一次', end: '完了' }], /goOn exists twice/],
    ['a step that goes on in two ways', withStep(greet({ next: 'goOn' })), /exactly one of next, answers or end/],
    ['a step that goes nowhere', withStep({ id: 'hangUp', do: '挂断' }), /exactly one of next, answers or end/],
    ['a way to no step', withStep(greet({ answers: [heard, { ...nothing, to: 'gone' }] })), /leads to gone/],
    ['silence that leads to no step', withStep(greet({ wait: { seconds: 5, to: 'gone' } })), /leads to gone/],
    [
      'a wait for an answer that cannot be given',
      withStep({ id: 'hangUp', do: '等一等', wait: { seconds: 2, to: 'goOn' }, end: '完了' }),
      /waits for nothing that could be answered/,
    ],
    ['two answers with one id', withStep(greet({ answers: [heard, { ...nothing, id: 'heard' }] })), /two answers/],
    ['a question with one answer', withStep(greet({ wait: undefined, answers: [heard] })), /write next/],
    [
      'a field it does not have',
      withStep({ id: 'hangUp', do: '挂断', fields: ['name'], end: '完了' }),
      /captures name/,
    ],
    ['a step nothing leads to', [...soundSteps(), { id: 'island', do: '做点什么', end: '完了' }], /leads to island/],
  ])('finds %s', (_, steps, reason) => {
    const [first, ...others] = found(steps);
    expect(first).toMatch(reason);
    expect(others).toEqual([]);
  });

  it('finds fields that no step captures, or that exist twice', () => {
    const matter = { id: 'matter', label: '什么事', type: 'text' };
    expect(found(soundSteps(), { fields: [matter, { ...matter, id: 'name' }] })).toEqual(['no step captures name']);
    expect(found(soundSteps(), { fields: [matter, matter] })).toEqual(['a field id exists twice']);
  });

  it('finds a call that never ends for somebody who stays silent, although others get out', () => {
    const again: Step = { id: 'again', do: '再问', wait: { seconds: 5, to: 'greet' }, answers: [heard, nothing] };
    const steps = [...withStep(greet({ wait: { seconds: 5, to: 'again' } })), again];
    expect(found(steps)).toEqual([
      'whoever stays silent goes round in circles from greet',
      'whoever stays silent goes round in circles from again',
    ]);
  });

  it('finds steps from which nobody gets out', () => {
    const round: Step[] = [
      { id: 'one', do: '先说一遍', next: 'two' },
      { id: 'two', do: '再说一遍', next: 'one' },
    ];
    expect(found(round, { fields: [] })).toEqual([
      'from one nothing leads to an end',
      'from two nothing leads to an end',
    ]);
  });

  it('bounds every wait, and wants the lines to exist', () => {
    expect(() => makeCall(withStep(greet({ wait: { seconds: 601, to: 'hangUp' } })))).toThrow();
    expect(reasons(links(libraryOf(makeCall(soundSteps()))))).toEqual(['there is no entry test/line']);
  });
});

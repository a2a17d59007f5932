import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SpecialCall } from '#contract/library/special-call.ts';
import type { CallEvent } from '#core/special-calls/call-event.ts';
import { missingFields, stepOf } from '#core/special-calls/call-fields.ts';
import type { CallInput } from '#core/special-calls/call-input.ts';
import { advanceCall } from '#core/special-calls/decide-call.ts';
import { evolveCall } from '#core/special-calls/evolve-call.ts';
import type { SpecialCallRun } from '#core/special-calls/special-call-run.ts';
import { fittingExample } from '#tests/core/conversation/finish-from.ts';
import { count } from '#tests/counts.ts';
import { freshCall, moment, shippedCalls } from './shipped-calls.ts';

const calls = shippedCalls();
const LONG_MS = 3_600_000;

/** Everything that could be done at a step, long after its wait is over. */
function inputsAt(run: SpecialCallRun, call: SpecialCall): CallInput[] {
  const step = stepOf(call, run.at);
  const stepId = run.at;
  return [
    { type: 'say', stepId, line: null, on: false },
    { type: 'readBack', stepId },
    ...(step?.answers ?? []).map(({ id }): CallInput => ({ type: 'answer', stepId, answerId: id })),
    { type: 'goOn', stepId, early: false },
    { type: 'end', stepId, early: false, summary: '记录' },
    // One open field after the other: in which order they are filled in decides nothing.
    ...missingFields(run, call)
      .slice(0, 1)
      .map(({ id }) => filled(call, id)),
  ];
}

function filled(call: SpecialCall, fieldId: string): CallInput {
  const field = call.fields.find(({ id }) => id === fieldId);
  return { type: 'capture', fieldId, value: field ? fittingExample(field) : '' };
}

/** What decides where a call can go from here. */
const keyOf = (run: SpecialCallRun) =>
  JSON.stringify([run.state, run.at, run.saidAtMs !== null, run.readHere, run.readBack?.valid, run.fields]);

describe('every shipped special call', () => {
  test('there are as many as the trade knows', () => {
    expect(calls.length).toBeGreaterThanOrEqual(50);
  });

  test.each(calls.map((call) => [call.id, call] as const))(
    '%s has no dead end, and every step and end is reached',
    (_id, call) => {
      const seen = new Map<string, { run: SpecialCallRun; leadsTo: string[] }>();
      const queue = [freshCall(call)];
      for (let run = queue.pop(); run; run = queue.pop()) {
        const key = keyOf(run);
        if (seen.has(key)) continue;
        const leadsTo: string[] = [];
        seen.set(key, { run, leadsTo });
        if (run.state === 'ended') continue;
        for (const input of inputsAt(run, call)) {
          const advanced = advanceCall({ ...run, path: run.path }, input, call, moment(LONG_MS + seen.size));
          if ('refused' in advanced || advanced.events.length === 0) continue;
          // Where it was does not bound where it can go: what a longer way owes is checked by the random walk.
          const next = {
            ...advanced.run,
            path: advanced.run.path.slice(-6),
            enteredAtMs: 0,
            saidAtMs: advanced.run.saidAtMs === null ? null : 0,
          };
          leadsTo.push(keyOf(next));
          queue.push(next);
        }
      }
      const states = [...seen.values()].map(({ run }) => run);
      expect(new Set(states.map(({ at }) => at))).toEqual(new Set(call.steps.map(({ id }) => id)));
      const ends = call.steps.flatMap((step) => (step.end === undefined ? [] : [step.end]));
      expect(new Set(states.filter(({ state }) => state === 'ended').map(({ ending }) => ending))).toEqual(
        new Set(ends),
      );
      const good = new Set([...seen].filter(([, { run }]) => run.state === 'ended').map(([key]) => key));
      for (let grown = true; grown; ) {
        grown = false;
        for (const [key, { leadsTo }] of seen) {
          if (good.has(key) || !leadsTo.some((to) => good.has(to))) continue;
          good.add(key);
          grown = true;
        }
      }
      expect([...seen.keys()].filter((key) => !good.has(key))).toEqual([]);
    },
  );
});

describe('random walks', () => {
  const choice = fc.record({
    pick: fc.nat(200),
    waitMs: fc.constantFrom(0, 1_000, 2_500, 6_000, 61_000, 700_000),
    value: fc.constantFrom('', 'fits'),
    early: fc.boolean(),
  });
  type Choice = { pick: number; waitMs: number; value: string; early: boolean };

  const inputFor = ({ pick, value, early }: Choice, run: SpecialCallRun, call: SpecialCall): CallInput => {
    const stepId = pick % 23 === 0 ? 'elsewhere' : run.at;
    const field = call.fields[pick % Math.max(1, call.fields.length)];
    const kinds: CallInput[] = [
      { type: 'say', stepId, line: null, on: early },
      { type: 'readBack', stepId },
      { type: 'goOn', stepId, early },
      { type: 'end', stepId, early, summary: '记录' },
      { type: 'stepBack', stepId },
      { type: 'correct', text: '补一句', reason: '漏了' },
      { type: 'fillGap', name: 'nextNewsTime', value: '十点' },
      ...(stepOf(call, run.at)?.answers ?? []).map(({ id }): CallInput => ({ type: 'answer', stepId, answerId: id })),
      ...missingFields(run, call).map(({ id }) => filled(call, id)),
    ];
    if (field && pick % 5 === 0) {
      return { type: 'capture', fieldId: field.id, value: value === '' ? '' : fittingExample(field) };
    }
    if (pick % 97 === 0) return { type: 'breakOff', reason: 'lineLost', summary: '' };
    return kinds[pick % kinds.length] as CallInput;
  };

  test('nothing is sent unread or incomplete, no pause is cut short unsaid, and the events replay to the same state', () => {
    const perRun = 40;
    let ended = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...calls),
        fc.array(choice, { minLength: perRun, maxLength: perRun }),
        (call, choices) => {
          let run = freshCall(call);
          let atMs = 0;
          const events: { event: CallEvent; atMs: number }[] = [];
          for (const one of choices) {
            atMs += one.waitMs;
            const before = run;
            const advanced = advanceCall(before, inputFor(one, before, call), call, moment(atMs));
            if ('refused' in advanced) {
              refused += 1;
              continue;
            }
            run = advanced.run;
            events.push(...advanced.events.map((event) => ({ event, atMs })));
            if (before.state === 'ended')
              expect(advanced.events.every(({ kind }) => kind === 'specialCall.corrected')).toBe(true);
            if (before.state === 'running' && run.state === 'ended' && run.brokenOff === null) {
              ended += 1;
              expectSendable(
                before,
                call,
                events.map(({ event }) => event),
              );
            }
          }
          const replayed = events.reduce(
            (now, { event, atMs: at }) => evolveCall(now, event, moment(at)),
            freshCall(call),
          );
          expect(replayed).toEqual(run);
        },
      ),
      { numRuns: Math.ceil(count('specialCallSteps') / perRun) },
    );
    // Walks that never end, or are never refused anything, would prove nothing.
    expect(ended).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });

  function expectSendable(run: SpecialCallRun, call: SpecialCall, events: readonly CallEvent[]): void {
    const step = stepOf(call, run.at);
    expect(step?.end).toBeDefined();
    expect(missingFields(run, call)).toEqual([]);
    const readBackAt = events.findLastIndex(({ kind }) => kind === 'specialCall.readBack');
    const read = events[readBackAt];
    // A call that has one step to read back, and was left past it, was read: and nothing of it was changed afterwards.
    const passed = run.path.some(({ stepId }) => stepOf(call, stepId)?.readBack) || step?.readBack === true;
    if (passed) expect(readBackAt).toBeGreaterThanOrEqual(0);
    if (read?.kind === 'specialCall.readBack') {
      const changed = events
        .slice(readBackAt + 1)
        .filter(
          (event) => event.kind === 'specialCall.captured' && read.payload.fieldIds.includes(event.payload.fieldId),
        );
      expect(changed).toEqual([]);
    }
    if (/rescue/.test(call.id)) {
      expect(readBackAt, 'a rescue is read back before it is sent').toBeGreaterThanOrEqual(0);
      for (const field of call.fields) {
        const asked = field.onlyIf === undefined || run.fields[field.onlyIf.field] === field.onlyIf.is;
        if (field.required && asked && field.id !== 'injured') expect(run.fields[field.id] ?? '').not.toBe('');
      }
    }
  }
});

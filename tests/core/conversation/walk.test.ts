import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '#contract/site-rules.ts';
import { advance } from '#core/conversation/advance.ts';
import { activeWalk, stages } from '#core/conversation/definition.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import { count } from '#tests/counts.ts';
import { finishFrom } from './finish-from.ts';
import { newerDefinition } from './newer-definition.ts';
import { agentNow, freshConversation, START_MS, shippedDefinitions } from './shipped-definition.ts';
import { checkGates, checkMoved, checkReplay, checkStale, stageMemory } from './walk-checks.ts';
import { stepOf } from './walk-steps.ts';

/** Steps of one walk; many walks make up the count. */
const WALK = 160;
const definitions = shippedDefinitions();
const everReached = [
  'stageIncomplete',
  'moved',
  'notInThisStage',
  'notYours',
  'conversation.undone',
  'conversation.movedToRelease',
  'conversation.handOverOffered',
  'conversation.handOverAccepted',
  'conversation.handOverDeclined',
  'conversation.promiseMoved',
  'conversation.promiseKept',
];

describe.each(definitions.map((definition) => [definition.flow.title, definition] as const))('%s', (_, definition) => {
  const choices = { numRuns: Math.ceil(count('conversationSteps') / WALK) };

  test('whatever is done in whatever order and by whomever, no gate gives way and a finish stays in reach', () => {
    const reached = new Set<string>();
    const newer = { definitionHash: 'newer', definition: newerDefinition(definition) };
    const behind = fc.option(fc.nat(12), { freq: 4, nil: null });
    const steps = fc.array(fc.tuple(stepOf(definition), behind), { minLength: WALK, maxLength: WALK });
    fc.assert(
      fc.property(steps, (makeSteps) => {
        const remember = stageMemory();
        const seenStates = [freshConversation(definition)];
        let state = seenStates[0] as Conversation;
        let now = definition;
        let atMs = START_MS;
        for (const [makeStep, stepsBehind] of makeSteps) {
          atMs += 1_000;
          // A second window of the same desk, drawn some steps ago, sends what it shows.
          const screen = seenStates.at(-1 - (stepsBehind ?? 0)) ?? state;
          const made = makeStep({ state: screen, definition: now, newer, atMs });
          const input = stepsBehind === null ? made.input : { ...made.input, seen: screen.revision };
          const doing = { ...made.by, atMs };
          const advanced = advance(state, input, now, doing, defaultRules);
          if ('refused' in advanced) {
            reached.add(advanced.refused.reason);
            continue;
          }
          for (const event of advanced.events) reached.add(event.kind);
          reached.add(advanced.state.stage);
          const taken = { before: state, after: advanced.state, input, doing, definition: now };
          checkGates(taken);
          checkMoved(taken);
          checkStale(taken);
          remember(taken);
          checkReplay(state, advanced, doing);
          if (input.type === 'moveToRelease') now = newer.definition;
          state = advanced.state;
          seenStates.push(state);
          if (state.state === 'finished') break;
        }
        expect(finishFrom(state, now, atMs)?.state).toBe('finished');
      }),
      choices,
    );
    // Walks that never get anywhere would prove nothing.
    for (const wanted of [...stages, ...everReached]) expect(reached).toContain(wanted);
  });

  test('any input to any state is answered, also one that makes no sense', () => {
    const nonsense = fc.record({
      type: fc.constantFrom(
        'answer',
        'captureField',
        'tickAction',
        'advanceStage',
        'setPromise',
        'openWorkOrder',
        'handOver',
        'undo',
        'movePromise',
        'x',
      ),
      stage: fc.string(),
      from: fc.string(),
      to: fc.option(fc.string(), { nil: undefined }),
      actionId: fc.string(),
      fieldId: fc.constantFrom('__proto__', 'constructor', 'matter', ''),
      nodeId: fc.string(),
      answerId: fc.string(),
      name: fc.string(),
      text: fc.string({ unit: 'binary' }),
      value: fc.string({ unit: 'binary' }),
      dueAtMs: fc.oneof(fc.double(), fc.integer()),
      workOrderId: fc.string(),
      number: fc.string(),
      note: fc.string({ unit: 'binary' }),
      why: fc.string(),
      revision: fc.oneof(fc.double(), fc.integer()),
      seen: fc.option(fc.oneof(fc.double(), fc.integer()), { nil: undefined }),
    });
    fc.assert(
      fc.property(nonsense, fc.constantFrom('running', 'parked', 'finished'), (input, state) => {
        const from = { ...freshConversation(definition), state } as Conversation;
        // Only the shape of an input is promised by its type; a stale or hostile client may send anything.
        const advanced = advance(from, input as unknown as StepInput, definition, agentNow, defaultRules);
        expect('refused' in advanced || 'state' in advanced).toBe(true);
      }),
      choices,
    );
  });

  test('every answer and every refused finding of every table leads on, and every node can be reached', () => {
    for (const table of definition.tables) {
      const inClarify: Conversation = { ...freshConversation(definition), stage: 'clarify' };
      const seen = new Set<string>();
      const explore = (state: Conversation): void => {
        const walk = activeWalk(state, definition);
        expect(walk?.question ?? walk?.finding, `${table.id} stands nowhere`).toBeTruthy();
        if (!walk || seen.has(walk.run.at)) return;
        seen.add(walk.run.at);
        const inputs: StepInput[] = walk.question
          ? walk.question.answers.map((answer) => ({ type: 'answer', nodeId: walk.run.at, answerId: answer.id }))
          : [{ type: 'refuseFinding', nodeId: walk.run.at }];
        for (const input of inputs) {
          const advanced = advance(state, input, definition, agentNow, defaultRules);
          if ('refused' in advanced) {
            expect(advanced.refused.reason).toBe('noOtherWay');
            expect(walk.finding?.action.type).toMatch(/^(?:escalate|close)$/);
          } else explore(advanced.state);
        }
      };
      const started = advance(inClarify, { type: 'startTable', tableId: table.id }, definition, agentNow, defaultRules);
      if ('refused' in started) throw new Error(`${table.id} cannot be started`);
      explore(started.state);
      expect([...seen].sort()).toEqual(table.nodes.map((node) => node.id).sort());
    }
  });
});

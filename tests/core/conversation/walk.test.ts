import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { moodSchema } from '#contract/conversation/terms.ts';
import { advance } from '#core/conversation/advance.ts';
import { activeWalk, fieldsOf, stageAfter, stages } from '#core/conversation/definition.ts';
import { evolve } from '#core/conversation/evolve.ts';
import { missingForFinish, missingIn } from '#core/conversation/gates.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import { count } from '#tests/counts.ts';
import { finishFrom, fittingExample } from './finish-from.ts';
import { freshConversation, START_MS, shippedDefinitions } from './shipped-definition.ts';

/** Steps of one walk; many walks make up the count. */
const WALK = 120;
const definitions = shippedDefinitions();

describe.each(definitions.map((definition) => [definition.flow.title, definition] as const))('%s', (_, definition) => {
  const choices = { numRuns: Math.ceil(count('conversationSteps') / WALK) };

  test('whatever is done in whatever order, no gate gives way and a finish stays in reach', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(stepOf(definition), { minLength: WALK, maxLength: WALK }), (steps) => {
        let state = freshConversation(definition);
        let atMs = START_MS;
        for (const makeStep of steps) {
          atMs += 1_000;
          const input = makeStep(state, atMs);
          const advanced = advance(state, input, definition, { atMs, personId: 'person-1' });
          if ('refused' in advanced) {
            reached.add(advanced.refused.reason);
            continue;
          }
          reached.add(advanced.state.stage);
          checkGates(state, advanced.state, definition);
          checkReplay(state, advanced, atMs);
          if (advanced.state.state === 'finished') break;
          state = advanced.state;
        }
        expect(finishFrom(state, definition, atMs)?.state).toBe('finished');
      }),
      choices,
    );
    // Walks that never get anywhere would prove nothing.
    for (const wanted of [...stages, 'stageIncomplete', 'moved', 'notInThisStage']) {
      expect(reached).toContain(wanted);
    }
  });

  test('any input to any state is answered, also one that makes no sense', () => {
    const nonsense = fc.record({
      type: fc.constantFrom('answer', 'captureField', 'tickAction', 'advanceStage', 'setPromise', 'openWorkOrder', 'x'),
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
    });
    fc.assert(
      fc.property(nonsense, fc.constantFrom('running', 'parked', 'finished'), (input, state) => {
        const from = { ...freshConversation(definition), state } as Conversation;
        // Only the shape of an input is promised by its type; a stale or hostile client may send anything.
        const advanced = advance(from, input as unknown as StepInput, definition, { atMs: START_MS, personId: null });
        expect('refused' in advanced || 'state' in advanced).toBe(true);
      }),
      choices,
    );
  });

  test('every answer and every refused finding of every table leads on, and every node can be reached', () => {
    for (const table of definition.tables) {
      const inClarify: Conversation = { ...freshConversation(definition), stage: 'clarify' };
      const happened = { atMs: START_MS, personId: 'person-1' };
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
          const advanced = advance(state, input, definition, happened);
          if ('refused' in advanced) {
            expect(advanced.refused.reason).toBe('noOtherWay');
            expect(walk.finding?.action.type).toMatch(/^(?:escalate|close)$/);
          } else explore(advanced.state);
        }
      };
      const started = advance(inClarify, { type: 'startTable', tableId: table.id }, definition, happened);
      if ('refused' in started) throw new Error(`${table.id} cannot be started`);
      explore(started.state);
      expect([...seen].sort()).toEqual(table.nodes.map((node) => node.id).sort());
    }
  });
});

/** A step that is likely to mean something in the state it meets: most often what comes next, else any at all. */
function stepOf(definition: ConversationDefinition): fc.Arbitrary<(state: Conversation, atMs: number) => StepInput> {
  const pick = fc.nat();
  const from = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  const mood = fc.constantFrom(...moodSchema.options, null);
  const stage = fc.constantFrom(...stages);
  const actions = definition.flow.stages.flatMap((one) => one.required.map(({ id }) => ({ stage: one.stage, id })));
  const nodes = definition.tables.flatMap((table) => table.nodes.map((node) => node.id));
  type Make = (state: Conversation, atMs: number) => StepInput;
  const arbitrary: fc.Arbitrary<Make>[] = [
    fc.tuple(pick, fc.boolean()).map(
      ([index, tick]): Make =>
        (state) => {
          const own = actions.filter((action) => action.stage === state.stage);
          const action = from(own, index);
          return {
            type: tick || index % 4 > 0 ? 'tickAction' : 'untickAction',
            stage: state.stage,
            actionId: action?.id ?? '',
          };
        },
    ),
    fc.tuple(pick, fc.boolean()).map(
      ([index, empty]): Make =>
        (state) => {
          const field = from(fieldsOf(state, definition), index);
          return {
            type: 'captureField',
            fieldId: field?.id ?? '',
            value: !field || (empty && index % 3 === 0) ? '' : fittingExample(field),
          };
        },
    ),
    fc.constant<Make>((state, atMs) => ({
      type: 'setPromise',
      text: '一小时内',
      dueAtMs: atMs + 3_600_000 + state.revision,
    })),
    pick.map(
      (index): Make =>
        () => ({ type: 'startTable', tableId: from(definition.tables, index)?.id ?? '' }),
    ),
    pick.map(
      (index): Make =>
        (state) => {
          const question = activeWalk(state, definition)?.question;
          return {
            type: 'answer',
            nodeId: question?.id ?? '',
            answerId: from(question?.answers ?? [], index)?.id ?? '',
          };
        },
    ),
    pick.map(
      (index): Make =>
        () => ({ type: 'revisit', nodeId: from(nodes, index) ?? '' }),
    ),
    fc.boolean().map(
      (accept): Make =>
        (state) => {
          const nodeId = activeWalk(state, definition)?.run.at ?? '';
          return { type: accept ? 'acceptFinding' : 'refuseFinding', nodeId };
        },
    ),
    pick.map(
      (index): Make =>
        () => ({ type: 'chooseOutcome', outcomeId: from(definition.flow.outcomes, index)?.id ?? '' }),
    ),
    fc.constant<Make>(() => ({ type: 'openWorkOrder', workOrderId: 'order-1', number: '261102-001' })),
    fc.constant<Make>((state) => ({ type: 'advanceStage', from: state.stage })),
    fc.constant<Make>((state) => ({ type: 'advanceStage', from: state.stage })),
    fc.tuple(stage, stage).map(
      ([at, to]): Make =>
        () => ({ type: 'advanceStage', from: at, to }),
    ),
    stage.map(
      (at): Make =>
        () => ({ type: 'goBack', from: at }),
    ),
    fc.constant<Make>(() => ({ type: 'park' })),
    fc.constant<Make>(() => ({ type: 'resume' })),
    fc.constant<Make>(() => ({ type: 'resume' })),
    mood.map(
      (one): Make =>
        () => ({ type: 'setMood', mood: one }),
    ),
    fc.string().map(
      (text): Make =>
        () => ({ type: 'writeNote', text }),
    ),
    fc.constant<Make>(() => ({ type: 'finish', summary: '办妥了。' })),
  ];
  // Most steps do what the gate asks for, so that walks get far enough to try its later gates.
  const onward: Make = (state, atMs) => {
    const missing = missingIn(state, definition, state.stage)[0];
    const nodeId = activeWalk(state, definition)?.run.at ?? '';
    if (!missing) return { type: 'advanceStage', from: state.stage };
    if (missing.kind === 'action') return { type: 'tickAction', stage: state.stage, actionId: missing.id };
    if (missing.kind === 'finding') return { type: 'acceptFinding', nodeId };
    if (missing.kind === 'promise') return { type: 'setPromise', text: '一小时内', dueAtMs: atMs + 3_600_000 };
    const field = fieldsOf(state, definition).find((one) => one.id === missing.id);
    return { type: 'captureField', fieldId: missing.id, value: field ? fittingExample(field) : '' };
  };
  return fc.oneof({ weight: 3, arbitrary: fc.constant(onward) }, { weight: 2, arbitrary: fc.oneof(...arbitrary) });
}

function checkGates(before: Conversation, after: Conversation, definition: ConversationDefinition): void {
  expect(before.state).not.toBe('finished');
  if (after.state === 'finished') {
    expect(before.stage).toBe('followUp');
    expect(missingForFinish(before, definition)).toEqual([]);
    const visited = before.entered.map((one) => one.stage);
    for (const stage of stages) expect(visited).toContain(stage);
    const outcome = definition.flow.outcomes.find((one) => one.id === before.outcome);
    expect(outcome).toBeDefined();
    if (outcome?.needsWorkOrder) expect(before.workOrder).not.toBeNull();
    if (outcome?.needsPromise) expect(before.promise).not.toBeNull();
  }
  if (after.stage === before.stage) return;
  const step = stages.indexOf(after.stage) - stages.indexOf(before.stage);
  expect(Math.abs(step)).toBe(1);
  expect(after.fields).toEqual(before.fields);
  expect(after.tables).toEqual(before.tables);
  if (step !== 1) return;
  expect(after.stage).toBe(stageAfter(before.stage));
  const flowStage = definition.flow.stages.find((one) => one.stage === before.stage);
  for (const action of flowStage?.required ?? []) {
    expect(before.ticked).toContainEqual({ stage: before.stage, actionId: action.id });
  }
  for (const field of flowStage?.fields.filter((one) => one.required) ?? []) {
    expect(before.fields[field.id] ?? '').not.toBe('');
  }
  if (before.stage === 'resolve') expect(before.outcome).not.toBeNull();
}

/** The events alone lead to the state that the step answered. */
function checkReplay(
  before: Conversation,
  advanced: Extract<ReturnType<typeof advance>, { state: unknown }>,
  atMs: number,
): void {
  const replayed = advanced.events.reduce((now, event) => evolve(now, event, { atMs, personId: 'person-1' }), before);
  expect(replayed).toEqual(advanced.state);
}

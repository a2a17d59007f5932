import { expect } from 'vitest';
import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { defaultRules } from '#contract/site-rules.ts';
import type { advance } from '#core/conversation/advance.ts';
import { authorityOf } from '#core/conversation/authority.ts';
import { stageAfter, stages } from '#core/conversation/definition.ts';
import { evolve } from '#core/conversation/evolve.ts';
import { missingForFinish } from '#core/conversation/gates.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { Doing, StepInput } from '#core/conversation/step-input.ts';
import { changes } from '#core/conversation/touched.ts';
import { canonicalText } from '#ledger/canonical.ts';

export interface Taken {
  readonly before: Conversation;
  readonly after: Conversation;
  readonly input: StepInput;
  readonly doing: Doing;
  readonly definition: ConversationDefinition;
}

/** No stage is left, nothing is finished and nothing changes hands but by its gate. */
export function checkGates({ before, after, definition, input, doing }: Taken): void {
  if (input.type !== 'keepPromise' && input.type !== 'movePromise') expect(before.state).not.toBe('finished');
  checkOwners(before, after, input, doing);
  if (after.state === 'finished' && before.state !== 'finished') {
    expect(before.stage).toBe('followUp');
    expect(missingForFinish(before, definition, defaultRules)).toEqual([]);
    expect(authorityOf(before, definition, defaultRules).exceeded).toBe(false);
    expect(after.handOver).toBeNull();
    const visited = before.entered.map((one) => one.stage);
    for (const stage of stages) expect(visited).toContain(stage);
    const outcome = definition.flow.outcomes.find((one) => one.id === before.outcome);
    expect(outcome).toBeDefined();
    if (outcome?.needsWorkOrder) expect(before.workOrder).not.toBeNull();
    if (outcome?.needsPromise) expect(before.promise).not.toBeNull();
  }
  if (after.stage === before.stage) return;
  expect(['advanceStage', 'goBack']).toContain(input.type);
  const step = stages.indexOf(after.stage) - stages.indexOf(before.stage);
  expect(Math.abs(step)).toBe(1);
  expect(after.fields).toEqual(before.fields);
  expect(after.tables).toEqual(before.tables);
  if (step === 1) checkLeft(before, after, definition);
}

function checkLeft(before: Conversation, after: Conversation, definition: ConversationDefinition): void {
  expect(after.stage).toBe(stageAfter(before.stage));
  const flowStage = definition.flow.stages.find((one) => one.stage === before.stage);
  for (const action of flowStage?.required ?? []) {
    expect(before.ticked).toContainEqual({ stage: before.stage, actionId: action.id });
  }
  for (const field of flowStage?.fields.filter((one) => one.required && !one.onlyIf) ?? []) {
    const filled = before.fields[field.id] ?? (field.fills === undefined ? '' : before.variables[field.fills]) ?? '';
    expect(filled, field.id).not.toBe('');
  }
  if (before.stage !== 'resolve') return;
  expect(before.outcome).not.toBeNull();
  expect(authorityOf(before, definition, defaultRules).exceeded).toBe(false);
}

/** Whoever was asked first is named for ever, and a matter moves only to somebody who takes it. */
function checkOwners(before: Conversation, after: Conversation, input: StepInput, doing: Doing): void {
  expect(after.owners[0]).toEqual(before.owners[0]);
  if (after.ownerId === before.ownerId) return;
  expect(input.type).toBe('acceptHandOver');
  expect(after.ownerId).toBe(doing.personId);
  expect(before.handOver).not.toBeNull();
  if (doing.role !== 'lead') expect(before.handOver?.toId).toBe(doing.personId);
  expect(after).toMatchObject({ stage: before.stage, fields: before.fields, ticked: before.ticked, undo: [] });
}

const changeable = (state: Conversation): string => {
  const { customer, mood, ticked, again, fields, tables, activeTable, outcome, promise } = state;
  return canonicalText({ customer, mood, ticked, again, fields, tables, activeTable, outcome, promise });
};

/** Remembers how a stage stood, so that a step taken back can be told from a way round. */
export function stageMemory(): (taken: Taken) => void {
  let stood = new Set<string>();
  return ({ before, after, input }) => {
    stood.add(changeable(before));
    if (input.type === 'undo' && after !== before) {
      expect(after).toMatchObject({ stage: before.stage, state: before.state, workOrder: before.workOrder });
      expect(stood.has(changeable(after)), 'undone to a state this stage was never in').toBe(true);
    }
    const onwards = ['advanceStage', 'goBack', 'moveToRelease', 'openWorkOrder', 'acceptHandOver', 'movePromise'];
    if (onwards.includes(input.type) && after !== before) stood = new Set([changeable(after)]);
  };
}

/** Nothing captured is lost on the way to a newer flow, and nothing is gained. */
export function checkMoved({ before, after, input }: Taken): void {
  if (input.type !== 'moveToRelease' || after === before) return;
  const { stage, state, ownerId, workOrder, promise, handOver } = before;
  expect(after).toMatchObject({ stage, state, ownerId, workOrder, promise, handOver });
  const kept = [...Object.values(after.fields), ...after.carried.map((one) => one.value)];
  for (const value of Object.values(before.fields)) expect(kept).toContain(value);
  for (const tick of after.ticked) expect(before.ticked).toContainEqual(tick);
}

/** A screen that is behind changes nothing that somebody else changed in between. */
export function checkStale({ before, after, input }: Taken): void {
  const thing = changes(input);
  if (input.seen === undefined || thing === null || after === before) return;
  expect(before.touched[thing] ?? 0).toBeLessThanOrEqual(input.seen);
}

/** The events alone, as the journal keeps them, lead to the state that the step answered. */
export function checkReplay(
  before: Conversation,
  advanced: Extract<ReturnType<typeof advance>, { state: unknown }>,
  doing: Doing,
): void {
  const stored = JSON.parse(JSON.stringify(advanced.events)) as typeof advanced.events;
  const replayed = stored.reduce((now, event) => evolve(now, event, doing), before);
  expect(replayed).toEqual(advanced.state);
}

import fc from 'fast-check';
import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { handOverWhySchema, moodSchema } from '#contract/conversation/terms.ts';
import { defaultRules } from '#contract/site-rules.ts';
import { activeWalk, fieldsOf, stages } from '#core/conversation/definition.ts';
import { missingIn } from '#core/conversation/gates.ts';
import { type Conversation, ownerRole } from '#core/conversation/state.ts';
import type { Doing, StepInput } from '#core/conversation/step-input.ts';
import { fittingExample } from './finish-from.ts';

/** What a step is made from: what its screen shows, under which definition, and what a newer release would be. */
export interface Scene {
  readonly state: Conversation;
  readonly definition: ConversationDefinition;
  readonly newer: { readonly definitionHash: string; readonly definition: ConversationDefinition };
  readonly atMs: number;
}
export type MakeStep = (scene: Scene) => { input: StepInput; by: Omit<Doing, 'atMs'> };

const people = [
  { personId: 'person-1', role: 'agent' },
  { personId: 'person-2', role: 'agent' },
  { personId: 'lead-1', role: 'lead' },
] as const;

const from = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** A step that is likely to mean something in the state it meets: most often what comes next, else any at all. */
export function stepOf(definition: ConversationDefinition): fc.Arbitrary<MakeStep> {
  const any = fc.oneof(...courses(definition), ...captures(), ...tableSteps(definition), ...ownership());
  // Most steps do what the gate asks for, so that walks get far enough to try its later gates.
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant(byOwner(onward)) },
    { weight: 20, arbitrary: any.map(byOwner) },
    { weight: 3, arbitrary: fc.tuple(any, fc.constantFrom(...people)).map(([make, by]) => byPerson(make, by)) },
    { weight: 3, arbitrary: answers() },
  );
}

type Make = (scene: Scene) => StepInput;

const byOwner =
  (make: Make): MakeStep =>
  (scene) => ({ input: make(scene), by: { personId: scene.state.ownerId, role: ownerRole(scene.state) } });
const byPerson =
  (make: Make, by: Omit<Doing, 'atMs'>): MakeStep =>
  (scene) => ({ input: make(scene), by });

/** Accepting and declining come from somebody else. */
function answers(): fc.Arbitrary<MakeStep> {
  return fc
    .tuple(fc.constantFrom(...people), fc.boolean())
    .map(([by, yes]) =>
      byPerson(() => (yes ? { type: 'acceptHandOver' } : { type: 'declineHandOver', words: '这会儿走不开' }), by),
    );
}

const onward: Make = ({ state, definition, atMs }) => {
  const missing = missingIn(state, definition, state.stage, defaultRules)[0];
  const nodeId = activeWalk(state, definition)?.run.at ?? '';
  if (!missing) return { type: 'advanceStage', from: state.stage };
  if (missing.kind === 'action') return { type: 'tickAction', stage: state.stage, actionId: missing.id };
  if (missing.kind === 'finding') return { type: 'acceptFinding', nodeId };
  if (missing.kind === 'promise') return { type: 'setPromise', text: '一小时内', dueAtMs: atMs + 3_600_000 };
  if (missing.kind === 'authority') return { type: 'handOver', toId: null, why: 'beyondAuthority', note: '超出权限' };
  if (missing.kind === 'outcome') return { type: 'chooseOutcome', outcomeId: definition.flow.outcomes[0]?.id ?? '' };
  if (missing.kind === 'workOrder') return { type: 'openWorkOrder', workOrderId: 'order-1', number: '261102-001' };
  const field = fieldsOf(state, definition).find((one) => one.id === missing.id);
  return { type: 'captureField', fieldId: missing.id, value: field ? fittingExample(field) : '' };
};

function courses({ flow }: ConversationDefinition): fc.Arbitrary<Make>[] {
  const stage = fc.constantFrom(...stages);
  const actions = flow.stages.flatMap((one) => one.required.map(({ id }) => ({ stage: one.stage, id })));
  return [
    fc.tuple(fc.nat(), fc.boolean()).map(
      ([index, tick]): Make =>
        ({ state }) => {
          const action = from(
            actions.filter((one) => one.stage === state.stage),
            index,
          );
          const type = tick || index % 4 > 0 ? 'tickAction' : 'untickAction';
          return { type, stage: state.stage, actionId: action?.id ?? '' };
        },
    ),
    fc.constant<Make>(({ state }) => ({ type: 'advanceStage', from: state.stage })),
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
    fc.constant<Make>(() => ({ type: 'finish', summary: '办妥了。' })),
    // Nobody moves on twice in a row by a press, so two of these are two customers' worth of patience.
    fc.constant<Make>(({ state }) => ({ type: 'undo', revision: state.undo.at(-1)?.revision ?? 0 })),
    fc.constant<Make>(({ state }) => ({ type: 'undo', revision: state.undo.at(-1)?.revision ?? 0 })),
    fc.nat(9).map(
      (by): Make =>
        ({ state }) => ({ type: 'undo', revision: state.revision - by }),
    ),
    fc.constant<Make>(({ newer }) => ({ type: 'moveToRelease', releaseVersion: '2026.12.1', ...newer })),
  ];
}

function captures(): fc.Arbitrary<Make>[] {
  const amount = fc.constantFrom('12', '180', '260', '900', '5000');
  return [
    fc.tuple(fc.nat(), fc.boolean()).map(
      ([index, empty]): Make =>
        ({ state, definition }) => {
          const field = from(fieldsOf(state, definition), index);
          return {
            type: 'captureField',
            fieldId: field?.id ?? '',
            value: !field || (empty && index % 3 === 0) ? '' : fittingExample(field),
          };
        },
    ),
    fc.tuple(fc.constantFrom('offerAmount', 'amount'), amount).map(
      ([fieldId, value]): Make =>
        () => ({ type: 'captureField', fieldId, value }),
    ),
    fc.constantFrom(...moodSchema.options, null).map(
      (mood): Make =>
        () => ({ type: 'setMood', mood }),
    ),
    fc.string().map(
      (text): Make =>
        () => ({ type: 'writeNote', text }),
    ),
    fc.constant<Make>(() => ({ type: 'noteCustomer', customer: { name: '王丽', tier: 'vip' } })),
    fc.nat(3).map(
      (at): Make =>
        () => ({ type: 'fillVariable', name: 'planName', value: `套餐${at}` }),
    ),
  ];
}

function tableSteps({ flow, tables }: ConversationDefinition): fc.Arbitrary<Make>[] {
  const pick = fc.nat();
  const nodes = tables.flatMap((table) => table.nodes.map((node) => node.id));
  return [
    pick.map(
      (index): Make =>
        () => ({ type: 'startTable', tableId: from(tables, index)?.id ?? '' }),
    ),
    pick.map(
      (index): Make =>
        ({ state, definition }) => {
          const question = activeWalk(state, definition)?.question;
          const answerId = from(question?.answers ?? [], index)?.id ?? '';
          return { type: 'answer', nodeId: question?.id ?? '', answerId };
        },
    ),
    pick.map(
      (index): Make =>
        () => ({ type: 'revisit', nodeId: from(nodes, index) ?? '' }),
    ),
    fc.boolean().map(
      (accept): Make =>
        ({ state, definition }) => {
          const nodeId = activeWalk(state, definition)?.run.at ?? '';
          return { type: accept ? 'acceptFinding' : 'refuseFinding', nodeId };
        },
    ),
    pick.map(
      (index): Make =>
        () => ({ type: 'chooseOutcome', outcomeId: from(flow.outcomes, index)?.id ?? '' }),
    ),
    fc.constant<Make>(() => ({ type: 'openWorkOrder', workOrderId: 'order-1', number: '261102-001' })),
    fc.constant<Make>(({ state, atMs }) => ({
      type: 'setPromise',
      text: '一小时内',
      dueAtMs: atMs + 3_600_000 + state.revision,
    })),
  ];
}

function ownership(): fc.Arbitrary<Make>[] {
  const toId = fc.constantFrom('person-1', 'person-2', 'lead-1', null);
  return [
    fc.tuple(toId, fc.constantFrom(...handOverWhySchema.options)).map(
      ([to, why]): Make =>
        () => ({ type: 'handOver', toId: to, why, note: '客户在等回电' }),
    ),
    fc.constant<Make>(() => ({ type: 'withdrawHandOver' })),
    fc.constant<Make>(() => ({ type: 'keepPromise' })),
    fc.nat().map(
      (by): Make =>
        ({ atMs }) => ({
          type: 'movePromise',
          text: '两小时内',
          dueAtMs: atMs + 3_600_000 + (by % 3_600_000),
          why: '部门还在查',
        }),
    ),
  ];
}

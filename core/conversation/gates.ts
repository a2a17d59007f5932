import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Missing } from '#contract/conversation/terms.ts';
import type { CaptureField } from '#contract/library/capture-field.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { missingAuthority } from './authority.ts';
import { activeWalk, fieldsOf, flowStage, outcomeOf, stages } from './definition.ts';
import { capturedValue } from './line-values.ts';
import type { Conversation } from './state.ts';
import type { StepRules } from './step-rules.ts';

/**
 * What a stage still needs before the conversation may leave it towards the next one; empty when the way is open. Without
 * rules it is not asked how much a post may settle.
 */
export function missingIn(
  state: Conversation,
  definition: ConversationDefinition,
  stage: Stage,
  rules: StepRules | null,
): Missing[] {
  const wanted = flowStage(definition, stage);
  if (!wanted) return [];
  const { exit } = wanted;
  const actions = wanted.required
    .filter(({ id }) => !isTicked(state, stage, id))
    .map(({ id, label }): Missing => ({ kind: 'action', id, label }));
  const required = [...exit.fields, ...wanted.fields.filter((field) => field.required).map((field) => field.id)];
  return [
    ...actions,
    ...missingFields(state, definition, required),
    ...(exit.tableFinished || exit.tableAccepted ? missingAnswer(state, definition) : []),
    ...(exit.tableAccepted ? missingOfFinding(state, definition) : []),
    ...(exit.outcome ? missingOfOutcome(state, definition) : []),
    ...(stage === 'resolve' && rules ? missingAuthority(state, definition, rules) : []),
  ].filter(firstOfItsKind);
}

/** What the finish still needs: everything that every stage asks for, also where it was taken back later on. */
export function missingForFinish(
  state: Conversation,
  definition: ConversationDefinition,
  rules: StepRules | null,
): Missing[] {
  return [
    ...stages.flatMap((stage) => missingIn(state, definition, stage, rules)),
    ...missingOfOutcome(state, definition),
  ].filter(firstOfItsKind);
}

/** What a work order still needs: an answered table, and every field its finding names. */
export function missingForWorkOrder(state: Conversation, definition: ConversationDefinition): Missing[] {
  const finding = activeWalk(state, definition)?.finding;
  return [...missingAnswer(state, definition), ...missingFields(state, definition, finding?.fields ?? [])];
}

export function isTicked(state: Conversation, stage: Stage, actionId: string): boolean {
  return state.ticked.some((tick) => tick.stage === stage && tick.actionId === actionId);
}

function missingFields(state: Conversation, definition: ConversationDefinition, ids: readonly string[]): Missing[] {
  const known = new Map(fieldsOf(state, definition).map((field) => [field.id, field]));
  return [...new Set(ids)].flatMap((id): Missing[] => {
    const field = known.get(id);
    const open = field && applies(state, field, known) && capturedValue(state, field) === '';
    return open ? [{ kind: 'field', id, label: field.label }] : [];
  });
}

/** A field that is asked only under a condition is asked while the condition holds. */
export function applies(
  state: Conversation,
  { onlyIf }: CaptureField,
  fields: ReadonlyMap<string, CaptureField>,
): boolean {
  if (!onlyIf) return true;
  const other = fields.get(onlyIf.field);
  return other !== undefined && capturedValue(state, other) === onlyIf.is;
}

function missingAnswer(state: Conversation, definition: ConversationDefinition): Missing[] {
  const walk = activeWalk(state, definition);
  return walk?.question ? [{ kind: 'table', id: walk.table.id, label: walk.table.title }] : [];
}

function missingOfFinding(state: Conversation, definition: ConversationDefinition): Missing[] {
  const walk = activeWalk(state, definition);
  if (!walk?.finding) return [];
  const { finding, run } = walk;
  if (!run.accepted) return [{ kind: 'finding', id: finding.id, label: finding.title }];
  const { type, label, promiseHours } = finding.action;
  const ordered = type === 'workOrder' || type === 'escalate';
  return [
    ...(ordered && !state.workOrder ? [{ kind: 'workOrder', id: finding.id, label } as const] : []),
    ...(promiseHours !== undefined && !state.promise ? [{ kind: 'promise', id: finding.id, label } as const] : []),
  ];
}

function missingOfOutcome(state: Conversation, definition: ConversationDefinition): Missing[] {
  const outcome = outcomeOf(definition, state.outcome);
  if (!outcome) return [{ kind: 'outcome', id: '', label: '' }];
  const { id, label, needsWorkOrder, needsPromise } = outcome;
  return [
    ...(needsWorkOrder && !state.workOrder ? [{ kind: 'workOrder', id, label } as const] : []),
    ...(needsPromise && !state.promise ? [{ kind: 'promise', id, label } as const] : []),
  ];
}

/** A work order or promise that finding and outcome both ask for is missing once. */
function firstOfItsKind(missing: Missing, index: number, list: readonly Missing[]): boolean {
  const single = missing.kind === 'workOrder' || missing.kind === 'promise' || missing.kind === 'outcome';
  return list.findIndex((one) => one.kind === missing.kind && (single || one.id === missing.id)) === index;
}

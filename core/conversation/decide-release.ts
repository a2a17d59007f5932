import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { DecisionTable } from '#contract/library/decision-table.ts';
import { canonicalText } from '#ledger/canonical.ts';
import { fieldsOf, flowStage, nodeOf, outcomeOf, tableOf } from './definition.ts';
import { fittingValue } from './field-value.ts';
import type { Conversation, TableRun } from './state.ts';
import { type Decision, type InputOf, refuse } from './step-input.ts';

/**
 * Goes on under the flow of a newer release. Everything that still has its place is kept; a field without one is carried
 * along in words, a table stands where its way still leads, and what is no longer the same is asked for again.
 */
export function decideMoveToRelease(
  state: Conversation,
  { definitionHash, releaseVersion, definition: next }: InputOf<'moveToRelease'>,
  definition: ConversationDefinition,
): Decision {
  if (definitionHash === state.definitionHash) return { events: [] };
  if (next.flow.id !== definition.flow.id) return refuse('unknown');
  const known = new Map(fieldsOf(state, next).map((field) => [field.id, field]));
  const before = new Map(fieldsOf(state, definition).map((field) => [field.id, field]));
  const carried = Object.entries(state.fields).flatMap(([fieldId, value]) => {
    const field = known.get(fieldId);
    const kept = field !== undefined && fittingValue(field, value) === value;
    return kept ? [] : [{ fieldId, label: before.get(fieldId)?.label ?? fieldId, value }];
  });
  const tables = state.tables.flatMap((run) => {
    const table = tableOf(next, run.tableId);
    return table ? [movedRun(run, table, tableOf(definition, run.tableId))] : [];
  });
  const payload = {
    conversationId: state.id,
    definitionHash,
    releaseVersion,
    flowVersion: next.flow.provenance.version,
    ticked: state.ticked.filter((tick) => sameAction(tick, definition, next)),
    carried,
    tables,
    activeTable: tables.some((run) => run.tableId === state.activeTable) ? state.activeTable : null,
    outcome: outcomeOf(next, state.outcome)?.id ?? null,
  };
  return { events: [{ kind: 'conversation.movedToRelease', payload }] };
}

/** An action that says something else now was not done yet. */
function sameAction(
  { stage, actionId }: Conversation['ticked'][number],
  definition: ConversationDefinition,
  next: ConversationDefinition,
): boolean {
  const [was, is] = [definition, next].map((one) =>
    flowStage(one, stage)?.required.find((action) => action.id === actionId),
  );
  return was !== undefined && is !== undefined && was.label === is.label && was.readBack === is.readBack;
}

/** The way through a table up to the first question that leads elsewhere now. */
function movedRun(run: TableRun, next: DecisionTable, before: DecisionTable | undefined) {
  const same = (nodeId: string): boolean => {
    const [was, is] = [nodeOf(before, nodeId), nodeOf(next, nodeId)];
    return was !== undefined && is !== undefined && canonicalText(was) === canonicalText(is);
  };
  const path: TableRun['path'][number][] = [];
  let at = next.start;
  for (const step of run.path) {
    if (step.nodeId !== at || !same(step.nodeId)) break;
    const node = nodeOf(next, step.nodeId);
    const to = node?.type === 'question' ? node.answers.find((one) => one.id === step.answerId)?.to : node?.notAccepted;
    if (to === undefined) break;
    path.push(step);
    at = to;
  }
  const whole = path.length === run.path.length && at === run.at;
  return { tableId: run.tableId, at, path, accepted: run.accepted && whole && same(at) };
}

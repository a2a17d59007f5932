import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { CaptureField } from '#contract/library/capture-field.ts';
import type { DecisionTable, FindingNode, QuestionNode, TableNode } from '#contract/library/decision-table.ts';
import type { FlowStage, Outcome } from '#contract/library/flow.ts';
import { type Stage, stageSchema } from '#contract/vocabulary.ts';
import type { Conversation, TableRun } from './state.ts';

export const stages: readonly Stage[] = stageSchema.options;

export function stageAfter(stage: Stage): Stage | null {
  return stages[stages.indexOf(stage) + 1] ?? null;
}

export function stageBefore(stage: Stage): Stage | null {
  return stages[stages.indexOf(stage) - 1] ?? null;
}

export function isFrom(stage: Stage, earliest: Stage): boolean {
  return stages.indexOf(stage) >= stages.indexOf(earliest);
}

export function flowStage({ flow }: ConversationDefinition, stage: Stage): FlowStage | undefined {
  return flow.stages.find((one) => one.stage === stage);
}

export function tableOf({ tables }: ConversationDefinition, tableId: string | null): DecisionTable | undefined {
  return tables.find((table) => table.id === tableId);
}

export function nodeOf(table: DecisionTable | undefined, nodeId: string): TableNode | undefined {
  return table?.nodes.find((node) => node.id === nodeId);
}

export function outcomeOf({ flow }: ConversationDefinition, outcomeId: string | null): Outcome | undefined {
  return flow.outcomes.find((outcome) => outcome.id === outcomeId);
}

/** The table being walked and where it stands; null before one was started. */
export interface Walk {
  readonly table: DecisionTable;
  readonly run: TableRun;
  readonly question: QuestionNode | null;
  readonly finding: FindingNode | null;
}

export function activeWalk(state: Conversation, definition: ConversationDefinition): Walk | null {
  const run = state.tables.find((one) => one.tableId === state.activeTable);
  const table = tableOf(definition, state.activeTable);
  if (!run || !table) return null;
  const node = nodeOf(table, run.at);
  return {
    table,
    run,
    question: node?.type === 'question' ? node : null,
    finding: node?.type === 'finding' ? node : null,
  };
}

/** Every field of the flow and of the pinned tables, each id once; those of the active table and stage come first. */
export function fieldsOf(state: Conversation, definition: ConversationDefinition): CaptureField[] {
  const lists = [
    flowStage(definition, state.stage)?.fields ?? [],
    tableOf(definition, state.activeTable)?.fields ?? [],
    ...definition.flow.stages.map((stage) => stage.fields),
    ...definition.tables.map((table) => table.fields),
  ];
  return [
    ...new Map(
      lists
        .flat()
        .toReversed()
        .map((field) => [field.id, field]),
    ).values(),
  ].toReversed();
}

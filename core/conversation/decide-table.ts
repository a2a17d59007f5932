import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { activeWalk, flowStage, nodeOf, tableOf, type Walk } from './definition.ts';
import type { Conversation } from './state.ts';
import { type Decision, type InputOf, refuse } from './step-input.ts';

export function decideStartTable(
  state: Conversation,
  { tableId }: InputOf<'startTable'>,
  definition: ConversationDefinition,
): Decision {
  const table = tableOf(definition, tableId);
  if (!table || !nodeOf(table, table.start)) return refuse('unknown');
  if (!isOpenHere(state, tableId, definition)) return refuse('notInThisStage');
  if (state.activeTable === tableId) return refuse('alreadyStarted');
  const at = state.tables.find((run) => run.tableId === tableId)?.at ?? table.start;
  return { events: [{ kind: 'conversation.tableStarted', payload: { conversationId: state.id, tableId, at } }] };
}

export function decideAnswer(
  state: Conversation,
  { nodeId, answerId }: InputOf<'answer'>,
  definition: ConversationDefinition,
): Decision {
  const walk = walkHere(state, definition);
  if ('refused' in walk) return walk;
  if (!walk.question) return refuse('noOpenQuestion');
  if (walk.question.id !== nodeId) return refuse('moved');
  const answer = walk.question.answers.find((one) => one.id === answerId);
  if (!answer || !nodeOf(walk.table, answer.to)) return refuse('unknown');
  const payload = { conversationId: state.id, tableId: walk.table.id, nodeId, answerId, to: answer.to };
  return { events: [{ kind: 'conversation.questionAnswered', payload }] };
}

export function decideRevisit(
  state: Conversation,
  { nodeId }: InputOf<'revisit'>,
  definition: ConversationDefinition,
): Decision {
  const walk = walkHere(state, definition);
  if ('refused' in walk) return walk;
  if (!walk.run.path.some((step) => step.nodeId === nodeId)) return refuse('unknown');
  const payload = { conversationId: state.id, tableId: walk.table.id, nodeId };
  return { events: [{ kind: 'conversation.questionRevisited', payload }] };
}

export function decideFinding(
  state: Conversation,
  { type, nodeId }: InputOf<'acceptFinding' | 'refuseFinding'>,
  definition: ConversationDefinition,
): Decision {
  const walk = walkHere(state, definition);
  if ('refused' in walk) return walk;
  const { finding, table, run } = walk;
  if (!finding) return refuse('noOpenFinding');
  if (finding.id !== nodeId) return refuse('moved');
  const payload = { conversationId: state.id, tableId: table.id, nodeId };
  if (type === 'acceptFinding') {
    return { events: run.accepted ? [] : [{ kind: 'conversation.findingAccepted', payload }] };
  }
  if (finding.notAccepted === undefined || !nodeOf(table, finding.notAccepted)) return refuse('noOtherWay');
  return { events: [{ kind: 'conversation.findingRefused', payload: { ...payload, to: finding.notAccepted } }] };
}

export function isOpenHere(state: Conversation, tableId: string, definition: ConversationDefinition): boolean {
  return flowStage(definition, state.stage)?.tables.includes(tableId) ?? false;
}

function walkHere(
  state: Conversation,
  definition: ConversationDefinition,
): Walk | Exclude<Decision, { events: unknown }> {
  const walk = activeWalk(state, definition);
  if (!walk) return { refused: { reason: 'noOpenQuestion', missing: [] } };
  if (!isOpenHere(state, walk.table.id, definition)) return { refused: { reason: 'notInThisStage', missing: [] } };
  return walk;
}

import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { ConversationSummary } from '#contract/conversation/view.ts';
import { outcomeOf } from './definition.ts';
import { lineValues } from './line-values.ts';
import { maskedNumber } from './mask-number.ts';
import { handOverView, type Looking } from './ownership-view.ts';
import type { Conversation } from './state.ts';

/** A conversation as a list shows it: nothing in it that names a whole number. */
export function conversationSummary(
  state: Conversation,
  definition: ConversationDefinition,
  looking: Looking,
): ConversationSummary {
  const { nameOf } = looking;
  const { customerName = '', contactNumber = '' } = lineValues(state, definition) as {
    customerName?: string;
    contactNumber?: string;
  };
  return {
    id: state.id,
    state: state.state,
    brokenOff: state.brokenOff,
    stage: state.stage,
    channel: state.channel,
    scene: state.scene,
    flowId: definition.flow.id,
    flowTitle: definition.flow.title,
    customerShown: [customerName, maskedNumber(contactNumber)].filter((part) => part !== '').join(' '),
    outcomeLabel: outcomeOf(definition, state.outcome)?.label ?? null,
    workOrderNumber: state.workOrder?.number ?? null,
    promise: state.promise,
    ownerName: nameOf(state.ownerId),
    firstOwnerName: nameOf(state.owners[0]?.personId ?? state.ownerId),
    handOver: state.handOver && handOverView(state, state.handOver, looking),
    startedAtMs: state.startedAtMs,
    changedAtMs: state.changedAtMs,
    finishedAtMs: state.finishedAtMs,
  };
}

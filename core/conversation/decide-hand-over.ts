import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { amountAtStake, authorityOf, leads } from './authority.ts';
import { cleanText } from './clean-text.ts';
import type { Conversation } from './state.ts';
import { type Decision, type Doing, type InputOf, refuse } from './step-input.ts';
import type { StepRules } from './step-rules.ts';

/** Passing on is offering: until somebody accepts, whoever has it stays responsible, and goes on serving. */
export function decideHandOver(
  state: Conversation,
  input: InputOf<'handOver'>,
  definition: ConversationDefinition,
  rules: StepRules,
  doing: Doing,
): Decision {
  if (input.toId === state.ownerId) return refuse('alreadyOwner');
  if (state.handOver) return refuse('alreadyOffered');
  const note = cleanText(input.note);
  if (note === '') return refuse('valueUnfit');
  const { toId, why } = input;
  const payload = { conversationId: state.id, toId, why, note, backsYuan: backed(state, definition, rules, doing) };
  return { events: [{ kind: 'conversation.handOverOffered', payload }] };
}

/** A lead who gives it back stands behind what is at stake, as far as a lead may. */
function backed(
  state: Conversation,
  definition: ConversationDefinition,
  rules: StepRules,
  { role }: Doing,
): number | null {
  if (!leads(role) || authorityOf(state, definition, rules).exceeded) return null;
  return amountAtStake(state, definition, rules) ?? 0;
}

/** Whom it was offered to takes it over, or any lead, so that nothing is left lying. */
export function decideAccept(state: Conversation, { personId, role }: Doing): Decision {
  if (!state.handOver) return refuse('nothingOffered');
  if (personId === null || personId === state.ownerId) return refuse('alreadyOwner');
  if (state.handOver.toId !== personId && !leads(role)) return refuse('notOfferedToYou');
  return {
    events: [{ kind: 'conversation.handOverAccepted', payload: { conversationId: state.id, personId, role } }],
  };
}

export function decideDecline(state: Conversation, input: InputOf<'declineHandOver'>, doing: Doing): Decision {
  if (!state.handOver) return refuse('nothingOffered');
  const { personId, role } = doing;
  if (personId === state.ownerId) return refuse('alreadyOwner');
  if (state.handOver.toId !== personId && !(state.handOver.toId === null && leads(role))) {
    return refuse('notOfferedToYou');
  }
  const words = cleanText(input.words);
  return { events: [{ kind: 'conversation.handOverDeclined', payload: { conversationId: state.id, words } }] };
}

export function decideWithdraw(state: Conversation): Decision {
  if (!state.handOver) return refuse('nothingOffered');
  return { events: [{ kind: 'conversation.handOverWithdrawn', payload: { conversationId: state.id } }] };
}

import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { cleanText } from './clean-text.ts';
import { isFrom, stageAfter, stageBefore } from './definition.ts';
import { missingForFinish, missingIn } from './gates.ts';
import type { Conversation } from './state.ts';
import type { StepEvent } from './step-event.ts';
import { type Decision, type InputOf, refuse } from './step-input.ts';
import type { StepRules } from './step-rules.ts';

export function decideAdvance(
  state: Conversation,
  { from, to }: InputOf<'advanceStage'>,
  definition: ConversationDefinition,
  rules: StepRules,
): Decision {
  if (from !== state.stage) return refuse('moved');
  const next = stageAfter(state.stage);
  const missing = missingIn(state, definition, state.stage, rules);
  if (to !== undefined && to !== next) {
    return isFrom(state.stage, to) ? refuse('moved') : refuse('stageSkipped', missing);
  }
  if (next === null) return refuse('noLaterStage', missing);
  if (missing.length > 0) return refuse('stageIncomplete', missing);
  return {
    events: [{ kind: 'conversation.stageAdvanced', payload: { conversationId: state.id, from, to: next } }],
  };
}

/** One stage back is always open: a new fact turns up. Everything captured stays. */
export function decideBack(state: Conversation, { from }: InputOf<'goBack'>): Decision {
  if (from !== state.stage) return refuse('moved');
  const to = stageBefore(state.stage);
  if (to === null) return refuse('noEarlierStage');
  return { events: [{ kind: 'conversation.steppedBack', payload: { conversationId: state.id, from, to } }] };
}

export function decideFinish(
  state: Conversation,
  input: InputOf<'finish'>,
  definition: ConversationDefinition,
  rules: StepRules,
): Decision {
  if (state.stage !== 'followUp') return refuse('notInThisStage', missingIn(state, definition, state.stage, rules));
  const summary = cleanText(input.summary);
  const missing = missingForFinish(state, definition, rules);
  if (missing.length > 0) return refuse('stageIncomplete', missing);
  if (summary === '') return refuse('stageIncomplete', [{ kind: 'summary', id: '', label: '' }]);
  return {
    events: [...withdrawn(state), { kind: 'conversation.finished', payload: { conversationId: state.id, summary } }],
  };
}

/** What was offered to somebody and not taken is settled by whoever ends it. */
export function withdrawn({ id, handOver }: Conversation): StepEvent[] {
  return handOver ? [{ kind: 'conversation.handOverWithdrawn', payload: { conversationId: id } }] : [];
}

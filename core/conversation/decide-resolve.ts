import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { cleanText } from './clean-text.ts';
import { activeWalk, isFrom, outcomeOf } from './definition.ts';
import { missingForWorkOrder } from './gates.ts';
import type { Conversation } from './state.ts';
import { type Decision, type InputOf, type Refusal, refuse } from './step-input.ts';
import type { StepRules } from './step-rules.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The screen offers times to the minute; the step arrives a little later. */
const GRACE_MS = MINUTE_MS;

export function decideOutcome(
  state: Conversation,
  { outcomeId }: InputOf<'chooseOutcome'>,
  definition: ConversationDefinition,
): Decision {
  if (!isFrom(state.stage, 'resolve')) return refuse('notInThisStage');
  if (!outcomeOf(definition, outcomeId)) return refuse('unknown');
  if (state.outcome === outcomeId) return { events: [] };
  return { events: [{ kind: 'conversation.outcomeChosen', payload: { conversationId: state.id, outcomeId } }] };
}

/** Nothing is promised before the matter is understood, and never a time beyond what flow and finding allow. */
export function decidePromise(
  state: Conversation,
  { text, dueAtMs }: InputOf<'setPromise'>,
  definition: ConversationDefinition,
  rules: StepRules,
  atMs: number,
): Decision {
  if (!isFrom(state.stage, 'clarify')) return refuse('notInThisStage');
  const words = cleanText(text);
  if (words === '' || words.length > 40 || !Number.isSafeInteger(dueAtMs)) return refuse('valueUnfit');
  if (dueAtMs <= atMs) return refuse('promiseInPast');
  if (dueAtMs > latestPromise(state, definition, rules, atMs) + GRACE_MS) return refuse('promiseTooLate');
  if (state.promise?.text === words && state.promise.dueAtMs === dueAtMs) return { events: [] };
  return {
    events: [{ kind: 'conversation.promiseMade', payload: { conversationId: state.id, text: words, dueAtMs } }],
  };
}

/** The latest moment that may be promised at `atMs`, by the site, the flow and the finding reached; elapsed time. */
export function latestPromise(
  state: Conversation,
  definition: ConversationDefinition,
  { customerReplyMinutes }: StepRules,
  atMs: number,
): number {
  const ofFinding = activeWalk(state, definition)?.finding?.action.promiseHours;
  const hours = Math.min(definition.flow.promiseWithinHours, ofFinding ?? Number.POSITIVE_INFINITY);
  return atMs + Math.min(hours * HOUR_MS, customerReplyMinutes * MINUTE_MS);
}

export function decideWorkOrder(
  state: Conversation,
  { workOrderId, number }: InputOf<'openWorkOrder'>,
  definition: ConversationDefinition,
): Decision {
  const refused = workOrderRefusal(state, definition);
  if (refused) return { refused };
  return {
    events: [{ kind: 'conversation.workOrderOpened', payload: { conversationId: state.id, workOrderId, number } }],
  };
}

/** Why a work order cannot be opened now, or null. */
export function workOrderRefusal(state: Conversation, definition: ConversationDefinition): Refusal | null {
  if (!isFrom(state.stage, 'resolve')) return { reason: 'notInThisStage', missing: [] };
  if (state.workOrder) return { reason: 'workOrderExists', missing: [] };
  const missing = missingForWorkOrder(state, definition);
  return missing.length > 0 ? { reason: 'fieldsMissing', missing } : null;
}

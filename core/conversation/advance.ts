import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { cleanText } from './clean-text.ts';
import { decideCapture, decideFill, decideNote, decideTick } from './decide-capture.ts';
import { decideAdvance, decideBack, decideFinish } from './decide-course.ts';
import { decideOutcome, decidePromise, decideWorkOrder } from './decide-resolve.ts';
import { decideAnswer, decideFinding, decideRevisit, decideStartTable } from './decide-table.ts';
import { evolve, type Happened } from './evolve.ts';
import type { Conversation } from './state.ts';
import type { StepEvent } from './step-event.ts';
import { type Decision, type Refusal, refuse, type StepInput } from './step-input.ts';

export type Advanced =
  | { readonly state: Conversation; readonly events: readonly StepEvent[] }
  | { readonly refused: Refusal };

/**
 * One step of a conversation: the state after it and the events that say so, or why it is refused. Pure and total: every
 * input to every state is answered, nothing is thrown. Events without a change do not arise.
 */
export function advance(
  state: Conversation,
  input: StepInput,
  definition: ConversationDefinition,
  happened: Happened,
): Advanced {
  const decision = decide(state, input, definition, happened.atMs);
  if ('refused' in decision) return decision;
  return {
    state: decision.events.reduce((now, event) => evolve(now, event, happened), state),
    events: decision.events,
  };
}

function decide(state: Conversation, input: StepInput, definition: ConversationDefinition, atMs: number): Decision {
  const conversationId = state.id;
  if (state.state === 'finished') return decideAfterEnd(state, input);
  if (state.state === 'parked' && !allowedWhileParked.has(input.type)) {
    return refuse(input.type === 'park' ? 'alreadyParked' : 'parked');
  }
  switch (input.type) {
    case 'noteCustomer':
      return {
        events: [{ kind: 'conversation.customerNoted', payload: { conversationId, customer: input.customer } }],
      };
    case 'setMood':
      if (input.mood === state.mood) return { events: [] };
      return { events: [{ kind: 'conversation.moodMarked', payload: { conversationId, mood: input.mood } }] };
    case 'tickAction':
    case 'untickAction':
      return decideTick(state, input, definition);
    case 'captureField':
      return decideCapture(state, input, definition);
    case 'fillVariable':
      return decideFill(state, input, definition);
    case 'writeNote':
      return decideNote(state, input);
    case 'startTable':
      return decideStartTable(state, input, definition);
    case 'answer':
      return decideAnswer(state, input, definition);
    case 'revisit':
      return decideRevisit(state, input, definition);
    case 'acceptFinding':
    case 'refuseFinding':
      return decideFinding(state, input, definition);
    case 'chooseOutcome':
      return decideOutcome(state, input, definition);
    case 'setPromise':
      return decidePromise(state, input, definition, atMs);
    case 'openWorkOrder':
      return decideWorkOrder(state, input, definition);
    case 'advanceStage':
      return decideAdvance(state, input, definition);
    case 'goBack':
      return decideBack(state, input);
    case 'park':
      return { events: [{ kind: 'conversation.parked', payload: { conversationId } }] };
    case 'resume':
      if (state.state !== 'parked') return refuse('notParked');
      return { events: [{ kind: 'conversation.resumed', payload: { conversationId } }] };
    case 'finish':
      return decideFinish(state, input, definition);
    case 'breakOff': {
      const summary = cleanText(input.summary);
      const { reason } = input;
      return { events: [{ kind: 'conversation.brokenOff', payload: { conversationId, reason, summary } }] };
    }
    case 'correct':
      return refuse('notFinished');
    default:
      input satisfies never;
      return refuse('unknown');
  }
}

/** Words typed in the last moment before parking still arrive, and a customer can leave while it is parked. */
const allowedWhileParked: ReadonlySet<StepInput['type']> = new Set(['resume', 'writeNote', 'breakOff']);

/** Finished is final: all that can follow is a correction beside it. */
function decideAfterEnd(state: Conversation, input: StepInput): Decision {
  if (input.type !== 'correct') return refuse('finished');
  const text = cleanText(input.text);
  const reason = cleanText(input.reason);
  if (text === '' || reason === '') return refuse('valueUnfit');
  return { events: [{ kind: 'conversation.corrected', payload: { conversationId: state.id, text, reason } }] };
}

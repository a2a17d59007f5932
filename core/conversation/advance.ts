import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { leads } from './authority.ts';
import { cleanText } from './clean-text.ts';
import { decideCapture, decideFill, decideNote, decideTick } from './decide-capture.ts';
import { decideAdvance, decideBack, decideFinish, withdrawn } from './decide-course.ts';
import { decideAccept, decideDecline, decideHandOver, decideWithdraw } from './decide-hand-over.ts';
import { decideKept, decideMove } from './decide-promise.ts';
import { decideMoveToRelease } from './decide-release.ts';
import { decideOutcome, decidePromise, decideWorkOrder, latestPromise } from './decide-resolve.ts';
import { decideAnswer, decideFinding, decideRevisit, decideStartTable } from './decide-table.ts';
import { decideUndo } from './decide-undo.ts';
import { evolve } from './evolve.ts';
import type { Conversation } from './state.ts';
import type { StepEvent } from './step-event.ts';
import { type Decision, type Doing, type Refusal, refuse, type StepInput } from './step-input.ts';
import type { StepRules } from './step-rules.ts';
import { changes } from './touched.ts';

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
  doing: Doing,
  rules: StepRules,
): Advanced {
  const decision = decide(state, input, definition, doing, rules);
  if ('refused' in decision) return decision;
  if (decision.events.length > 0 && isBehind(state, input)) return { refused: { reason: 'moved', missing: [] } };
  return {
    state: decision.events.reduce((now, event) => evolve(now, event, doing), state),
    events: decision.events,
  };
}

/** Somebody changed the same thing after the screen this step comes from was drawn. */
function isBehind(state: Conversation, input: StepInput): boolean {
  const thing = changes(input);
  if (thing === null || input.seen === undefined || !Object.hasOwn(state.touched, thing)) return false;
  return (state.touched[thing] ?? 0) > input.seen;
}

function decide(
  state: Conversation,
  input: StepInput,
  definition: ConversationDefinition,
  doing: Doing,
  rules: StepRules,
): Decision {
  const conversationId = state.id;
  const { atMs } = doing;
  if (input.type === 'acceptHandOver') return decideAccept(state, doing);
  if (input.type === 'declineHandOver') return decideDecline(state, input, doing);
  // One desk at a time: what was done here beside it would be lost.
  if (state.elsewhere) return refuse('heldElsewhere');
  const mine = doing.personId === state.ownerId;
  // What was promised is looked after by leads as well, also when whoever promised it is off shift.
  if (mine || leads(doing.role)) {
    if (input.type === 'keepPromise') return decideKept(state);
    if (input.type === 'movePromise') {
      return decideMove(state, input, atMs, latestPromise(state, definition, rules, atMs));
    }
  }
  if (!mine) return refuse('notYours');
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
      return decidePromise(state, input, definition, rules, atMs);
    case 'openWorkOrder':
      return decideWorkOrder(state, input, definition);
    case 'advanceStage':
      return decideAdvance(state, input, definition, rules);
    case 'goBack':
      return decideBack(state, input);
    case 'park':
      return { events: [{ kind: 'conversation.parked', payload: { conversationId } }] };
    case 'resume':
      if (state.state !== 'parked') return refuse('notParked');
      return { events: [{ kind: 'conversation.resumed', payload: { conversationId } }] };
    case 'finish':
      return decideFinish(state, input, definition, rules);
    case 'breakOff': {
      const summary = cleanText(input.summary);
      const { reason } = input;
      return {
        events: [...withdrawn(state), { kind: 'conversation.brokenOff', payload: { conversationId, reason, summary } }],
      };
    }
    case 'handOver':
      return decideHandOver(state, input, definition, rules, doing);
    case 'withdrawHandOver':
      return decideWithdraw(state);
    case 'undo':
      return decideUndo(state, input);
    case 'moveToRelease':
      return decideMoveToRelease(state, input, definition);
    case 'keepPromise':
    case 'movePromise':
      return refuse('notYours');
    case 'correct':
      return refuse('notFinished');
    default:
      input satisfies never;
      return refuse('unknown');
  }
}

/** Words typed in the last moment before parking still arrive; a customer can leave, a colleague take over, while it is parked. */
const allowedWhileParked: ReadonlySet<StepInput['type']> = new Set([
  'resume',
  'writeNote',
  'breakOff',
  'handOver',
  'withdrawHandOver',
]);

/** Finished is final: all that can follow is a correction beside it. */
function decideAfterEnd(state: Conversation, input: StepInput): Decision {
  if (input.type !== 'correct') return refuse('finished');
  const text = cleanText(input.text);
  const reason = cleanText(input.reason);
  if (text === '' || reason === '') return refuse('valueUnfit');
  return { events: [{ kind: 'conversation.corrected', payload: { conversationId: state.id, text, reason } }] };
}

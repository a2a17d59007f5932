import type { Undoable } from '#contract/conversation/terms.ts';
import type { Changeable, Conversation, UndoEntry } from './state.ts';
import type { StepEvent } from './step-event.ts';

/** So many steps can be taken back, one after the other. */
const MOST = 5;

const changeable: readonly (keyof Changeable)[] = [
  'customer',
  'mood',
  'ticked',
  'again',
  'fields',
  'variables',
  'tables',
  'activeTable',
  'outcome',
  'promise',
  'promiseKept',
];

/**
 * The steps that can be taken back after an event. Leaving a stage, a work order, a hand-over and an end close what lies
 * before them, so that a step taken back always leads to a state that this stage was in before: no gate is passed by it.
 */
export function undoAfter(before: Conversation, after: Conversation, event: StepEvent): readonly UndoEntry[] {
  const step = undoStep(event, before);
  if (step === 'kept') return before.undo;
  if (step === 'closed') return [];
  const last = before.undo.at(-1);
  const changed: Partial<Changeable> = Object.fromEntries(
    changeable.filter((key) => before[key] !== after[key]).map((key) => [key, before[key]]),
  );
  if (last && (step === 'joined' || isSameTyping(last, step))) {
    // What the step changed first is what it was before: that wins.
    const joined = { ...last, revision: after.revision, restore: { ...changed, ...last.restore } };
    return [...before.undo.slice(0, -1), joined];
  }
  if (step === 'joined') return before.undo;
  return [...before.undo, { revision: after.revision, ...step, restore: changed }].slice(-MOST);
}

function isSameTyping(last: UndoEntry, step: { what: Undoable; id: string }): boolean {
  const typed = step.what === 'fieldCaptured' || step.what === 'variableFilled';
  return typed && last.what === step.what && last.id === step.id;
}

/** A new step, part of the step before it, one that leaves them as they are, or one that closes them. */
function undoStep(
  event: StepEvent,
  { workOrder }: Conversation,
): { what: Undoable; id: string } | 'joined' | 'kept' | 'closed' {
  switch (event.kind) {
    case 'conversation.customerNoted':
      return { what: 'customerNoted', id: '' };
    case 'conversation.actionTicked':
      return { what: 'actionTicked', id: event.payload.actionId };
    case 'conversation.actionUnticked':
      return event.payload.why === 'changed' ? 'joined' : { what: 'actionUnticked', id: event.payload.actionId };
    case 'conversation.fieldCaptured':
      return { what: 'fieldCaptured', id: event.payload.fieldId };
    case 'conversation.variableFilled':
      return { what: 'variableFilled', id: event.payload.name };
    case 'conversation.moodMarked':
      return { what: 'moodMarked', id: '' };
    case 'conversation.tableStarted':
      return { what: 'tableStarted', id: event.payload.tableId };
    case 'conversation.questionAnswered':
      return { what: 'questionAnswered', id: event.payload.nodeId };
    case 'conversation.questionRevisited':
      return { what: 'questionRevisited', id: event.payload.nodeId };
    case 'conversation.findingAccepted':
      return { what: 'findingAccepted', id: event.payload.nodeId };
    case 'conversation.findingRefused':
      return { what: 'findingRefused', id: event.payload.nodeId };
    case 'conversation.outcomeChosen':
      return { what: 'outcomeChosen', id: event.payload.outcomeId };
    case 'conversation.promiseMade':
      // The work order has the new time already; another one is said aloud, not taken back.
      return workOrder ? 'closed' : { what: 'promiseMade', id: '' };
    case 'conversation.noteWritten':
    case 'conversation.parked':
    case 'conversation.resumed':
    case 'conversation.handOverOffered':
    case 'conversation.handOverDeclined':
    case 'conversation.handOverWithdrawn':
    case 'conversation.corrected':
      return 'kept';
    default:
      return 'closed';
  }
}

import {
  actionTicked,
  actionUnticked,
  conversationBrokenOff,
  conversationCorrected,
  conversationFinished,
  conversationParked,
  conversationResumed,
  customerNoted,
  fieldCaptured,
  findingAccepted,
  findingRefused,
  handOverAccepted,
  handOverDeclined,
  handOverOffered,
  handOverWithdrawn,
  moodMarked,
  movedToRelease,
  noteWritten,
  outcomeChosen,
  promiseKept,
  promiseMade,
  promiseMoved,
  questionAnswered,
  questionRevisited,
  stageAdvanced,
  steppedBack,
  stepUndone,
  tableStarted,
  variableFilled,
  workOrderOpened,
} from '#contract/conversation/events.ts';
import type { PayloadOf } from '#contract/declare-event.ts';

/** Every event that changes a conversation once it has started, by kind. */
export const stepEvents = {
  [customerNoted.kind]: customerNoted,
  [actionTicked.kind]: actionTicked,
  [actionUnticked.kind]: actionUnticked,
  [fieldCaptured.kind]: fieldCaptured,
  [variableFilled.kind]: variableFilled,
  [noteWritten.kind]: noteWritten,
  [moodMarked.kind]: moodMarked,
  [tableStarted.kind]: tableStarted,
  [questionAnswered.kind]: questionAnswered,
  [questionRevisited.kind]: questionRevisited,
  [findingAccepted.kind]: findingAccepted,
  [findingRefused.kind]: findingRefused,
  [outcomeChosen.kind]: outcomeChosen,
  [promiseMade.kind]: promiseMade,
  [workOrderOpened.kind]: workOrderOpened,
  [stageAdvanced.kind]: stageAdvanced,
  [steppedBack.kind]: steppedBack,
  [conversationParked.kind]: conversationParked,
  [conversationResumed.kind]: conversationResumed,
  [conversationFinished.kind]: conversationFinished,
  [conversationBrokenOff.kind]: conversationBrokenOff,
  [conversationCorrected.kind]: conversationCorrected,
  [handOverOffered.kind]: handOverOffered,
  [handOverAccepted.kind]: handOverAccepted,
  [handOverDeclined.kind]: handOverDeclined,
  [handOverWithdrawn.kind]: handOverWithdrawn,
  [stepUndone.kind]: stepUndone,
  [movedToRelease.kind]: movedToRelease,
  [promiseKept.kind]: promiseKept,
  [promiseMoved.kind]: promiseMoved,
};
type StepEvents = typeof stepEvents;
type StepKind = keyof StepEvents;

/** One change of a conversation, as the journal stores it. */
export type StepEvent = {
  [Kind in StepKind]: { readonly kind: Kind; readonly payload: PayloadOf<StepEvents[Kind]> };
}[StepKind];

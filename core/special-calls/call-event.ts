import type { PayloadOf } from '#contract/declare-event.ts';
import {
  specialCallAnswered,
  specialCallCaptured,
  specialCallCorrected,
  specialCallEnded,
  specialCallGapFilled,
  specialCallReadBack,
  specialCallSteppedBack,
  specialCallStepSaid,
  specialCallWentOn,
} from '#contract/special-calls/events.ts';

/** Every event that changes a special call once it has started, by kind. */
export const callEvents = {
  [specialCallStepSaid.kind]: specialCallStepSaid,
  [specialCallAnswered.kind]: specialCallAnswered,
  [specialCallWentOn.kind]: specialCallWentOn,
  [specialCallCaptured.kind]: specialCallCaptured,
  [specialCallGapFilled.kind]: specialCallGapFilled,
  [specialCallReadBack.kind]: specialCallReadBack,
  [specialCallSteppedBack.kind]: specialCallSteppedBack,
  [specialCallEnded.kind]: specialCallEnded,
  [specialCallCorrected.kind]: specialCallCorrected,
};
type CallEvents = typeof callEvents;

/** One change of a special call, as the journal stores it. */
export type CallEvent = {
  [Kind in keyof CallEvents]: { readonly kind: Kind; readonly payload: PayloadOf<CallEvents[Kind]> };
}[keyof CallEvents];

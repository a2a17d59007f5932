import { z } from 'zod';
import { declareEvent } from '../declare-event.ts';
import { variantNameSchema } from '../library/line.ts';
import { specialCallSchema } from '../library/special-call.ts';
import { channelSchema } from '../vocabulary.ts';
import { specialCallBreakOffSchema } from './terms.ts';

const of = { specialCallId: z.string() };

/** Written once for every special call's definition that was ever started on this desk. */
export const specialCallDefinitionPinned = declareEvent(
  'specialCall.definitionPinned',
  1,
  z.strictObject({ definitionHash: z.string(), releaseVersion: z.string(), definition: specialCallSchema }),
);

export const specialCallStarted = declareEvent(
  'specialCall.started',
  1,
  z.strictObject({
    ...of,
    /** The random id under which the caller's data can be erased. */
    customerId: z.string(),
    definitionHash: z.string(),
    entryId: z.string(),
    entryVersion: z.int(),
    channel: channelSchema,
    /** The conversation in which it came up. */
    conversationId: z.string().nullable(),
    /** The special call that led to this one. */
    followsId: z.string().nullable(),
    firstStep: z.string(),
  }),
);
/** The step was done, and its line said where it has one; from now on its wait runs. */
export const specialCallStepSaid = declareEvent(
  'specialCall.stepSaid',
  1,
  z.strictObject({
    ...of,
    stepId: z.string(),
    line: z.strictObject({ entryId: z.string(), version: z.int(), variant: variantNameSchema }).nullable(),
  }),
);
export const specialCallAnswered = declareEvent(
  'specialCall.answered',
  1,
  z.strictObject({ ...of, stepId: z.string(), answerId: z.string(), to: z.string() }),
);
/** On without an answer: the next step, or where silence leads. `waitSeconds`: the wait that held here, null without one. */
export const specialCallWentOn = declareEvent(
  'specialCall.wentOn',
  1,
  z.strictObject({
    ...of,
    stepId: z.string(),
    to: z.string(),
    why: z.enum(['next', 'silence']),
    waitSeconds: z.number().nullable(),
    waitedMs: z.int().nullable(),
    early: z.boolean(),
  }),
);
/** An empty value takes the field back. */
export const specialCallCaptured = declareEvent(
  'specialCall.captured',
  1,
  z.strictObject({ ...of, fieldId: z.string(), value: z.string() }),
);
/** A gap of a line that no field of this call fills. */
export const specialCallGapFilled = declareEvent(
  'specialCall.gapFilled',
  1,
  z.strictObject({ ...of, name: z.string(), value: z.string() }),
);
/** What was taken down was read aloud; `fieldIds` is what it covers. A later change of one of them takes it away. */
export const specialCallReadBack = declareEvent(
  'specialCall.readBack',
  1,
  z.strictObject({ ...of, stepId: z.string(), fieldIds: z.array(z.string()) }),
);
export const specialCallSteppedBack = declareEvent(
  'specialCall.steppedBack',
  1,
  z.strictObject({ ...of, from: z.string(), to: z.string() }),
);
export const specialCallEnded = declareEvent(
  'specialCall.ended',
  1,
  z.strictObject({
    ...of,
    stepId: z.string(),
    /** Null when it came to an end of its flow. */
    brokenOff: specialCallBreakOffSchema.nullable(),
    /** How it ended, in the words of the flow; empty when broken off. */
    ending: z.string(),
    /** The pause before the end was cut short. */
    early: z.boolean(),
    summary: z.string(),
    /** The work order that this end opened. */
    workOrder: z.strictObject({ id: z.string(), number: z.string() }).optional(),
  }),
);
/** A correction of an ended record: new, and pointing at the old one. */
export const specialCallCorrected = declareEvent(
  'specialCall.corrected',
  1,
  z.strictObject({ ...of, text: z.string(), reason: z.string() }),
);

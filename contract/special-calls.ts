import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { variantNameSchema } from './library/line.ts';
import { specialCallBreakOffSchema } from './special-calls/terms.ts';
import { offeredSpecialCallSchema, specialCallViewSchema } from './special-calls/view.ts';
import { channelSchema } from './vocabulary.ts';

const NOTE_MAX = 2_000;
const ofCall = { specialCallId: z.string() };
/** `stepId` is the step the screen shows, so that a second press moves nothing. */
const ofStep = { ...ofCall, stepId: z.string() };

const step = command
  .errors({ notFound: callErrors.notFound, stepRefused: callErrors.stepRefused })
  .output(specialCallViewSchema);
const look = query.errors({ notSignedIn: callErrors.notSignedIn, notFound: callErrors.notFound });

export const specialCallsContract = {
  /** Special calls of the release in force, in its order. */
  offered: query.output(z.array(offeredSpecialCallSchema)),
  start: step.input(
    z.object({
      entryId: z.string(),
      channel: channelSchema.default('phone'),
      /** The open conversation it comes up in. */
      conversationId: z.string().optional(),
      followsId: z.string().optional(),
    }),
  ),
  /** The special call the person who is signed in is in the middle of. */
  current: query.errors({ notSignedIn: callErrors.notSignedIn }).output(specialCallViewSchema.nullable()),
  view: look.input(z.object(ofCall)).output(specialCallViewSchema),
  /** The step is done and its line said. With `on` it goes on at once where nothing has to be waited for or filled in. */
  say: step.input(z.object({ ...ofStep, variant: variantNameSchema.optional(), on: z.boolean().default(false) })),
  answer: step.input(z.object({ ...ofStep, answerId: z.string() })),
  /** To the next step, or where silence leads. */
  goOn: step.input(z.object({ ...ofStep, early: z.boolean().default(false) })),
  /** An empty value takes the field back. */
  capture: step.input(z.object({ ...ofCall, fieldId: z.string(), value: z.string().max(2_000) })),
  fillGap: step.input(z.object({ ...ofCall, name: z.string().max(40), value: z.string().max(200) })),
  /** What was taken down was read aloud to the caller. */
  readBack: step.input(z.object(ofStep)),
  stepBack: step.input(z.object(ofStep)),
  /** Ends the call at an end of its flow; what a rescue sends is sent by this. */
  end: step.input(
    z.object({ ...ofStep, early: z.boolean().default(false), note: z.string().trim().max(NOTE_MAX).default('') }),
  ),
  breakOff: step.input(
    z.object({ ...ofCall, reason: specialCallBreakOffSchema, note: z.string().trim().max(NOTE_MAX).default('') }),
  ),
  /** Adds a correction to an ended record; the record itself stays as it was. */
  correct: step.input(
    z.object({
      ...ofCall,
      text: z.string().trim().min(1).max(NOTE_MAX),
      reason: z.string().trim().min(2).max(200),
    }),
  ),
};

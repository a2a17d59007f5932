import { z } from 'zod';
import { channelSchema } from '../vocabulary.ts';
import { captureFieldSchema } from './capture-field.ts';
import { entryBaseShape, entryIdSchema, localIdSchema, sceneIdSchema } from './entry-base.ts';

const answerSchema = z.strictObject({
  id: localIdSchema,
  label: z.string().min(1).max(28).describe('what happened, as the agent picks it'),
  to: localIdSchema,
});

/** Figures of the site rules that a wait can follow, so that a site changes them in one place. */
export const waitFigures = [
  'silentLineWaitSeconds',
  'transferPauseSeconds',
  'lookUpApologySeconds',
  'lookUpReturnSeconds',
  'hangUpWaitSeconds',
  'acknowledgeEverySeconds',
  'privateCallSeconds',
] as const;
const waitFigureSchema = z.enum(waitFigures);
export type WaitFigure = z.infer<typeof waitFigureSchema>;

/** Norms of voice and telephone that a step reminds of; their figures are the site's. */
export const spokenNorms = ['pickUp', 'greeting', 'microphone', 'slower'] as const;
export type SpokenNorm = (typeof spokenNorms)[number];

/** One step: what to do, what to say, and exactly one way on: `next`, `answers`, or `end`. */
export const specialCallStepSchema = z.strictObject({
  id: localIdSchema,
  do: z.string().min(2).max(60).describe('what the agent does, in a few words'),
  say: entryIdSchema.optional().describe('line to say'),
  hint: z.string().max(80).default(''),
  norm: z.enum(spokenNorms).optional().describe('the norm shown with this step, with the figures of the site'),
  fields: z.array(localIdSchema).default([]).describe('ids of fields to capture here'),
  readBack: z.boolean().default(false).describe('复述: read what was captured back and hear a yes'),
  wait: z
    .strictObject({
      seconds: z.int().min(1).max(600),
      figure: waitFigureSchema.optional().describe('the site rule that replaces the seconds written here'),
      to: localIdSchema.optional().describe('where silence leads; absent: a pause, then on by next or end'),
      atMost: z.boolean().optional().describe('the seconds are the most it may take: one goes on sooner, never later'),
      apology: entryIdSchema
        .optional()
        .describe('line to come back with when the look-up took longer than the site allows without an apology'),
    })
    .optional()
    .describe('how long to wait after doing and saying'),
  answers: z.array(answerSchema).max(9).default([]),
  next: localIdSchema.optional(),
  end: z.string().min(2).max(28).optional().describe('how the call ended; this step is the last'),
  leadsTo: entryIdSchema.optional().describe('the special call that an end hands on to'),
  opensOrder: localIdSchema.optional().describe('the kind of work order that this end opens by itself'),
});
export type SpecialCallStep = z.infer<typeof specialCallStepSchema>;

/** 特殊来电: a short timed flow for silent, too quiet, abusive, rescue, media … calls. The first step begins. */
export const specialCallSchema = z.strictObject({
  kind: z.literal('specialCall'),
  ...entryBaseShape,
  scene: sceneIdSchema,
  channels: z.array(channelSchema).min(1),
  notice: z.string().max(80).default('').describe('the one thing to keep in mind'),
  incident: z.boolean().optional().describe('shows what alerts in force have everybody say'),
  key: z.int().min(1).max(9).optional().describe('the number that starts it from the picker, always the same'),
  steps: z.array(specialCallStepSchema).min(2).max(20),
  fields: z.array(captureFieldSchema).default([]),
});
export type SpecialCall = z.infer<typeof specialCallSchema>;

import { z } from 'zod';
import { stageSchema } from '../vocabulary.ts';
import { captureFieldSchema } from './capture-field.ts';
import { entryBaseShape, entryIdSchema } from './entry-base.ts';

const stepIdSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'step ids are camelCase');

export const requiredActionSchema = z.strictObject({
  id: stepIdSchema,
  label: z.string().min(2).max(14),
  hint: z.string().max(60).default(''),
  readBack: z
    .boolean()
    .default(false)
    .describe(
      '复述: the customer said yes to the summary; changing a field of the stage afterwards takes the yes back',
    ),
});

export const forbiddenActionSchema = z.strictObject({ id: stepIdSchema, label: z.string().min(2).max(20) });

/** What must hold before the conversation may leave a stage towards the next one. Required actions always count. */
export const exitConditionSchema = z.strictObject({
  fields: z.array(z.string()).default([]).describe('ids of fields that must be captured'),
  tableFinished: z.boolean().default(false).describe('a decision table that was started must have reached a finding'),
  tableAccepted: z
    .boolean()
    .default(false)
    .describe('the finding reached must be accepted, and the work order and promise it names must be there'),
  outcome: z.boolean().default(false).describe('an outcome must be chosen'),
});

export const flowStageSchema = z.strictObject({
  stage: stageSchema,
  goal: z.string().min(4).max(60),
  required: z.array(requiredActionSchema).min(1),
  forbidden: z.array(forbiddenActionSchema).default([]),
  suggested: z.array(entryIdSchema).min(1).describe('lines to offer, best first'),
  fields: z.array(captureFieldSchema).default([]),
  tables: z.array(entryIdSchema).default([]).describe('decision tables that may be walked in this stage'),
  exit: exitConditionSchema,
});
export type FlowStage = z.infer<typeof flowStageSchema>;

export const outcomeSchema = z.strictObject({
  id: stepIdSchema,
  label: z.string().min(2).max(16),
  needsWorkOrder: z.boolean().default(false),
  needsPromise: z.boolean().default(false).describe('a reply time must have been promised'),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** A conversation led through accept → clarify → resolve → follow-up, in that order, none missing. */
export const flowSchema = z.strictObject({
  kind: z.literal('flow'),
  ...entryBaseShape,
  scene: z.string().min(1),
  stages: z.array(flowStageSchema).length(4),
  soothing: z.array(entryIdSchema).default([]).describe('lines to offer first while the customer is upset'),
  promiseWithinHours: z.int().min(1).max(720).default(48).describe('latest reply time an agent may promise, elapsed'),
  outcomes: z.array(outcomeSchema).min(2),
});
export type Flow = z.infer<typeof flowSchema>;

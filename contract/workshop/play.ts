import { z } from 'zod';
import { missingSchema, refusalReasonSchema } from '../conversation/terms.ts';
import { conversationViewSchema } from '../conversation/view.ts';
import { stageSchema } from '../vocabulary.ts';

/** One thing done while a draft is tried out; the whole try is the list of them, so that one can go back. */
export const playStepSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('startTable'), tableId: z.string() }),
  z.strictObject({ type: z.literal('answer'), nodeId: z.string(), answerId: z.string() }),
  z.strictObject({ type: z.literal('acceptFinding'), nodeId: z.string() }),
  z.strictObject({ type: z.literal('refuseFinding'), nodeId: z.string() }),
  z.strictObject({ type: z.literal('tickAction'), stage: stageSchema, actionId: z.string() }),
  z.strictObject({ type: z.literal('untickAction'), stage: stageSchema, actionId: z.string() }),
  z.strictObject({ type: z.literal('captureField'), fieldId: z.string(), value: z.string().max(2_000) }),
  z.strictObject({ type: z.literal('chooseOutcome'), outcomeId: z.string() }),
  z.strictObject({ type: z.literal('setPromise'), text: z.string().min(1).max(40), dueAtMs: z.int() }),
  z.strictObject({ type: z.literal('openWorkOrder') }),
  z.strictObject({ type: z.literal('advanceStage'), from: stageSchema }),
  z.strictObject({ type: z.literal('finish') }),
]);
export type PlayStep = z.infer<typeof playStepSchema>;

/** A draft as an agent would meet it, after the steps taken so far; the same engine leads real conversations. */
export const playViewSchema = conversationViewSchema
  .pick({
    stage: true,
    stages: true,
    state: true,
    goal: true,
    required: true,
    forbidden: true,
    tables: true,
    table: true,
    walks: true,
    fields: true,
    outcomes: true,
    promise: true,
    promiseOptions: true,
    workOrder: true,
    workOrderStep: true,
    next: true,
  })
  .extend({
    /** The flow it is played in: of a table the one that walks it. */
    flowTitle: z.string(),
    /** Why the last step was not taken. */
    refused: z.object({ reason: refusalReasonSchema, missing: z.array(missingSchema) }).nullable(),
  });
export type PlayView = z.infer<typeof playViewSchema>;

import { z } from 'zod';
import { workOrderCategorySchema } from '../vocabulary.ts';
import { captureFieldSchema } from './capture-field.ts';
import { entryBaseShape, entryIdSchema } from './entry-base.ts';

const nodeIdSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'node ids are camelCase');

/** What to do at a finding, beside saying its line. Hours are elapsed hours. */
export const tableActionSchema = z.strictObject({
  type: z.enum(['explain', 'report', 'deviceTest', 'workOrder', 'refund', 'escalate', 'close']),
  label: z.string().min(2).max(24),
  promiseHours: z.int().min(1).max(720).optional().describe('reply time said aloud with this action, elapsed hours'),
  overcharge: z
    .boolean()
    .optional()
    .describe('too much was charged: it is paid back as many times over as the site promises in public'),
});

export const questionNodeSchema = z.strictObject({
  type: z.literal('question'),
  id: nodeIdSchema,
  ask: z.string().min(4).max(40).describe('判定关键, as the agent asks it'),
  hint: z.string().max(60).default(''),
  answers: z
    .array(
      z.strictObject({
        id: nodeIdSchema,
        label: z.string().min(1).max(14),
        cannotTell: z.boolean().default(false),
        to: nodeIdSchema,
      }),
    )
    .min(2)
    .max(9),
});
export type QuestionNode = z.infer<typeof questionNodeSchema>;

/** The end of a branch: the line to say, what to do, and where to go when the customer does not accept it. */
export const findingNodeSchema = z.strictObject({
  type: z.literal('finding'),
  id: nodeIdSchema,
  title: z.string().min(2).max(24),
  line: entryIdSchema,
  action: tableActionSchema,
  fields: z.array(z.string()).default([]).describe('ids of table fields that this finding needs'),
  notAccepted: nodeIdSchema.optional().describe('the next angle; absent only where the action is to escalate or close'),
});
export type FindingNode = z.infer<typeof findingNodeSchema>;

export const tableNodeSchema = z.discriminatedUnion('type', [questionNodeSchema, findingNodeSchema]);
export type TableNode = z.infer<typeof tableNodeSchema>;

/** 投诉处理工作宝典: cause → key questions → line and action → accepted, or another way. */
export const decisionTableSchema = z.strictObject({
  kind: z.literal('decisionTable'),
  ...entryBaseShape,
  scene: z.string().min(1),
  category: workOrderCategorySchema,
  start: nodeIdSchema,
  nodes: z.array(tableNodeSchema).min(3),
  fields: z.array(captureFieldSchema).default([]).describe('what a work order from this table must carry'),
});
export type DecisionTable = z.infer<typeof decisionTableSchema>;

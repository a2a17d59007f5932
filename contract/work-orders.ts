import { z } from 'zod';
import { query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { channelSchema, workOrderCategorySchema } from './vocabulary.ts';

export const workOrderStateSchema = z.enum(['drafted']);
export type WorkOrderState = z.infer<typeof workOrderStateSchema>;

/** `yyMMdd-NNN`: the desk's calendar day and a count from 001 within it. */
const workOrderNumberSchema = z.string().regex(/^\d{6}-\d{3,}$/);

/** One thing the order carries so that nobody has to ring again. */
const workOrderFieldSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  personal: z.boolean(),
});

const workOrderSummarySchema = z.object({
  id: z.string(),
  number: workOrderNumberSchema,
  category: workOrderCategorySchema,
  /** 非正常投诉工单: the customer did not accept anything the table offers. */
  abnormal: z.boolean(),
  state: workOrderStateSchema,
  /** What it is about in a few words. */
  matter: z.string(),
  /** The customer as lists show them: name and masked number. */
  customerShown: z.string(),
  draftedAtMs: z.int(),
  promisedAtMs: z.int().nullable(),
  promiseText: z.string().nullable(),
  conversationId: z.string().nullable(),
  personName: z.string(),
});
export type WorkOrderSummary = z.infer<typeof workOrderSummarySchema>;

const workOrderViewSchema = workOrderSummarySchema.extend({
  /** Personal values of type number are masked, as in lists. */
  fields: z.array(workOrderFieldSchema),
});

export const workOrdersContract = {
  /** Open orders of this desk, the next promised time first, then the oldest. */
  list: query
    .input(
      z.object({ state: workOrderStateSchema.optional(), limit: z.int().min(1).max(500).default(100) }).prefault({}),
    )
    .output(z.array(workOrderSummarySchema)),
  view: query
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ workOrderId: z.string() }))
    .output(workOrderViewSchema),
};

export const workOrderDrafted = declareEvent(
  'workOrder.drafted',
  1,
  z.strictObject({
    workOrderId: z.string(),
    number: workOrderNumberSchema,
    category: workOrderCategorySchema,
    abnormal: z.boolean(),
    matter: z.string(),
    channel: channelSchema,
    customerName: z.string().nullable(),
    customerNumber: z.string().nullable(),
    fields: z.array(workOrderFieldSchema.strict()),
    promisedAtMs: z.int().nullable(),
    promiseText: z.string().nullable(),
    conversationId: z.string().nullable(),
  }),
);

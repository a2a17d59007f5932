import { z } from 'zod';
import { deadlineSchema } from '../deadlines.ts';
import { roleSchema, workOrderCategorySchema } from '../vocabulary.ts';
import { stepTypeSchema } from './steps.ts';
import {
  callbackResultSchema,
  greenChannelSchema,
  greenServiceSchema,
  orderCauseSchema,
  orderLimitSchema,
  orderRefusalSchema,
  orderSourceSchema,
  orderTriggerSchema,
  urgencySchema,
  watchLevelSchema,
  workOrderFieldSchema,
  workOrderNumberSchema,
  workOrderStateSchema,
} from './terms.ts';

const labelled = z.object({ id: z.string(), label: z.string() });

/** A limit that is running, with what draws it: the share of its own clock that is used up. */
const runningLimitSchema = z.object({ limit: orderLimitSchema, deadline: deadlineSchema, usedShare: z.number() });

export const workOrderSummarySchema = z.object({
  id: z.string(),
  number: workOrderNumberSchema,
  revision: z.int(),
  category: workOrderCategorySchema,
  /** What sort of matter, in the words of the site's list. */
  kindLabel: z.string(),
  source: orderSourceSchema,
  /** 非正常投诉工单: the customer did not accept anything the table offers, or the case is a delicate one. */
  abnormal: z.boolean(),
  /** 不满单: the customer's own cause, explained and accepted. */
  dissatisfaction: z.boolean(),
  state: workOrderStateSchema,
  /** Nothing is to be done on it any more. */
  settled: z.boolean(),
  /** What it is about in a few words. */
  matter: z.string(),
  /** The customer as lists show them: name and masked number. */
  customerShown: z.string(),
  draftedAtMs: z.int(),
  promisedAtMs: z.int().nullable(),
  promiseText: z.string().nullable(),
  conversationId: z.string().nullable(),
  /** Who opened it. */
  personName: z.string(),
  departmentLabel: z.string().nullable(),
  handlerName: z.string().nullable(),
  green: z.object({ service: greenServiceSchema, urgency: urgencySchema }).nullable(),
  /** The running limits, the next one first; empty once settled. */
  limits: z.array(runningLimitSchema),
  returns: z.int(),
  reopened: z.int(),
  callback: callbackResultSchema.nullable(),
  /** The person who asks drafted, signed for or watches it. */
  mine: z.boolean(),
  watchedByMe: z.boolean(),
  /** As what the person who asks watches it: as the lead who follows it, by a duty, or standing in where nobody has it. */
  watchedAs: z.array(watchLevelSchema),
  /** Handed to whoever comes next, and nobody has taken it yet. */
  waitsForShift: z.boolean(),
  /** Steps of the person who asks that did not count because another desk was first, as long as they have not seen it. */
  lostSteps: z.int(),
  /** Steps that the person who asks may take now, the likeliest first. */
  steps: z.array(stepTypeSchema),
});
export type WorkOrderSummary = z.infer<typeof workOrderSummarySchema>;

const historyEntrySchema = z.object({
  eventId: z.string(),
  /** A step, the opening, or a limit the desk told of. */
  type: z.union([stepTypeSchema, z.enum(['drafted', 'limitTold'])]),
  atMs: z.int(),
  /** Empty for what the desk did by itself. */
  personName: z.string(),
  role: roleSchema.nullable(),
  text: z.string(),
  /** A department or a person it went to. */
  to: z.string().nullable(),
  /** How it went, where a step can go either way: accepted, satisfied, asPromised … */
  outcome: z.string().nullable(),
  limit: orderLimitSchema.nullable(),
  /** Why it no longer counts: another desk was first. */
  superseded: orderRefusalSchema.nullable(),
  /** Who was first, where that is known. */
  supersededBy: z.string().nullable(),
  /** It is a lost step of the person who asks, and they have not seen it. */
  lostByMe: z.boolean(),
});
export type OrderHistoryEntry = z.infer<typeof historyEntrySchema>;

export const workOrderViewSchema = workOrderSummarySchema.extend({
  trigger: orderTriggerSchema,
  /** Personal values of type number are masked, as in lists. */
  fields: z.array(workOrderFieldSchema),
  missing: z.array(labelled),
  /** It has a number, and the person who asks may have it shown whole. */
  numberToShow: z.boolean(),
  greenForm: greenChannelSchema.nullable(),
  result: z.object({ text: z.string(), cause: orderCauseSchema }).nullable(),
  lesson: z.string(),
  watcherName: z.string().nullable(),
  handedTo: z.string().nullable(),
  /** Who watches a green-channel order now; `standIn`: nobody has the duty, and the leads stand in. */
  watch: z.array(z.object({ level: watchLevelSchema, names: z.array(z.string()), standIn: z.boolean() })),
  /** Everything the customer heard, oldest first. */
  told: z.array(
    z.object({
      atMs: z.int(),
      personName: z.string(),
      how: z.enum(['drafted', 'answer', 'told', 'callback']),
      text: z.string(),
      promise: z.object({ text: z.string(), dueAtMs: z.int() }).nullable(),
    }),
  ),
  history: z.array(historyEntrySchema),
  /** What will happen by itself if nothing is done. */
  ahead: z.array(
    z.object({
      atMs: z.int(),
      limit: orderLimitSchema,
      moment: z.enum(['before', 'atLimit']),
      tell: z.array(watchLevelSchema),
    }),
  ),
  /** Where a lead may send it, or where the department may pass it on to. */
  departments: z.array(labelled),
  /** Steps of this person's role that are closed now, with the reason. */
  closedSteps: z.array(z.object({ type: stepTypeSchema, reason: orderRefusalSchema })),
  /** Drafts of what is said to the customer, with the approved lines that go with them. */
  templates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      step: stepTypeSchema,
      text: z.string(),
      lines: z.array(z.object({ entryId: z.string(), version: z.int(), title: z.string(), text: z.string() })),
    }),
  ),
  /** Other orders with the same number: two desks without a network gave it. */
  sameNumber: z.int(),
});
export type WorkOrderView = z.infer<typeof workOrderViewSchema>;

/** What a form for a new order needs: kinds with their fields, and the services of the green channel. */
export const orderFormSchema = z.object({
  kinds: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      category: workOrderCategorySchema,
      fields: z.array(z.object({ id: z.string(), label: z.string(), required: z.boolean(), personal: z.boolean() })),
    }),
  ),
  greenServices: z.array(z.object({ service: greenServiceSchema, conditions: z.array(labelled) })),
});

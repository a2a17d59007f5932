import { z } from 'zod';
import { captureFieldSchema } from '../library/capture-field.ts';
import { tableActionSchema } from '../library/decision-table.ts';
import { variantNameSchema } from '../library/line.ts';
import { channelSchema, stageSchema, tierSchema } from '../vocabulary.ts';
import {
  breakOffReasonSchema,
  conversationStateSchema,
  missingSchema,
  moodSchema,
  promiseSchema,
  refusalReasonSchema,
  suggestionWhySchema,
} from './terms.ts';

/** A line as the conversation offers it; `excerpt` is the short variant with what is known filled in. */
const offeredLineSchema = z.object({ entryId: z.string(), title: z.string(), excerpt: z.string() });
export type OfferedLine = z.infer<typeof offeredLineSchema>;

const suggestionSchema = offeredLineSchema.extend({
  why: suggestionWhySchema,
  /** It was said in this conversation already. */
  said: z.boolean(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

const fieldViewSchema = captureFieldSchema.extend({
  /** Empty while not captured. Numbers of finished conversations are masked. */
  value: z.string(),
  /** The next step waits for it. */
  missing: z.boolean(),
  /** Where it is asked for: the stage of the flow, or the table being walked. */
  from: z.enum(['stage', 'table']),
});
export type FieldView = z.infer<typeof fieldViewSchema>;

const tableViewSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  /** The answers given so far, in order; any can be revisited. */
  breadcrumbs: z.array(
    z.object({ nodeId: z.string(), ask: z.string(), answerId: z.string(), answerLabel: z.string() }),
  ),
  question: z
    .object({
      nodeId: z.string(),
      ask: z.string(),
      hint: z.string(),
      answers: z.array(z.object({ id: z.string(), label: z.string(), cannotTell: z.boolean() })),
    })
    .nullable(),
  finding: z
    .object({
      nodeId: z.string(),
      title: z.string(),
      line: offeredLineSchema.nullable(),
      action: tableActionSchema,
      /** Ids of the fields this finding needs, all of them among the view's `fields`. */
      fields: z.array(z.string()),
      accepted: z.boolean(),
      /** There is another angle when the customer does not accept it. */
      hasOtherWay: z.boolean(),
    })
    .nullable(),
});
export type TableView = z.infer<typeof tableViewSchema>;

/** The one button to go on: to the next stage, or to the finish; when blocked, why and what is missing. */
const nextStepSchema = z.object({
  kind: z.enum(['advance', 'finish', 'none']),
  to: stageSchema.nullable(),
  allowed: z.boolean(),
  reason: refusalReasonSchema.nullable(),
  missing: z.array(missingSchema),
});
export type NextStep = z.infer<typeof nextStepSchema>;

export const conversationViewSchema = z.object({
  id: z.string(),
  /** Rises by one with every event of this conversation. */
  revision: z.int().min(1),
  state: conversationStateSchema,
  /** Set when it ended before the four stages were through. */
  brokenOff: breakOffReasonSchema.nullable(),
  ownerId: z.string(),
  ownerName: z.string(),
  channel: channelSchema,
  scene: z.string(),
  flow: z.object({ entryId: z.string(), title: z.string(), version: z.int() }),
  customer: z.object({
    name: z.string().nullable(),
    title: z.string().nullable(),
    /** Whole while the conversation is open, masked once it is finished. */
    number: z.string().nullable(),
    tier: tierSchema,
    /** How to address them: 王女士; empty while unknown. */
    address: z.string(),
  }),
  mood: moodSchema.nullable(),
  stage: stageSchema,
  stages: z.array(z.object({ stage: stageSchema, state: z.enum(['done', 'current', 'ahead']) })),
  goal: z.string(),
  required: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      hint: z.string(),
      ticked: z.boolean(),
      /** It was ticked, then what it covers was changed: do it once more. */
      again: z.boolean(),
    }),
  ),
  forbidden: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Tables that may be walked in this stage. */
  tables: z.array(
    z.object({
      entryId: z.string(),
      title: z.string(),
      state: z.enum(['untouched', 'walking', 'finding', 'accepted']),
    }),
  ),
  /** The table being walked, shown in the stages that list it; null otherwise. */
  table: tableViewSchema.nullable(),
  suggestions: z.array(suggestionSchema),
  fields: z.array(fieldViewSchema),
  /** What is known for the variables of lines, by variable name. */
  values: z.record(z.string(), z.string()),
  note: z.string(),
  outcomes: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      needsWorkOrder: z.boolean(),
      needsPromise: z.boolean(),
      chosen: z.boolean(),
    }),
  ),
  promise: promiseSchema.nullable(),
  /** Reply times the agent may promise now, soonest first. */
  promiseOptions: z.array(promiseSchema),
  workOrder: z
    .object({
      id: z.string(),
      number: z.string(),
    })
    .nullable(),
  /** Whether a work order can be opened now, and what it still needs. */
  workOrderStep: z.object({
    allowed: z.boolean(),
    reason: refusalReasonSchema.nullable(),
    missing: z.array(missingSchema),
  }),
  said: z.array(
    z.object({
      entryId: z.string(),
      title: z.string(),
      variant: variantNameSchema,
      version: z.int(),
      stage: stageSchema,
      atMs: z.int(),
    }),
  ),
  timers: z.object({
    startedAtMs: z.int(),
    stageEnteredAtMs: z.int(),
    /** Last time a line was said; null before the first. */
    lastSaidAtMs: z.int().nullable(),
    /** Since when it lies parked; null while it runs. */
    parkedAtMs: z.int().nullable(),
    /** Time spent parked before now, to be left out of the total. */
    parkedMs: z.int(),
    finishedAtMs: z.int().nullable(),
  }),
  next: nextStepSchema,
  /** The stage one step back, null in the first and once finished. */
  back: stageSchema.nullable(),
  /** What the record says; empty until finished. */
  summary: z.string(),
  corrections: z.array(z.object({ atMs: z.int(), personName: z.string(), text: z.string(), reason: z.string() })),
});
export type ConversationView = z.infer<typeof conversationViewSchema>;

export const conversationSummarySchema = z.object({
  id: z.string(),
  state: conversationStateSchema,
  brokenOff: breakOffReasonSchema.nullable(),
  stage: stageSchema,
  channel: channelSchema,
  scene: z.string(),
  flowTitle: z.string(),
  /** Name and masked number: 王女士 138****5678; empty when neither is known. */
  customerShown: z.string(),
  outcomeLabel: z.string().nullable(),
  workOrderNumber: z.string().nullable(),
  promise: promiseSchema.nullable(),
  ownerName: z.string(),
  startedAtMs: z.int(),
  changedAtMs: z.int(),
  finishedAtMs: z.int().nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummarySchema>;

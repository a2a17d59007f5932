import { z } from 'zod';
import { deadlineSchema } from '../deadlines.ts';
import { captureFieldSchema } from '../library/capture-field.ts';
import { tableActionSchema } from '../library/decision-table.ts';
import { variantNameSchema } from '../library/line.ts';
import { causeSchema } from '../site-rules.ts';
import { channelSchema, roleSchema, stageSchema, tierSchema } from '../vocabulary.ts';
import {
  breakOffReasonSchema,
  conversationStateSchema,
  handOverAnswerSchema,
  handOverWhySchema,
  missingSchema,
  moodSchema,
  promiseSchema,
  refusalReasonSchema,
  suggestionWhySchema,
  undoableSchema,
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

/** The way through one table, as the record keeps it. */
const walkSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  steps: z.array(
    z.object({
      nodeId: z.string(),
      /** The question, or the finding that was not accepted. */
      text: z.string(),
      /** Null: a finding that the customer did not accept. */
      answer: z.string().nullable(),
    }),
  ),
  /** Where it stands: a finding's title, or the open question. */
  end: z.string(),
  endIs: z.enum(['question', 'finding', 'accepted']),
});
export type WalkView = z.infer<typeof walkSchema>;

/** A reply time on offer, with the working hours it leaves. */
const promiseOptionSchema = promiseSchema.extend({ deadline: deadlineSchema });
export type PromiseOption = z.infer<typeof promiseOptionSchema>;

const handOverShape = {
  fromName: z.string(),
  /** Null: whichever lead takes it. */
  toName: z.string().nullable(),
  why: handOverWhySchema,
  note: z.string(),
  offeredAtMs: z.int(),
};

/** The one button to go on: to the next stage, or to the finish; when blocked, why and what is missing. */
const nextStepSchema = z.object({
  kind: z.enum(['advance', 'finish', 'none']),
  to: stageSchema.nullable(),
  allowed: z.boolean(),
  reason: refusalReasonSchema.nullable(),
  missing: z.array(missingSchema),
});
export type NextStep = z.infer<typeof nextStepSchema>;

/** `byName` had it at another desk from `atMs` on; so many steps done here since, and what was written in them, are not with them. */
export const lostStepsSchema = z.object({
  steps: z.int().min(0),
  byName: z.string(),
  atMs: z.int(),
  note: z.string(),
  summary: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type LostSteps = z.infer<typeof lostStepsSchema>;

export const conversationViewSchema = z.object({
  id: z.string(),
  /** Rises by one with every event of this conversation. */
  revision: z.int().min(1),
  state: conversationStateSchema,
  /** Set when it ended before the four stages were through. */
  brokenOff: breakOffReasonSchema.nullable(),
  ownerId: z.string(),
  ownerName: z.string(),
  /** Everybody who looked after it, in order: the first was asked first, the last owns it now. */
  owners: z.array(z.object({ personId: z.string(), name: z.string(), role: roleSchema, sinceMs: z.int() })),
  /** Whether whoever looks at it may take steps in it. */
  mine: z.boolean(),
  /** It goes on at another desk of the site; here it can be read and, while it is offered, taken. */
  elsewhere: z.boolean(),
  /** What was done at this desk before it was known that somebody at another one had it: not part of what goes on there. */
  lost: lostStepsSchema.nullable(),
  /** IANA zone of the site: by its wall clock every time of it is said. */
  timeZone: z.string(),
  /** Offered and not answered yet. */
  handOver: z
    .object({ ...handOverShape, toId: z.string().nullable(), mayAccept: z.boolean(), mayDecline: z.boolean() })
    .nullable(),
  handOvers: z.array(
    z.object({
      ...handOverShape,
      answer: handOverAnswerSchema,
      byName: z.string(),
      words: z.string(),
      answeredAtMs: z.int(),
    }),
  ),
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
      scene: z.string(),
      sceneLabel: z.string(),
      /** Words to find it by beside its title. */
      keywords: z.array(z.string()),
      state: z.enum(['untouched', 'walking', 'finding', 'accepted']),
    }),
  ),
  /** The way through every table that was begun. */
  walks: z.array(walkSchema),
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
  promise: promiseSchema.extend({ keptAtMs: z.int().nullable() }).nullable(),
  /** Times promised before the one that holds, each with why it was moved. */
  movedPromises: z.array(promiseSchema.extend({ why: z.string(), atMs: z.int() })),
  /** Reply times the agent may promise now, soonest first. */
  promiseOptions: z.array(promiseOptionSchema),
  /** What is at stake, and how much of it whoever looks after it may settle. */
  authority: z.object({
    cause: causeSchema.nullable(),
    amountYuan: z.number().nullable(),
    limitYuan: z.number(),
    saidBeyond: z.boolean(),
    /** Too much was charged: how many times over it is paid back, and what that comes to once the sum is known. */
    overcharge: z
      .object({ times: z.int(), chargedYuan: z.number().nullable(), backYuan: z.number().nullable() })
      .nullable(),
    /** It must go to a lead, or out as a work order, before this stage can be left. */
    exceeded: z.boolean(),
  }),
  /** A newer release leads this matter otherwise; it is offered, never forced. */
  releaseOffer: z.object({ releaseVersion: z.string(), flowVersion: z.int() }).nullable(),
  /** The last step, while it can be taken back; `label` says what it was about. */
  undo: z.object({ revision: z.int(), what: undoableSchema, label: z.string() }).nullable(),
  /** Captured under an older flow that asked for more. */
  carried: z.array(z.object({ label: z.string(), value: z.string() })),
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
    /** What the site holds the two clocks against: silence, and (on the telephone) the whole time. */
    pace: z.object({
      quiet: z.object({ what: z.enum(['greet', 'firstReply', 'acknowledge']), seconds: z.int() }),
      wholeSeconds: z.int().nullable(),
    }),
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
  flowId: z.string(),
  flowTitle: z.string(),
  /** Name and masked number: 王女士 138****5678; empty when neither is known. */
  customerShown: z.string(),
  outcomeLabel: z.string().nullable(),
  workOrderNumber: z.string().nullable(),
  promise: promiseSchema.nullable(),
  ownerName: z.string(),
  /** Who was asked first; the same as the owner until somebody else accepted it. */
  firstOwnerName: z.string(),
  /** Offered and not answered yet. */
  handOver: z.object({ ...handOverShape, mayAccept: z.boolean(), mayDecline: z.boolean() }).nullable(),
  startedAtMs: z.int(),
  changedAtMs: z.int(),
  finishedAtMs: z.int().nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummarySchema>;

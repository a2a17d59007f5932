import { z } from 'zod';
import { breakOffReasonSchema, conversationStateSchema, customerSchema, moodSchema } from './conversation/terms.ts';
import { conversationSummarySchema, conversationViewSchema } from './conversation/view.ts';
import { command, query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { channelSchema, stageSchema, workOrderCategorySchema } from './vocabulary.ts';

/** Longest note and longest summary, in UTF-16 units. */
export const NOTE_MAX = 4_000;
export const SUMMARY_MAX = 4_000;

const ofConversation = { conversationId: z.string() };
/** Every step answers with the whole view, so that the screen shows what is stored. */
const step = command
  .errors({ notFound: callErrors.notFound, stepRefused: callErrors.stepRefused })
  .output(conversationViewSchema);
const look = query.errors({ notSignedIn: callErrors.notSignedIn, notFound: callErrors.notFound });
const onAction = z.object({ ...ofConversation, stage: stageSchema, actionId: z.string() });
const onFinding = z.object({ ...ofConversation, nodeId: z.string() });

export const conversationContract = {
  /** Starts one and parks the running one; without a flow the one for the scene, or the first. */
  start: step.input(
    z.object({
      flowId: z.string().optional(),
      scene: z.string().optional(),
      channel: channelSchema,
      customer: customerSchema,
    }),
  ),
  /** Flows that can be started. */
  flows: query.output(
    z.array(z.object({ entryId: z.string(), title: z.string(), scene: z.string(), version: z.int() })),
  ),
  /** The running conversation of the person who is signed in. */
  current: query.errors({ notSignedIn: callErrors.notSignedIn }).output(conversationViewSchema.nullable()),
  view: look.input(z.object(ofConversation)).output(conversationViewSchema),
  /** The latest first. `number` finds those of one customer by their whole number. `desk` is for leads. */
  list: query
    .errors({ notSignedIn: callErrors.notSignedIn, notAllowed: callErrors.notAllowed })
    .input(
      z
        .object({
          state: conversationStateSchema.optional(),
          number: z.string().max(20).optional(),
          whose: z.enum(['mine', 'desk']).default('mine'),
          limit: z.int().min(1).max(200).default(50),
        })
        .prefault({}),
    )
    .output(z.array(conversationSummarySchema)),

  /** What became known about the customer; replaces what was noted before. */
  noteCustomer: step.input(z.object({ ...ofConversation, customer: customerSchema })),
  setMood: step.input(z.object({ ...ofConversation, mood: moodSchema.nullable() })),
  tickAction: step.input(onAction),
  untickAction: step.input(onAction),
  /** An empty value takes the field back. */
  captureField: step.input(z.object({ ...ofConversation, fieldId: z.string(), value: z.string().max(2_000) })),
  /** A gap of a line was filled on the desk: captured into the field that fills it, or kept for later lines. */
  fillVariable: step.input(z.object({ ...ofConversation, name: z.string().max(40), value: z.string().max(200) })),
  writeNote: step.input(z.object({ ...ofConversation, text: z.string().max(NOTE_MAX) })),

  startTable: step.input(z.object({ ...ofConversation, tableId: z.string() })),
  answer: step.input(z.object({ ...ofConversation, nodeId: z.string(), answerId: z.string() })),
  /** Back to a question answered before; what was captured stays. */
  revisit: step.input(z.object({ ...ofConversation, nodeId: z.string() })),
  acceptFinding: step.input(onFinding),
  /** The customer does not accept it: the table's next angle. */
  refuseFinding: step.input(onFinding),

  chooseOutcome: step.input(z.object({ ...ofConversation, outcomeId: z.string() })),
  /** Without words of its own the promise is put into spoken words. */
  setPromise: step.input(
    z.object({ ...ofConversation, dueAtMs: z.int(), text: z.string().trim().min(1).max(40).optional() }),
  ),
  /** Drafts the order from what was captured. Category and matter come from the table unless given. */
  openWorkOrder: step.input(
    z.object({
      ...ofConversation,
      category: workOrderCategorySchema.optional(),
      matter: z.string().trim().min(2).max(60).optional(),
    }),
  ),

  /** `from` is the stage the screen shows, so that a second press moves nothing; a `to` that is not the next is refused. */
  advanceStage: step.input(z.object({ ...ofConversation, from: stageSchema, to: stageSchema.optional() })),
  goBack: step.input(z.object({ ...ofConversation, from: stageSchema })),
  park: step.input(z.object(ofConversation)),
  /** Takes it up again and parks the running one. */
  resume: step.input(z.object(ofConversation)),

  /** The record drafted from the events, in the words of an objective note; the agent corrects it before finishing. */
  draftSummary: look.input(z.object(ofConversation)).output(z.object({ text: z.string() })),
  finish: step.input(z.object({ ...ofConversation, summary: z.string().trim().min(1).max(SUMMARY_MAX) })),
  /** Ends it at any stage when the customer left or it was the wrong matter; counted apart, without an outcome. */
  breakOff: step.input(
    z.object({
      ...ofConversation,
      reason: breakOffReasonSchema,
      summary: z.string().trim().max(SUMMARY_MAX).default(''),
    }),
  ),
  /** Adds a correction to a finished record; the record itself stays as it was. */
  correct: step.input(
    z.object({
      ...ofConversation,
      text: z.string().trim().min(1).max(SUMMARY_MAX),
      reason: z.string().trim().min(2).max(200),
    }),
  ),
};

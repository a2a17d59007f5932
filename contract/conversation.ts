import { z } from 'zod';
import {
  breakOffReasonSchema,
  conversationStateSchema,
  customerSchema,
  handOverWhySchema,
  moodSchema,
} from './conversation/terms.ts';
import { conversationSummarySchema, conversationViewSchema, lostStepsSchema } from './conversation/view.ts';
import { command, query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { channelSchema, languageSchema, stageSchema, workOrderCategorySchema } from './vocabulary.ts';

/** Longest note and longest summary, in UTF-16 units. */
export const NOTE_MAX = 4_000;
export const SUMMARY_MAX = 4_000;

const which = { conversationId: z.string() };
/** `seen`: the revision on the screen. A step is refused when somebody changed the same thing after it; what changes nothing passes. */
const ofConversation = { ...which, seen: z.int().min(1).optional() };
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
  view: look.input(z.object(which)).output(conversationViewSchema),
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
  /** Offered to whoever is signed in and, for leads, to any lead or any person: the longest waiting first. */
  waiting: query.errors({ notSignedIn: callErrors.notSignedIn }).output(z.array(conversationSummarySchema)),
  /** What whoever is signed in did at this desk while another desk already had the conversation; until they have seen it. */
  lost: query
    .errors({ notSignedIn: callErrors.notSignedIn })
    .output(z.array(z.object({ conversation: conversationSummarySchema, lost: lostStepsSchema }))),
  seeLost: command
    .errors({ notSignedIn: callErrors.notSignedIn, notFound: callErrors.notFound })
    .input(z.object(which))
    .output(z.null()),
  /** Promises that were not kept yet, the next due first, however long ago they were made. `desk` is for leads. */
  promises: query
    .errors({ notSignedIn: callErrors.notSignedIn, notAllowed: callErrors.notAllowed })
    .input(
      z
        .object({ whose: z.enum(['mine', 'desk']).default('mine'), limit: z.int().min(1).max(200).default(50) })
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

  /**
   * Offers it to a person, or (null) to whichever lead takes it. Until somebody accepts, whoever has it stays responsible.
   * `note` is what the next one has to know.
   */
  handOver: step.input(
    z.object({
      ...ofConversation,
      toId: z.string().nullable(),
      why: handOverWhySchema,
      note: z.string().trim().min(2).max(500),
    }),
  ),
  /** Takes it over and parks the running one. Open to whom it was offered to, and to every lead. */
  acceptHandOver: step.input(z.object(ofConversation)),
  declineHandOver: step.input(z.object({ ...ofConversation, words: z.string().trim().min(2).max(200) })),
  withdrawHandOver: step.input(z.object(ofConversation)),

  /** Takes the last step back as a slip; `revision` as the view's `undo` names it, so that a second press does nothing. */
  undo: step.input(z.object({ ...ofConversation, revision: z.int().min(1) })),
  /** Goes on under the newer release that the view offers. */
  moveToRelease: step.input(z.object(ofConversation)),

  /** The customer had the promised answer; open also after the end, and to leads. */
  keepPromise: step.input(z.object(ofConversation)),
  /** Another time, told to the customer; open also after the end, and to leads. */
  movePromise: step.input(
    z.object({
      ...ofConversation,
      dueAtMs: z.int(),
      text: z.string().trim().min(1).max(40).optional(),
      why: z.string().trim().min(2).max(200),
    }),
  ),

  /**
   * The record drafted from the events, in the words of an objective note; the agent corrects it before finishing. Its own
   * words are in `language`; what was captured stays as it was said.
   */
  draftSummary: look
    .input(z.object({ ...which, language: languageSchema.default('zh-CN') }))
    .output(z.object({ text: z.string() })),
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

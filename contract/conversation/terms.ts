import { z } from 'zod';
import { roleSchema, tierSchema } from '../vocabulary.ts';

/** How the customer comes across; one key marks it, and it changes what is suggested. */
export const moodSchema = z.enum(['calm', 'worried', 'upset', 'furious', 'grieving']);
export type Mood = z.infer<typeof moodSchema>;

export const conversationStateSchema = z.enum(['running', 'parked', 'finished']);
export type ConversationState = z.infer<typeof conversationStateSchema>;

/** Why a conversation ended without going through all four stages. */
export const breakOffReasonSchema = z.enum(['customerLeft', 'wrongMatter', 'startedByMistake']);
export type BreakOffReason = z.infer<typeof breakOffReasonSchema>;

/** The person in front of the desk, as far as known. `title` is what follows the name: 先生, 女士, 老师 … */
export const customerSchema = z.strictObject({
  name: z.string().trim().max(20).optional(),
  title: z.string().trim().max(8).optional(),
  number: z
    .string()
    .trim()
    .regex(/^\+?[0-9 -]{3,20}$/, 'a number has 3 to 20 digits')
    .optional(),
  tier: tierSchema,
});
export type Customer = z.infer<typeof customerSchema>;

/** A reply time given to the customer: the spoken words, and the moment they stand for. */
export const promiseSchema = z.strictObject({ text: z.string().min(1).max(40), dueAtMs: z.int() });
export type Promised = z.infer<typeof promiseSchema>;

/** Why a matter goes on to somebody else. */
export const handOverWhySchema = z.enum(['beyondAuthority', 'shiftEnd', 'knowsBetter', 'customerAsks', 'other']);
export type HandOverWhy = z.infer<typeof handOverWhySchema>;

/** How a hand-over that was offered ended; withdrawn also when the conversation ended first. */
export const handOverAnswerSchema = z.enum(['accepted', 'declined', 'withdrawn']);
export type HandOverAnswer = z.infer<typeof handOverAnswerSchema>;

/** Steps that can be taken back as a slip, until the stage is left. */
export const undoableSchema = z.enum([
  'customerNoted',
  'actionTicked',
  'actionUnticked',
  'fieldCaptured',
  'variableFilled',
  'moodMarked',
  'tableStarted',
  'questionAnswered',
  'questionRevisited',
  'findingAccepted',
  'findingRefused',
  'outcomeChosen',
  'promiseMade',
]);
export type Undoable = z.infer<typeof undoableSchema>;

/** Who looked after a conversation, from when. */
export const ownershipSchema = z.strictObject({ personId: z.string(), role: roleSchema, sinceMs: z.int() });
export type Ownership = z.infer<typeof ownershipSchema>;

/** Something a refused step still needs; `label` is wording of the definition, ready for the screen. */
export const missingSchema = z.object({
  /** `wording`: words that a lead wants mended first; `label` is what was written. `authority`: more is at stake than this post may settle; a lead takes it over, or a work order goes out. */
  kind: z.enum([
    'action',
    'field',
    'table',
    'finding',
    'outcome',
    'workOrder',
    'promise',
    'authority',
    'summary',
    'wording',
  ]),
  id: z.string(),
  label: z.string(),
});
export type Missing = z.infer<typeof missingSchema>;

/** Why a step was refused; the screen has a sentence for each. */
export const refusalReasonSchema = z.enum([
  /** `missing` lists what is still open in this stage. */
  'stageIncomplete',
  /** Work order fields of the finding are still open; `missing` lists them. */
  'fieldsMissing',
  /** Words stand in note or record that a lead wants mended first; `missing` holds them. */
  'wordingBlocked',
  /** accept and clarify cannot be skipped: only the next stage can follow. */
  'stageSkipped',
  /** It is the first stage: nothing lies behind it. */
  'noEarlierStage',
  /** It is the last stage: the conversation can be finished. */
  'noLaterStage',
  /** The step belongs to a later stage. */
  'notInThisStage',
  /** The screen was behind: stage or question is another one now. */
  'moved',
  /** No such action, field, question, answer, table or outcome in this definition. */
  'unknown',
  /** The value does not fit the field's type. */
  'valueUnfit',
  /** No table is being walked, or it stands elsewhere. */
  'noOpenQuestion',
  'noOpenFinding',
  /** The table is being walked already. */
  'alreadyStarted',
  /** The last way of the table was reached: there is no other angle. */
  'noOtherWay',
  /** The promised moment has passed already. */
  'promiseInPast',
  /** Later than this flow, or this finding, allows the agent to promise. */
  'promiseTooLate',
  /** This conversation has its work order. */
  'workOrderExists',
  'alreadyParked',
  'notParked',
  /** It was parked: take it up again first. */
  'parked',
  /** Finished is final; a correction is a new record. */
  'finished',
  'notFinished',
  /** Somebody else is looking after it. */
  'notYours',
  /** It goes on at another desk of the site. */
  'heldElsewhere',
  /** There is nothing that could be taken back, or it is no longer the last step. */
  'nothingToUndo',
  /** It has been offered to somebody already: take that back first. */
  'alreadyOffered',
  /** Nothing is offered, or it was answered in between. */
  'nothingOffered',
  /** One cannot hand over to oneself. */
  'alreadyOwner',
  /** It was offered to somebody else. */
  'notOfferedToYou',
  /** No newer release has another flow for it. */
  'noNewerRelease',
  /** Nothing was promised, or the promise was kept. */
  'noOpenPromise',
]);
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

/** Why a line is suggested; `missingField` comes with the field's label. */
export const suggestionWhySchema = z.object({
  code: z.enum(['finding', 'mood', 'missingField', 'stage', 'note', 'worked', 'follows', 'tier', 'scene', 'greeting']),
  label: z.string().optional(),
});
export type SuggestionWhy = z.infer<typeof suggestionWhySchema>;
